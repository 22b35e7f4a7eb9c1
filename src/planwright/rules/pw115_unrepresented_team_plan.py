"""A team's plan leads nowhere in the plan of its service.

## Why
A service plan gives the whole breadth of a service, be it that the detail stands in its teams' plans. What a team does
that its service's plan knows nothing of is either not planned for or not needed.

## Bad
```yaml
# file: organisation.yaml
kind: organisation
services:
  - id: HOUSING
    title: Housing
teams:
  - id: LETTINGS
    title: Lettings
    service: HOUSING
posts:
  - id: HOUSING-OPTIONS-MANAGER
    title: Housing Options Manager
committees:
  - id: CABINET
    title: Cabinet
# file: services/lettings.yaml
kind: team-plan
id: LET
team: LETTINGS
period: 2026-27
objectives:
  - id: LET-O1
    title: Let every empty home within 28 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
```

## Good
```yaml
# file: organisation.yaml
kind: organisation
services:
  - id: HOUSING
    title: Housing
teams:
  - id: LETTINGS
    title: Lettings
    service: HOUSING
posts:
  - id: HOUSING-OPTIONS-MANAGER
    title: Housing Options Manager
committees:
  - id: CABINET
    title: Cabinet
# file: services/lettings.yaml
kind: team-plan
id: LET
team: LETTINGS
period: 2026-27
objectives:
  - id: LET-O1
    title: Let every empty home within 28 days
    links: [HSG-O1]
    measured_by: [HSG-PI-01]
```

## How to fix
Link the team's objectives to those of its service that they serve. Where the service's plan has none, it lacks one.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread_plans import plans_above, unrepresented
from planwright.assessment.thread_tree import Tree
from planwright.diagnostic import Severity

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each team plan of which nothing leads to the plan of its service, once all plans can be read."""
    if assessment.workspace.unread or not assessment.workspace.of("team-plan"):
        return
    for plan in unrepresented(Tree(assessment)):
        above = plans_above(assessment, plan)
        yield Finding(
            at_id(plan),
            f"nothing in team plan {plan.id} leads to the plan of its service, {above[0].id}",
            f"link an objective of {plan.id} to the objective of {above[0].id} that it serves",
            plan.id,
            tuple((at_id(one), "the plan of its service") for one in above),
        )
