"""An action is done but some of its milestones are not.

## Why
Either the action is not done yet, or somebody forgot to say that the steps were. The paper shows both side by side.

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
    done: 2026-11-02
    milestones:
      - title: First ten lettings
        due: 2026-09-30
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
    due: 2026-12-31
    done: 2026-11-02
    milestones:
      - title: First ten lettings
        due: 2026-09-30
        done: 2026-09-28
```

## How to fix
Add `done:` to the milestones that were reached. Those that were not needed after all are `status: cancelled` with a
reason.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment, WorkRating
from planwright.assessment.work import GIVEN_UP
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each open milestone of an action that is done."""
    done = False
    for rating in assessment.work:
        if rating.index is None:
            done = rating.done is not None
        elif done and _open(rating) and not written(assessment.workspace, rating.spot.at("done")):
            yield Finding(
                rating.spot,
                f"{rating.subject.id} is done but its milestone {rating.id} is not",
                "add done: to the milestone, or status: cancelled with a reason",
                rating.subject.id,
            )


def _open(rating: WorkRating) -> bool:
    """Whether a milestone itself was neither done nor given up, whatever became of its action."""
    return rating.done is None and rating.record.status not in GIVEN_UP
