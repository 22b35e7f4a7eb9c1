"""A quote is opened and never closed.

## Why
Everything up to the end of the file becomes one text, and whatever follows the quote is lost.

## Bad
```yaml
title: "Homes for all
due: 2026-09-30
```

## Good
```yaml
title: "Homes for all"
due: 2026-09-30
```

## How to fix
Close the quote at the end of the text, with the same sign that opened it.
"""
