"""A line cannot be read, for a reason planwright has no better words for.

## Why
The file is read up to this line and no further, so nothing in it is checked or reported. The mistake often stands
on the line above.

## Bad
```yaml
--- kind: service-plan
id: HSG
```

## Good
```yaml
kind: service-plan
id: HSG
```

## How to fix
Compare the line, and the one above it, with a file that works. Look for missing quotes, colons and spaces; putting
a text in double quotes often helps.
"""
