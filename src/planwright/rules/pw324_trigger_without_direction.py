"""A trigger point stands on an indicator that has no better or worse side.

## Why
`below:` fires when a result is worse than the point. Where neither high nor low is good, nothing can be worse, and
nobody can say what the point was meant to catch.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: none
    trigger:
      below: 80
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    trigger:
      below: 80
```

## How to fix
Give the indicator its polarity, or take `below:` out. A trigger shared by a set needs `below:` at the indicators it is
meant for.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.workspace import Spot

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each trigger point, once, that some indicator of polarity none or range has."""
    shown: set[Spot] = set()
    for subject in assessment.workspace.of("indicator"):
        trigger, polarity = assessment.figures.trigger(subject), subject.record.polarity
        if trigger.value.below is None or trigger.spot is None or trigger.spot in shown:
            continue
        if polarity in {"none", "range"} and trigger.value.asks_for != "nothing" and not assessment.gone(subject):
            shown.add(trigger.spot)
            yield Finding(
                trigger.spot.at("below"),
                f"the trigger point has no worse side for {subject.id}, whose polarity is {polarity}",
                "correct the polarity, or take below: out",
                subject.id,
                ((at_id(subject), "the indicator"),) if trigger.level != "indicator" else (),
            )
