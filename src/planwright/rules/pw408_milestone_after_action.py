"""A milestone is due after its action.

## Why
Two due dates for one piece of work: the reader cannot tell which of them is the promise.

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
    due: 2026-12-31
    milestones:
      - title: First ten lettings
        due: 2027-03-31
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
    due: 2027-03-31
    milestones:
      - title: First ten lettings
        due: 2027-03-31
```

## How to fix
Move the action's date, with a reason under `revised:` if it was published, or correct the milestone.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment, WorkRating
from planwright.assessment.work import OVER
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each open milestone due after the date of its action that counts today."""
    action: WorkRating | None = None
    for rating in assessment.work:
        if rating.index is None:
            stated = rating.record.due or rating.record.revised
            action = rating if stated and rating.due and rating.state.key not in OVER else None
        elif action and action.due and rating.due and rating.due.day > action.due.day and rating.state.key not in OVER:
            yield Finding(
                rating.spot.at("due"),
                f"milestone {rating.id} is due {rating.due}, after its action, which is due {action.due}",
                "move the action's date, or correct the milestone",
                rating.subject.id,
                ((action.spot.at("due"), "the action's own date"),),
            )
