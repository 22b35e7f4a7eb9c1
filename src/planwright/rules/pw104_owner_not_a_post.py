"""Something that is not a post is named as lead, owner or author.

## Why
Responsibility rests with a post, whoever holds it. A service, a team or a committee cannot be asked why a milestone
was missed, and a person's name is out of date the day they leave.

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
    lead: HOUSING
    due: 2026-12-31
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
```

## How to fix
Name the id of a post from the organisation file. For a service, that is usually its head; for a team, its leader.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.wording import a
from planwright.workspace import Subject

from ._items import POST, field_of
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each reference where only a post may stand and something else is named."""
    for reference in assessment.workspace.references:
        target = assessment.workspace.get(reference.target) if reference.things == POST else None
        if target and target.thing != "post":
            yield Finding(
                reference.spot,
                f"{target.id} is {a(target.thing)}, but a post is expected in {field_of(reference)}",
                _instead(target),
                reference.source.id if reference.source else "",
            )


def _instead(target: Subject) -> str:
    post = getattr(target.record, "head", None) or getattr(target.record, "leader", None)
    return f"did you mean {post}, who leads it?" if post else "name a post from the organisation file"
