"""A service of the council has no service plan.

## Why
What the service does for the council's objectives, and what it costs, is then written down nowhere.

## Bad
```yaml
kind: organisation
services:
  - id: HOUSING
    title: Housing
  - id: LEISURE
    title: Leisure
posts:
  - id: HOUSING-OPTIONS-MANAGER
    title: Housing Options Manager
committees:
  - id: CABINET
    title: Cabinet
```

## Good
```yaml
kind: organisation
services:
  - id: HOUSING
    title: Housing
posts:
  - id: HOUSING-OPTIONS-MANAGER
    title: Housing Options Manager
committees:
  - id: CABINET
    title: Cabinet
```

## How to fix
Write its plan, or retire the service with a reason if it was merged into another.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread_plans import unplanned
from planwright.diagnostic import Severity

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each service without a plan, once there are service plans and all of them could be read."""
    workspace = assessment.workspace
    unread = any(one.document.kind == "service-plan" and one.record is None for one in workspace.loaded)
    if not workspace.of("service-plan") or unread:
        return
    for subject in unplanned(assessment):
        yield Finding(
            at_id(subject),
            f"service {subject.id} has no service plan",
            f"write one with service: {subject.id}, or retire the service",
            subject.id,
        )
