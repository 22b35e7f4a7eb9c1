"""A service or team plan has neither objectives nor actions.

## Why
Such a plan says where the service is, and nothing about where it is going or how.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
overview: Finds homes for people who have none.
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
overview: Finds homes for people who have none.
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
```

## How to fix
Write the objectives, or the actions if the objectives stand in the plan above.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.wording import a

from ._items import at_id, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live service or team plan in which nothing is to be achieved or done."""
    workspace = assessment.workspace
    for subject in workspace.of("service-plan", "team-plan"):
        if subject.record.objectives or subject.record.actions or assessment.gone(subject):
            continue
        if not any(written(workspace, subject.spot.at(field)) for field in ("objectives", "actions")):
            yield Finding(
                at_id(subject),
                f"{subject.id} is {a(subject.thing)} with neither objectives nor actions",
                "add objectives: or actions:",
                subject.id,
            )
