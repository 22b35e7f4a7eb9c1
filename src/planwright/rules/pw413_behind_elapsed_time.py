"""An action has run for most of its time and is hardly begun.

## Why
An action is not overdue until its last day. How much is done, set against how much time has gone, shows months earlier
where it is heading.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    start: 2026-04-01
    due: 2026-12-31
    percent: 20
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    start: 2026-04-01
    due: 2026-12-31
    percent: 75
```

## How to fix
Bring `percent:` up to date. If the action really is behind, say so with `status: behind`, or move the date with a
reason.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.work import elapsed
from planwright.diagnostic import Severity

from ._items import ended
from .rule import Finding

SEVERITY = Severity.WARNING
_BEHIND = 30  # percentage points of time gone that are not matched by work done
_ADMITTED = frozenset({"behind", "at risk"})


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live action far less done than its time is gone, unless its status admits it."""
    for rating in assessment.work:
        action = rating.subject.record
        if rating.index is not None or action.percent is None or action.status in _ADMITTED:
            continue
        gone = elapsed(rating, assessment.as_at)
        if gone - action.percent > _BEHIND and not ended(rating.subject, assessment.as_at):
            yield Finding(
                rating.spot.at("percent"),
                f"{rating.subject.id} is {action.percent} per cent done with {gone} per cent of its time gone",
                "bring percent: up to date, or say status: behind",
                rating.subject.id,
            )
