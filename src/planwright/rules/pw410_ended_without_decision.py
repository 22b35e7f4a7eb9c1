"""An action is deferred, cancelled or superseded without a decision.

## Why
Giving up what a committee approved is for whoever approved it. Without a reference nobody can look up who agreed.

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
    status: cancelled
    reason: The government's own scheme replaces it
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
    status: cancelled
    reason: The government's own scheme replaces it
    decision: CAB-2026-09/1
```

## How to fix
Add `decision:` with the id of the decision. A council that lets officers decide this turns the rule off in the
settings.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.work import GIVEN_UP
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each action that is said to have ended, without a decision."""
    for rating in assessment.work:
        status = rating.record.status
        if rating.index is not None or status not in GIVEN_UP or rating.record.decision or rating.done:
            continue
        if not written(assessment.workspace, rating.spot.at("decision")):
            yield Finding(
                rating.spot.at("status"),
                f"{rating.id} is {status} without a decision",
                "add decision: with what agreed it",
                rating.subject.id,
            )
