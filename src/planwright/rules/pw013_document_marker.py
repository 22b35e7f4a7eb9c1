"""A line of `---`, `...` or `%` splits the file or gives orders to its reader.

## Why
A line of three dashes after the first line starts a second document, which many programs never read; a line that
starts with `%` can change how yes, no and numbers are understood. Each plan file holds one document and needs
neither.

## Bad
```yaml
kind: service-plan
id: HSG
---
overview: This line belongs to nobody.
```

## Good
```yaml
---
kind: service-plan
id: HSG
overview: One document, with nothing but the first line before it.
```

## How to fix
Delete the line. What was to be a ruler between sections can be a comment: `# ------`. What was to be a document of
its own goes into a file of its own.
"""
