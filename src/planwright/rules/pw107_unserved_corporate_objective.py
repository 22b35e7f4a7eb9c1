"""A corporate objective is served by no service.

## Why
The council has promised something and nobody is working on it; or somebody is, and their plan does not say so.

## Bad
```yaml
# file: corporate-plan.yaml
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
    measured_by: [HSG-PI-01]
  - id: CORP-4
    title: Clean air in every street
    measured_by: [HSG-PI-01]
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
```

## Good
```yaml
# file: corporate-plan.yaml
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
    measured_by: [HSG-PI-01]
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
```

## How to fix
Ask which service contributes and add the link there. If none does, the objective needs an owner or should be given
up by a decision.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread_gaps import unserved
from planwright.diagnostic import Severity

from ._items import at_id, left_out
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each corporate objective that no objective or action of a lower layer leads to, once all can be read."""
    workspace = assessment.workspace
    if not workspace.of("service-plan"):
        return
    if left_out(workspace, "service-plan", "objectives") or left_out(workspace, "objective", "links"):
        return
    for subject in unserved(assessment, "corporate"):
        if subject.thing == "objective":
            yield Finding(
                at_id(subject),
                f"no service serves corporate objective {subject.id}",
                f"link the objective of a service to {subject.id}",
                subject.id,
            )
