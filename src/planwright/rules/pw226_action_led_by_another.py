"""A work plan claims an action that another post leads.

## Why
An action has one lead. Where two posts believe it is theirs, or each believes it is the other's, it waits.

## Bad
```yaml
kind: work-plan
id: WP-HEAD
post: HEAD-OF-HOUSING
period: 2026-27
actions_led: [HSG-A1]
```

## Good
```yaml
kind: work-plan
id: WP-OPTIONS
post: HOUSING-OPTIONS-MANAGER
period: 2026-27
actions_led: [HSG-A1]
```

## How to fix
Correct the `lead:` of the action, or take the action out of `actions_led:` and write what the post itself contributes
as an action of its own plan.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.duties import lead_of
from planwright.diagnostic import Severity

from ._work_plans import running
from .rule import Finding

SEVERITY = Severity.WARNING
PRIVATE = True


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each action that a work plan says its post leads, while the action names another lead."""
    for plan in running(assessment):
        for index, id_ in enumerate(plan.record.actions_led):
            action = assessment.workspace.get(id_, "action")
            lead = lead_of(action) if action else ""
            if action and lead and lead != plan.record.post:
                yield Finding(
                    plan.spot.at("actions_led", index),
                    f"{plan.id} says that {plan.record.post} leads {id_}, which is led by {lead}",
                    "correct the lead of the action, or take it out of actions_led",
                    plan.id,
                    ((action.spot.at("lead"), f"{id_} is led by {lead}"),),
                )
