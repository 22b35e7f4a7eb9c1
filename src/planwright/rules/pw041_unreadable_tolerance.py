"""A tolerance does not say whether it is per cent of the target or points.

## Why
5% of a target of 80 is 4 points. Which of the two is meant decides the colour, so it is always said.

## Bad
```yaml
kind: indicators
rating:
  tolerance: 5
```

## Good
```yaml
kind: indicators
rating:
  tolerance: 5 points
```

## How to fix
Write `5%` for per cent of the target, or `5 points` for the indicator's own unit, be it days, pounds or percentage
points.
"""
