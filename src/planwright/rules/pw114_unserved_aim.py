"""An aim of the community plan is served by no objective of the council.

## Why
The council signed up to the community plan. An aim to which nothing leads is either somebody else's, which the plan
should say, or forgotten.

## Bad
```yaml
kind: community-plan
id: COMM
title: Wexcombe together
period: 2024-25 to 2033-34
aims:
  - id: COMM-1
    title: Clean air in every street
```

## Good
```yaml
# file: community-plan.yaml
kind: community-plan
id: COMM
title: Wexcombe together
period: 2024-25 to 2033-34
aims:
  - id: COMM-1
    title: Everyone lives well
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
Link the corporate objective that serves it. Where a partner leads on the aim, name the partner as its `lead:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread_gaps import unserved
from planwright.diagnostic import Severity

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each community aim that nothing in a lower layer leads to and no partner leads, once all can be read."""
    workspace = assessment.workspace
    if not workspace.of("aim") or not workspace.of("corporate-plan", "service-plan"):
        return
    for subject in unserved(assessment, "community"):
        if subject.thing == "aim":
            yield Finding(
                at_id(subject),
                f"nothing the council plans serves aim {subject.id}",
                f"link a corporate objective to {subject.id}, or name the partner that leads on it",
                subject.id,
            )
