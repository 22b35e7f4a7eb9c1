"""A result is for a month that does not lie in the year of its file.

## Why
The figure would be counted in no year at all.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    2026-03: 92
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: 92
```

## How to fix
Correct the month, or move the result to the file of the year it belongs to.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.workspace import Spot

from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each result whose month lies outside the year that its file states."""
    for figure in assessment.figures.astray:
        yield Finding(
            Spot(figure.spot.file, figure.spot.route, "key"),
            f"{figure.spot.route[-1]} is not a month of {figure.period}, the year of this file",
            "correct the month, or move the result to the file of its year",
            figure.indicator,
        )
