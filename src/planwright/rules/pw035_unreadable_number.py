"""A number is not written as a number.

## Why
Signs, commas and units belong in the paper, not in the figure: `£5,000` and `5k` cannot be added up.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q1: 92%
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q1: 92
```

## How to fix
Write the bare number: 92, 88.5, 125000. The unit stands in the definition of the indicator.
"""
