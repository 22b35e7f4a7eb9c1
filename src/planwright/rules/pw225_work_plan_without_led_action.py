"""A work plan leaves out an action that its post leads.

## Why
What a service plan asks of a post stands in that post's own plan for the same years, or nobody talks about it at the
one-to-one, and it is found at the year's end.

## Bad
```yaml
kind: work-plan
id: WP-OPTIONS
post: HOUSING-OPTIONS-MANAGER
period: 2026-27
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
Name the action under `actions_led:`, which repeats nothing of it. Where somebody else does it, name that post as its
`lead:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.wording import listed

from ._items import at_id
from ._work_plans import led_elsewhere, running
from .rule import Finding

SEVERITY = Severity.WARNING
PRIVATE = True


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each work plan with the unfinished actions that its post leads elsewhere and that it does not name."""
    for plan in running(assessment):
        known = set(map(str, plan.record.actions_led))
        missing = [action for action in led_elsewhere(assessment, plan) if action.id not in known]
        if missing:
            yield Finding(
                plan.spot.at("actions_led") if known else at_id(plan),
                f"{plan.id} does not name {listed(one.id for one in missing)}, which {plan.record.post} leads",
                "name what the post leads under actions_led:, or name another lead there",
                plan.id,
                tuple((one.spot.at("lead"), f"{one.id} is led by {plan.record.post}") for one in missing),
            )
