"""A community plan lacks one of its four parts.

## Why
A community plan holds a long-term vision, the actions or the objectives of others that bring it about, what the
partners have promised one another, and how they will watch and report it. Without one of them it is a wish.

## Bad
```yaml
kind: community-plan
id: COMM
title: Wexcombe together
period: 2024-25 to 2033-34
aims:
  - id: COMM-1
    title: Everyone lives well
```

## Good
```yaml
# file: community-plan.yaml
kind: community-plan
id: COMM
title: Wexcombe together
period: 2024-25 to 2033-34
vision: A district where everyone has a home.
commitment: Each partner puts its own money and people where the plan says.
aims:
  - id: COMM-1
    title: Everyone lives well
monitoring:
  - what: Progress on every aim
    frequency: once a year
# file: corporate-plan.yaml
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
    links: [COMM-1]
    measured_by: [HSG-PI-01]
```

## How to fix
Add what is missing: `vision:`, `commitment:`, `monitoring:`, and either `actions:` or objectives of other plans that
link to its aims.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.community_plan import CommunityPlan
from planwright.wording import listed
from planwright.workspace import Subject

from ._items import at_id, written
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live community plan that lacks a vision, actions, a shared commitment or monitoring."""
    for subject in assessment.workspace.of("community-plan"):
        lacking = () if assessment.gone(subject) else tuple(_lacking(assessment, subject))
        if lacking:
            yield Finding(
                at_id(subject),
                f"the community plan {subject.id} has no {listed(lacking, 'or')}",
                "a community plan holds a vision, actions or objectives that serve it, a commitment, and monitoring",
                subject.id,
            )


def _lacking(assessment: Assessment, subject: Subject) -> Iterator[str]:
    plan: CommunityPlan = subject.record
    parts = {
        "vision": bool(plan.vision),
        "actions": bool(plan.actions) or _served(assessment, subject),
        "commitment": bool(plan.commitment),
        "monitoring": bool(plan.monitoring),
    }
    for name, there in parts.items():
        if not there and not written(assessment.workspace, subject.spot.at(name)):
            yield "actions, nor objectives that serve it" if name == "actions" else name


def _served(assessment: Assessment, subject: Subject) -> bool:
    """Whether an objective of another plan links to something of this one."""
    own = [one for one in assessment.workspace.of("aim", "objective", "priority") if one.root is subject]
    children = (child for one in own for child in assessment.thread.children.get(one.id, ()))
    return any(child.root is not subject for child in children)
