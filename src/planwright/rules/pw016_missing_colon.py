"""A line has no colon, or no space after its colon or dash.

## Why
A key ends with a colon and a space, an item of a list begins with a dash and a space. Without the space
`due:2026-09-30` is one long word, and the reader stumbles only on a later line.

## Bad
```yaml
id: HSG-A1
due:2026-09-30
lead: HOUSING-MANAGER
```

## Good
```yaml
id: HSG-A1
due: 2026-09-30
lead: HOUSING-MANAGER
```

## How to fix
Type the colon and one space after it. If the line is the rest of the text above, indent it further than that text's
key.
"""
