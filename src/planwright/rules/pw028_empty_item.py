"""A list item has nothing in it.

## Why
A dash on its own is an item somebody meant to write. It is left out of everything, and nobody is reminded of it.

## Bad
```yaml
objectives:
  - id: HSG-O1
  -
```

## Good
```yaml
objectives:
  - id: HSG-O1
```

## How to fix
Write the item, or delete the dash.
"""

from planwright.diagnostic import Severity

SEVERITY = Severity.WARNING
