"""A result is for a time that has not come yet.

## Why
It is a forecast or a slip in the period or date. As a result it would be rated today.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: 96
    Q4: 97
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 96
      forecast: 97
      forecast_by: HOUSING-OPTIONS-MANAGER
```

## How to fix
Correct the period or the date. What is expected goes under `forecast:` of the latest result.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each value for a period that has not begun, or measured on a day that has not come."""
    for results in assessment.figures.results.values():
        for period, figure in results.items():
            measured = figure.result.as_at
            if figure.result.value is None:
                continue
            about = f"the result of {figure.indicator} for {period}"
            help_ = "correct it; what is expected goes under forecast: of the latest result"
            if period.first > assessment.as_at:
                message = f"{about} is for a time that has not begun"
                yield Finding(figure.spot, message, help_, figure.indicator)
            elif measured and measured > assessment.as_at:
                message = f"{about} was measured on {measured.isoformat()}, which has not come yet"
                yield Finding(figure.spot.at("as_at"), message, help_, figure.indicator)
