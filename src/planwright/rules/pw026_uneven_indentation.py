"""A line does not start in the column of the lines it belongs to.

## Why
Indentation says what belongs to what. A line one space too far to the left or right belongs to nothing, or becomes
part of the text above.

## Bad
```yaml
id: HSG-A1
  due: 2026-09-30
```

## Good
```yaml
id: HSG-A1
due: 2026-09-30
```

## How to fix
Give the line exactly as many spaces as the other keys of the same item, or the same column for every dash of a
list.
"""
