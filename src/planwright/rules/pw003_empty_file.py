"""A plan file holds nothing, or only comments.

## Why
An empty file is nearly always an accident: a save that failed, or a file that was made and forgotten. Nothing in it
is checked or reported, so nobody would notice what is missing.

## Bad
```yaml
# Housing service plan, to follow
```

## Good
```yaml
# Housing service plan
kind: service-plan
id: HSG
```

## How to fix
Write the plan, restore the text from an earlier version, or delete the file. `planwright.yaml` is kept, because it
marks the folder in which the plans stand: write `kind: settings` and `name:` with the council's name.
"""
