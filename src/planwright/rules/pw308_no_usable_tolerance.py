"""A target is zero and its tolerance is per cent of the target.

## Why
Ten per cent of nothing is nothing. Met, such a target is green; missed, it cannot be rated at all.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Families in bed and breakfast for more than six weeks
    owner: HOUSING-OPTIONS-MANAGER
    polarity: lower
    targets:
      2026-27: 0
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Families in bed and breakfast for more than six weeks
    owner: HOUSING-OPTIONS-MANAGER
    polarity: lower
    targets:
      2026-27: 0
    rating:
      tolerance: 2 points
```

## How to fix
Give the indicator a tolerance in its own unit, for example `tolerance: 2 points` under `rating:`, or
`method: two-state` where nothing between met and missed is wanted.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.figures import RuleUsed
from planwright.diagnostic import Severity
from planwright.records.thread import Target

from ._items import gone
from ._targets import targets
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each zero target, of this year or later, that a relative tolerance would have to grade."""
    for subject in assessment.workspace.of("indicator"):
        if subject.record.polarity not in {"higher", "lower"} or gone(subject):
            continue
        rule = assessment.figures.rule(subject)
        for period, target, spot in targets(assessment, subject):
            if period.last >= assessment.year.first and _ungraded(target, rule):
                where = rule.tolerance.spot
                yield Finding(
                    spot,
                    f"{subject.id} has a target of 0 for {period}, and {rule.band} of nothing leaves no room:"
                    " a miss cannot be rated",
                    "give it a tolerance in points, or method: two-state, under rating:",
                    subject.id,
                    ((where, "the tolerance is set here"),) if where else (),
                )


def _ungraded(target: Target, rule: RuleUsed) -> bool:
    explicit = target.floor is not None or (target.green is not None and target.amber is not None)
    goal = target.green if target.value is None else target.value
    return rule.method.value != "two-state" and rule.band.relative and goal == 0 and not explicit
