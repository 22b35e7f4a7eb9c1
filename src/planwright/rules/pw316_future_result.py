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
    for results in assessment.figures.results.values():
        for period, figure in results.items():
            begun = period.first <= assessment.as_at or figure.result.value is None
            for route, flaw in (
                _ahead(figure.result, assessment.as_at) if begun else [((), "is for a time that has not begun")]
            ):
                yield Finding(
                    figure.spot.at(*route),
                    f"the result of {figure.indicator} for {period} {flaw}",
                    "correct it; what is expected goes under forecast: of the latest result",
                    figure.indicator,
                )


def _ahead(result: Result, as_at: date) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield where a result names a day that has not come, and what is said to have happened on it."""
    if result.value is not None and result.as_at and result.as_at > as_at:
        yield ("as_at",), f"was measured on {result.as_at.isoformat()}, which has not come yet"
    if result.forecast is not None and result.forecast_on and result.forecast_on > as_at:
        yield ("forecast_on",), f"was forecast on {result.forecast_on.isoformat()}, which has not come yet"
    if result.judgement and result.judgement.on > as_at:
        yield ("judgement", "on"), f"was judged on {result.judgement.on.isoformat()}, which has not come yet"
