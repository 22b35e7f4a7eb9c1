"""A target, or an end of a range, is zero and its tolerance is per cent of it.

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
from decimal import Decimal

from planwright.assessment import Assessment
from planwright.assessment.ruling import RuleUsed
from planwright.assessment.scales import UNUSABLE, scales
from planwright.diagnostic import Severity
from planwright.kinds.indicators import Indicator
from planwright.quantity import is_yes_no
from planwright.records.thread import Target
from planwright.workspace import Subject

from ._targets import targets
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each zero target, of this year or later, that a relative tolerance would have to grade."""
    for subject in assessment.workspace.of("indicator"):
        indicator: Indicator = subject.record
        if indicator.polarity == "none" or is_yes_no(indicator.unit or "") or assessment.gone(subject):
            continue
        rule = assessment.figures.rule(subject)
        if rule.basis.value in {"benchmark", "manual"}:
            continue
        least = _least(assessment, subject)
        what = "a range that begins or ends at" if indicator.polarity == "range" else "a target of"
        for one in targets(assessment, subject):
            if one.period.last >= assessment.year.first and _ungraded(one.target, indicator.polarity, rule, least):
                part = rule.far if rule.far.value and not rule.band.relative else rule.tolerance
                width, where = part.value or rule.band, part.spot
                yield Finding(
                    one.spot,
                    f"{one.whose} has {what} 0 for {one.period}, and {width} of nothing leaves no room:"
                    " a miss cannot be rated",
                    "give it a tolerance in points, or method: two-state, under rating:",
                    subject.id,
                    ((where, "the tolerance is set here"),) if where else (),
                )


def _ungraded(target: Target, polarity: str, rule: RuleUsed, least: Decimal) -> bool:
    """Whether a miss of a target cannot be rated; a range that begins at 0 is missed below only by what can be less."""
    if polarity == "range" and target.high != 0 and (target.low != 0 or least >= 0):
        return False
    found = (scale for scale in scales(target, polarity, rule) if scale.goal == 0)
    return any(step.state == UNUSABLE and step.allowance for scale in found for step in scale.steps)


def _least(assessment: Assessment, subject: Subject) -> Decimal:
    """Return the lowest result of an indicator so far, or 0."""
    values = (figure.result.value for figure in assessment.figures.results.get(subject.id, {}).values())
    return min((value for value in values if value is not None), default=Decimal(0))
