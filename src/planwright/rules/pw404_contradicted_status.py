"""What is claimed about an action or milestone and its dates contradict each other.

## Why
"On track" beside a date long past, or "complete" without a day on which it was completed, is what makes members
distrust every other line.

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
    due: 2026-09-30
    status: complete
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
    due: 2026-09-30
    done: 2026-09-22
    status: complete
```

## How to fix
Correct the status or the dates. The dates decide the rating; `status:` may be left out altogether.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each action or milestone whose claim the dates contradict."""
    for rating in assessment.work:
        if not rating.contradiction:
            continue
        unread = not rating.record.done and written(assessment.workspace, rating.spot.at("done"))
        if not unread:
            yield Finding(
                rating.spot.at("status" if rating.record.status else "done"),
                f"{rating.id} {rating.contradiction}",
                "correct the status or the dates; the dates decide",
                rating.subject.id,
            )
