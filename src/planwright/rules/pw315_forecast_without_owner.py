"""A forecast does not say who made it.

## Why
A forecast can start an improvement plan or put one off. Somebody must stand by it.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: {value: 96, forecast: 94}
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 96
      forecast: 94
      forecast_by: HOUSING-OPTIONS-MANAGER
```

## How to fix
Add `forecast_by:` with the post that made the forecast.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each current result with a forecast that no post stands by."""
    for rating in assessment.indicators.values():
        figure = rating.figure
        if figure is None or figure.result.forecast is None or figure.result.forecast_by:
            continue
        if not written(assessment.workspace, figure.spot.at("forecast_by")):
            yield Finding(
                figure.spot.at("forecast"),
                f"the forecast of {figure.indicator} for {figure.period} does not say who made it",
                "add forecast_by: with a post",
                figure.indicator,
            )
