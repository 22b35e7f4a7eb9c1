"""The comment on a red result, or on one of another colour than before, is that of the period before.

## Why
Members notice when the same words explain two quarters. Copied text says that nobody has looked, and where the colour
has changed it is wrong for one of the two.

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
    Q1:
      value: 71
      comment: Large families waited for adapted homes.
    Q2:
      value: 70
      comment: Large families waited for adapted homes.
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
    Q1:
      value: 71
      comment: Large families waited for adapted homes.
    Q2:
      value: 70
      comment: Nine large families still wait; the first adapted home is ready in December.
```

## How to fix
Say what has changed since the period before, and what is being done now.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment, Colour
from planwright.diagnostic import Severity
from planwright.kinds.results import Result

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each current result that is red, or of a new colour, with the words of the period before."""
    for rating in assessment.indicators.values():
        figure, words = rating.figure, _words(rating.result)
        if figure is None or not words or not rating.state.rated:
            continue
        before = rating.earlier
        if words != _words(before.result) or not before.state.rated or before.figure is None:
            continue
        now, then = rating.state, before.state
        if now.colour is Colour.RED or now.colour is not then.colour:
            changed = "" if now.colour is then.colour else f", when it was {then.word.lower()}"
            yield Finding(
                figure.spot.at("comment" if figure.result.comment else "action"),
                f"{figure.indicator} is {now.word.lower()} for {figure.period} and says what it said for "
                f"{before.period}{changed}",
                "say what has changed since, and what is being done now",
                figure.indicator,
                ((before.figure.spot, f"the result for {before.period}"),),
            )


def _words(result: Result | None) -> str:
    """Return the commentary on a result, without regard to case and spacing; empty where there is none."""
    if result is None:
        return ""
    return " ".join(f"{result.comment or ''} {result.action or ''}".casefold().split())
