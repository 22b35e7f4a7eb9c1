"""A result is red and nobody says why.

## Why
The first question at any committee is why, the second what is being done. A red figure without a word answers neither.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: 70
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 70
      comment: Nine large families waited for adapted homes.
      action: Two homes are being adapted; the first is ready in December.
```

## How to fix
Add `comment:` to the result: what lies behind the figure, in a sentence or two. What is being done goes under
`action:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment, Colour
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each current result that is red and has neither a comment nor an action."""
    for rating in assessment.indicators.values():
        figure = rating.figure
        if rating.state.colour is not Colour.RED or figure is None or figure.result.comment or figure.result.action:
            continue
        if not any(written(assessment.workspace, figure.spot.at(field)) for field in ("comment", "action")):
            yield Finding(
                figure.spot,
                f"{figure.indicator} is red for {figure.period} and there is no comment",
                "add comment: with what lies behind the figure",
                figure.indicator,
            )
