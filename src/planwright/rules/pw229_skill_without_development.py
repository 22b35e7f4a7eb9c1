"""An action needs skills that are lacking, and the work plan of its lead develops none.

## Why
A skill that nobody has on the day the work begins is a reason for being late that was known a year before.

## Bad
```yaml
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: HSG-O1
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
    resources:
      skills: Negotiating leases
# file: private/options-manager.yaml
kind: work-plan
id: WP-OPTIONS
post: HOUSING-OPTIONS-MANAGER
period: 2026-27
actions_led: [HSG-A1]
```

## Good
```yaml
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: HSG-O1
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
    resources:
      skills: Negotiating leases
# file: private/options-manager.yaml
kind: work-plan
id: WP-OPTIONS
post: HOUSING-OPTIONS-MANAGER
period: 2026-27
actions_led: [HSG-A1]
development:
  - need: Negotiating leases
    how: Two days with the county's estates team
```

## How to fix
Agree under `development:` how the post comes by the skill. Where somebody else brings it, take `skills:` off the
action: it is there for what the service lacks.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id
from ._work_plans import led_elsewhere, running
from .rule import Finding

SEVERITY = Severity.INFO
PRIVATE = True


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each work plan without any development whose post leads an unfinished action that lacks skills."""
    for plan in running(assessment):
        if plan.record.development:
            continue
        for action in led_elsewhere(assessment, plan):
            resources = action.record.resources
            if resources and resources.skills:
                yield Finding(
                    at_id(plan),
                    f"{plan.id} plans no development, but {action.id} needs skills that are lacking",
                    f"agree how {plan.record.post} comes by them",
                    plan.id,
                    ((action.spot.at("resources", "skills"), "the skills it needs"),),
                )
