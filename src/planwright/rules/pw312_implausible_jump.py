"""A result is ten times larger or smaller than anything before it.

## Why
A slipped decimal point or a figure in pounds instead of thousands reaches the committee if nobody asks. Most such
jumps are slips; the few that are real deserve a second look.

## Bad
```yaml
# file: results/2025-26.yaml
kind: results
period: 2025-26
results:
  HSG-PI-01: {Q1: 91, Q2: 92, Q3: 90, Q4: 93}
# file: results/2026-27.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01: {Q1: 92, Q2: 9200}
```

## Good
```yaml
# file: results/2025-26.yaml
kind: results
period: 2025-26
results:
  HSG-PI-01: {Q1: 91, Q2: 92, Q3: 90, Q4: 93}
# file: results/2026-27.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01: {Q1: 92, Q2: 92}
```

## How to fix
Check the figure at its source. If it is right, name the post that checked it under `checked_by:` and say in the comment
what happened.
"""

from collections.abc import Iterator
from decimal import Decimal

from planwright.assessment import Assessment, IndicatorRating
from planwright.diagnostic import Severity
from planwright.quantity import shown

from .rule import Finding

SEVERITY = Severity.WARNING
_ENOUGH = 4  # earlier results, before anything can be called unusual
_FACTOR = 10
_SMALL = 20  # counts below this jump by nature


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each current result, not checked by anybody, that is out of all proportion to those before it."""
    for rating in assessment.indicators.values():
        figure = rating.figure
        if figure is None or figure.result.value is None or figure.result.checked_by:
            continue
        earlier = _earlier(assessment, rating)
        if len(earlier) >= _ENOUGH and _jumps(figure.result.value, earlier):
            low, high = shown(min(earlier)), shown(max(earlier))
            yield Finding(
                figure.spot,
                f"{figure.indicator} was between {low} and {high} so far and is now {shown(figure.result.value)}",
                "check the figure; if it is right, add checked_by: with the post that checked it",
                figure.indicator,
            )


def _earlier(assessment: Assessment, rating: IndicatorRating) -> list[Decimal]:
    results = assessment.figures.results.get(rating.subject.id, {})
    return [
        figure.result.value
        for period, figure in results.items()
        if period.months == rating.period.months and period < rating.period and figure.result.value is not None
    ]


def _jumps(value: Decimal, earlier: list[Decimal]) -> bool:
    sizes = [abs(one) for one in earlier]
    up = abs(value) > _FACTOR * max(sizes) and abs(value) >= _SMALL
    down = value != 0 and abs(value) * _FACTOR < min(sizes) and min(sizes) >= _SMALL
    return up or down
