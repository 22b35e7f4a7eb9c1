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
from datetime import date

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.results import Result

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each value for a period that has not begun, and each day, of a result, that has not come."""
    help_ = "correct it; what is expected goes under forecast: of the latest result"
    for results in assessment.figures.results.values():
        for period, figure in results.items():
            about = f"the result of {figure.indicator} for {period}"
            if figure.result.value is not None and period.first > assessment.as_at:
                message = f"{about} is for a time that has not begun"
                yield Finding(figure.spot, message, help_, figure.indicator)
                continue
            for route, what, day in _days(figure.result):
                if day and day > assessment.as_at:
                    message = f"{about} was {what} on {day.isoformat()}, which has not come yet"
                    yield Finding(figure.spot.at(*route), message, help_, figure.indicator)


def _days(result: Result) -> Iterator[tuple[tuple[str, ...], str, date | None]]:
    """Yield the days that a result names: where they stand in it, what happened on them, and the day."""
    if result.value is not None:
        yield ("as_at",), "measured", result.as_at
    if result.forecast is not None:
        yield ("forecast_on",), "forecast", result.forecast_on
    if result.judgement:
        yield ("judgement", "on"), "judged", result.judgement.on
