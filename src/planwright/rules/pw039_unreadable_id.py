"""An id contains something that ids cannot contain.

## Why
Ids stand in links, file names, spreadsheets and web addresses, and are read out over the telephone. Letters, digits
and a few marks survive all of these; spaces, commas and ampersands do not.

## Bad
```yaml
kind: risk-log
id: Housing risks
```

## Good
```yaml
kind: risk-log
id: HSG-RL
```

## How to fix
Use letters, digits and `-`, `.`, `_` or `/`, without spaces and at most 64 characters long. Where a person's name
stands, write the id of their post.
"""
