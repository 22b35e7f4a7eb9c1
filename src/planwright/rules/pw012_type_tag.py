"""A value starts with an exclamation mark.

## Why
In YAML `!word` tells the program what type the value is, so `!urgent fix roof` is read as `fix roof`. planwright
knows from each field what type it has, and refuses to be told otherwise.

## Bad
```yaml
title: !urgent fix the roof
```

## Good
```yaml
title: "!urgent fix the roof"
```

## How to fix
Put the text in double quotes, or leave the exclamation mark out. Delete tags such as `!!str`.
"""
