"""What stands before the colon cannot be a key.

## Why
Keys are names. A list, something in braces, an empty name, `~`, `null`, `true` and `false` are read as something
else than a name, and differently by different programs. Text such as `{{ title }}`, left over from a mail merge,
looks like such a key.

## Bad
```yaml
kind: service-plan
title: {{ service }} plan
```

## Good
```yaml
kind: service-plan
title: "{{ service }} plan"
```

## How to fix
Write a name before the colon, and put text that starts with a brace or bracket in double quotes.
"""
