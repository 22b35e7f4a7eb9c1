"""Something that cannot do without a field has none.

## Why
Only a small core is required, and the rest hangs on it: an item without an id cannot be referred to, a plan without a
period cannot be checked against the year. What misses its core is left out of every paper.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
```

## How to fix
Add the field that the finding names, with a value after the colon.
"""
