"""An objective has no measure.

## Why
"How do we know we are there?" is one of the four questions a service plan answers. Without an indicator or a target,
nobody can say whether the objective was achieved.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
  - id: HSG-O2
    title: Give every council home a sound roof
    links: [CORP-3]
    targets:
      - title: All 412 roofs on the survey's list renewed
        by: 2029-03-31
```

## How to fix
Name the indicators under `measured_by:`, or write a target with a date under `targets:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live objective with neither an indicator nor a target."""
    workspace = assessment.workspace
    for subject in workspace.of("objective"):
        if subject.record.measured_by or subject.record.targets or assessment.gone(subject):
            continue
        if not any(written(workspace, subject.spot.at(field)) for field in ("measured_by", "targets")):
            yield Finding(
                at_id(subject),
                f"objective {subject.id} has no measure",
                "name its indicators under measured_by:, or write a target under targets:",
                subject.id,
            )
