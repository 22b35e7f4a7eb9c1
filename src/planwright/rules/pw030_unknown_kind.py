"""A file does not say what kind of document it is, or names a kind that does not exist.

## Why
Plans are found by their first line, not by their folder. A file without a kind is not read at all.

## Bad
```yaml
kind: service-paln
id: HSG
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
```

## How to fix
Write one of the kinds that the finding lists after `kind:`, on the first line of the file. A file that is no plan
is named under `ignore:` in the settings, by itself or by its folder.
"""
