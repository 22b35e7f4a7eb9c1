"""A file is larger than planwright reads.

## Why
Files over 2 MB, or with more than 200,000 values, are exports or mistakes rather than plans that people write and
review. The limit keeps every check quick, whatever gets into the folder. (The block below stands for a file that
repeats its lines 200,000 times.)

## Bad
```yaml repeated 200001
- 42
```

## Good
```yaml
kind: results
period: 2026-27
```

## How to fix
Split the file: one for each service, or one for each year. Move exports of other systems out of the plan's folders.
"""
