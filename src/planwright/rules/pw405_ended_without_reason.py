"""An action or milestone is deferred, cancelled or superseded without a reason.

## Why
Actions that disappear unexplained are the first thing scrutiny cannot follow across the years.

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
    status: deferred
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
    status: deferred
    reason: The government's own scheme starts in April 2027
    decision: CAB-2026-09/1
```

## How to fix
Add `reason:` in one line, and `decision:` with the decision behind it.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.work import GIVEN_UP
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each action or milestone that is said to have ended, without a reason."""
    for rating in assessment.work:
        status = rating.record.status
        if status not in GIVEN_UP or rating.record.reason or rating.done:
            continue
        if not written(assessment.workspace, rating.spot.at("reason")):
            yield Finding(
                rating.spot.at("status"),
                f"{rating.id} is {status} without a reason",
                "add reason: in one line",
                rating.subject.id,
            )
