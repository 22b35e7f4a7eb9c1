"""None of the actions in a team's plan is led by the team.

## Why
A team plan says who in the team does what. Where all of it is led from outside, the team has been told of a plan, not
given one, or the posts of the team are not up to date.

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
  - id: LETTINGS-OFFICER
    title: Lettings Officer
    team: LETTINGS
committees:
  - id: CABINET
    title: Cabinet
# file: services/lettings.yaml
kind: team-plan
id: LET
team: LETTINGS
period: 2026-27
actions:
  - id: LET-A1
    title: Let every empty home within 28 days
    objective: HSG-O1
    lead: HOUSING-OPTIONS-MANAGER
    due: 2027-03-31
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
  - id: LETTINGS-OFFICER
    title: Lettings Officer
    team: LETTINGS
committees:
  - id: CABINET
    title: Cabinet
# file: services/lettings.yaml
kind: team-plan
id: LET
team: LETTINGS
period: 2026-27
actions:
  - id: LET-A1
    title: Let every empty home within 28 days
    objective: HSG-O1
    lead: LETTINGS-OFFICER
    due: 2027-03-31
```

## How to fix
Name the post of the team that does it as `lead:`, or give the posts their `team:` in the organisation.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.duties import lead_of, posts_of
from planwright.diagnostic import Severity

from ._items import at_id, ended
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each team plan whose unfinished actions are all led by posts outside a team that has posts."""
    workspace = assessment.workspace
    leads: dict[str, set[str]] = {}
    for action in workspace.of("action"):
        if action.root.thing == "team-plan" and not ended(action, assessment.as_at) and lead_of(action):
            leads.setdefault(action.root.id, set()).add(lead_of(action))
    for plan in workspace.of("team-plan"):
        team = workspace.get(plan.record.team, "team")
        posts = {post.id for post in posts_of(workspace, team)} if team else set()
        own = posts | ({str(plan.record.leader)} if posts and plan.record.leader else set())
        if own and plan.id in leads and own.isdisjoint(leads[plan.id]) and not assessment.gone(plan):
            yield Finding(
                at_id(plan),
                f"no post of {plan.record.team} leads any of what is still to be done in {plan.id}",
                "name the post of the team that does it, or say which posts belong to the team",
                plan.id,
            )
