"""An action is overdue.

## Why
What was promised for a date and is not there needs an answer: it is done, it will be done later, or it will not be
done.

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
```

## How to fix
Add `done:` with the day, or the new date under `revised:` with the reason. If it was given up, set `status:` to
deferred, cancelled or superseded and say why.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each action overdue by more than the days of grace, unless its date is only that of a milestone."""
    for rating in assessment.work:
        action = rating.record
        if rating.index is not None or rating.state.key != "overdue" or not (action.due or action.revised):
            continue
        if not written(assessment.workspace, rating.spot.at("done")):
            yield Finding(
                rating.spot.at("due"),
                f"action {rating.subject.id} is overdue: {rating.reason}",
                "add done: with the day, or the new date and its reason under revised:",
                rating.subject.id,
            )
