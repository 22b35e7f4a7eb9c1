"""A recorded change of a target does not end at the target that stands there.

## Why
The record says 90, the plan says 85: somebody changed it once more and said nothing, or one of the two is a slip.

## Bad
```yaml
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 85
    changes:
      - field: targets
        period: 2026-27
        from: "95"
        to: "90"
        on: 2026-09-10
        reason: Two large schemes were delayed
        decision: CAB-2026-09/1
```

## Good
```yaml
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 90
    changes:
      - field: targets
        period: 2026-27
        from: "95"
        to: "90"
        on: 2026-09-10
        reason: Two large schemes were delayed
        decision: CAB-2026-09/1
```

## How to fix
Correct the target or the entry, or record the change that is missing with its reason and decision.
"""

from collections.abc import Iterator
from decimal import Decimal

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.indicators import Indicator
from planwright.period import Period, parse_period
from planwright.quantity import shown
from planwright.records.scalars import parse_number

from ._targets import targets
from .rule import Finding

SEVERITY = Severity.WARNING
_TARGET = frozenset({"target", "targets"})


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield the last recorded change of each target that gives a number other than the target's value."""
    for subject in assessment.workspace.of("indicator"):
        last = _last(subject.record, assessment.figures.start(subject.record))
        for one in targets(assessment, subject) if last else ():
            index, value = last.get(one.period, (0, None))
            now = one.target.value
            if not one.group and value is not None and now is not None and value != now:
                yield Finding(
                    subject.spot.at("changes", index, "to"),
                    f"the target of {subject.id} for {one.period} was changed to {shown(value)},"
                    f" but it is {shown(now)}",
                    "correct one of them, or record the change that is missing",
                    subject.id,
                    ((one.spot, "the target"),),
                )


def _last(indicator: Indicator, start: int) -> dict[Period, tuple[int, Decimal | None]]:
    """Return for each period the position of the last recorded change of its target, and the number it ends at."""
    found: dict[Period, tuple[int, Decimal | None]] = {}
    for index, change in enumerate(indicator.changes):
        if change.field in _TARGET and change.period and change.to:
            try:
                found[parse_period(change.period, start)] = index, parse_number(change.to)
            except ValueError:  # a change told in words is read by people
                found[parse_period(change.period, start)] = index, None
    return found
