"""A field does not exist where it stands.

## Why
What stands under a misspelt or misplaced field is read by nothing: a due date under `deu:` never falls due.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
titel: Housing
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
title: Housing
```

## How to fix
Take the name that is suggested. If the field exists but stands at the wrong depth, indent it like its neighbours. A
text in braces or brackets that contains a comma needs quotes.
"""
