"""A date is not written as a date.

## Why
31/03/2026 and 03/31/2026 are read differently by different people and programs. planwright never guesses: one way of
writing dates sorts, compares and means the same everywhere.

## Bad
```yaml
kind: risk-log
id: HSG-RL
reviewed: 31/03/2026
```

## Good
```yaml
kind: risk-log
id: HSG-RL
reviewed: 2026-03-31
```

## How to fix
Write year, month and day: 2026-03-31. Where a due date is known only to the month or week, 2026-10 and
2026-10 week 1 will do.
"""
