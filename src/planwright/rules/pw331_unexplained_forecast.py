"""A result misses its target, the year is forecast to meet it, and nobody says why.

## Why
"Red now, green in March" may be true, and it is the sentence that committees have stopped believing. Whoever forecasts
a recovery says what will bring it about.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: {value: 70, forecast: 96, forecast_by: HOUSING-OPTIONS-MANAGER}
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
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 70
      comment: Nine large families waited for adapted homes.
      forecast: 96
      forecast_by: HOUSING-OPTIONS-MANAGER
      forecast_note: Eight adapted homes are handed over in December.
```

## How to fix
Add `forecast_note:` with what will bring the recovery about; a comment or an action on the result will do as well.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING
_WORDS = ("forecast_note", "comment", "action")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each current result that misses its target beside a forecast that meets the year's, without a word."""
    for rating in assessment.indicators.values():
        figure, expected = rating.figure, rating.forecast_state
        if figure is None or not rating.missed or expected is None or rating.forecast_missed:
            continue
        if any(
            getattr(figure.result, field) or written(assessment.workspace, figure.spot.at(field)) for field in _WORDS
        ):
            continue
        yield Finding(
            figure.spot.at("forecast"),
            f"{figure.indicator} is {rating.state.word.lower()} for {figure.period} and forecast to be "
            f"{expected.word.lower()} at the year's end, and nothing says why",
            "add forecast_note: with what will bring that about",
            figure.indicator,
        )
