"""A list stands where a single value belongs, or the other way round.

## Why
Lists, groups of `key: value` lines and single values are different things. A text that begins with a bracket, or a
dash too many, turns one into another.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives: Offer every homeless household a home
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home
    links: [CORP-3]
```

## How to fix
Write one entry a line, each after a dash, where a list is expected. Put a text that begins with `[` or `{` in quotes.
"""
