"""A value starts with `&` or `*`, or a key is `<<`.

## Why
In YAML these signs name a value (`&name`) and copy it elsewhere (`*name`, `<<`). `&c Partners` therefore loses its
first word, and `*important*` cannot be read at all. planwright refuses copying as well: every plan item says itself
what it says, so that a change in one place never changes another in silence.

## Bad
```yaml
partner: &c Partners
```

## Good
```yaml
partner: "&c Partners"
```

## How to fix
Put the text in double quotes. Where a value was copied on purpose, write it out again.
"""
