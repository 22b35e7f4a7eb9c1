"""A word is not among those that a field knows.

## Why
Fields such as `polarity:` decide how a figure is rated. Where any word would do, a slip of the pen would change a
colour.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    polarity: high
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    polarity: higher
```

## How to fix
Take one of the words that the finding lists.
"""
