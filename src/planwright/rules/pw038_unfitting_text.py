"""A text does not fit its field: it is empty, too long, or runs over several lines.

## Why
Titles and reasons are printed in tables and headings, where one line has room. Longer texts have fields of their own.

## Bad
```yaml
kind: risk-log
id: HSG-RL
title: |
  Risks of the housing service
  and of the partnership
```

## Good
```yaml
kind: risk-log
id: HSG-RL
title: Risks of the housing service and of the partnership
```

## How to fix
Write one line of text, and move the rest to a field meant for prose, such as `description:` or `comment:`.
"""
