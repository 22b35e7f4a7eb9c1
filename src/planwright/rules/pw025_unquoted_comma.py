"""A comma in braces cuts a text and leaves its end as a key.

## Why
In braces a comma separates entries: `{comment: Two waited, one moved}` has a comment `Two waited` and an empty key
`one moved`.

## Bad
```yaml
results: {value: 92, comment: Two waited, one moved}
```

## Good
```yaml
results:
  value: 92
  comment: Two waited, one moved
```

## How to fix
Write each `key: value` on a line of its own, without braces; or put the text in double quotes.
"""
