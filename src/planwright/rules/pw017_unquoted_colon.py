"""A text contains a colon followed by a space and has no quotes.

## Why
`Housing: the plan` looks like another key and its value, so the line has two keys and the reader gives up.

## Bad
```yaml
title: Housing: the next three years
```

## Good
```yaml
title: "Housing: the next three years"
```

## How to fix
Put the whole text in double quotes, or write it as a block: `title: |` with the text indented below.
"""
