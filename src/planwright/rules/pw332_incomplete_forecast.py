"""A forecast that the rule asks for is missing, or its day cannot be right.

## Why
A forecast tells what was expected on a day, by somebody who could know. One made before its period began rests on
nothing, and where the rule rates forecasts, a result without one shows half of what was agreed.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      basis: forecast
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: 96
```

## Good
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      basis: forecast
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 96
      forecast: 97
      forecast_by: HOUSING-OPTIONS-MANAGER
      forecast_on: 2026-10-12
```

## How to fix
Add `forecast:` with the value expected at the end of the year, who expects it (`forecast_by:`) and since when
(`forecast_on:`, or `as_at:` of the result).
"""

from collections.abc import Iterator

from planwright.assessment import Assessment, IndicatorRating
from planwright.diagnostic import Severity
from planwright.kinds.results import Result

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each current result that lacks a forecast the rule asks for, and each forecast of an impossible day."""
    for rating in assessment.indicators.values():
        figure = rating.figure
        if figure is None or rating.value is None or assessment.gone(rating.subject):
            continue
        field, flaw = _flaw(rating, figure.result)
        if flaw and not written(assessment.workspace, figure.spot.at(field)):
            yield Finding(
                figure.spot.at(field) if figure.result.forecast is not None else figure.spot,
                f"{figure.indicator} for {figure.period} {flaw}",
                "give forecast: with forecast_by: and forecast_on:",
                figure.indicator,
            )


def _flaw(rating: IndicatorRating, result: Result) -> tuple[str, str]:
    """Return the field that is flawed or missing, and what is wrong, in words; empty where nothing is."""
    made, asked = result.forecast_on, rating.rule.basis.value == "forecast"
    if result.forecast is None:
        over = rating.period.last == rating.period.year.last or rating.subject.record.polarity == "none"
        return "forecast", "is rated with a forecast, and none is given" if asked and not over else ""
    if made and made < rating.period.first:
        return "forecast_on", f"has a forecast of {made.isoformat()}, from before the period began"
    undated = asked and made is None and result.as_at is None
    return "forecast_on", "is rated with a forecast that does not say when it was made" if undated else ""
