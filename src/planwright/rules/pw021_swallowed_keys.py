"""A quote closes lines later and takes whole keys into its text.

## Why
When a closing quote is forgotten and another quote follows further down, the lines between become part of the text:
a title gets a due date inside it, and the due date is missing.

## Bad
```yaml
title: "Homes for all
due: 2026-09-30
note: see the board's paper"
```

## Good
```yaml
title: "Homes for all"
due: 2026-09-30
note: see the board's paper
```

## How to fix
Close the quote at the end of its own line. If a text really holds such lines, write it as a block: `note: |` with
the text indented below.
"""
