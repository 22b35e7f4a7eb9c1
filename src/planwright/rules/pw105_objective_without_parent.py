"""An objective links to nothing above it.

## Why
If nobody can say what an objective is for, either a link is missing or the work is. The law may be reason enough: a
statutory driver does as well as a link.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    measured_by: [HSG-PI-01]
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
    links:
      - to: CORP-3
        type: direct
        so_that: fewer families spend time in bed and breakfast
    measured_by: [HSG-PI-01]
  - id: HSG-O2
    title: License every house in multiple occupation
    statutory_driver: Housing Act 2004, part 2
    measured_by: [HSG-PI-01]
```

## How to fix
Add `links:` with the objective, aim or priority it serves. Where the law alone requires the work, write
`statutory_driver:` and name the law.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread_gaps import top_layer
from planwright.diagnostic import Severity

from ._items import at_id, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each objective below the top layer with neither a link nor a statutory driver."""
    top = top_layer(assessment)
    for subject in assessment.workspace.of("objective"):
        if subject.record.links or subject.record.statutory_driver or assessment.gone(subject):
            continue
        if assessment.thread.layer(subject) in {"", top}:
            continue
        if not written(assessment.workspace, subject.spot.at("links")):
            yield Finding(
                at_id(subject),
                f"objective {subject.id} links to nothing above it",
                "add links: with what it serves, or statutory_driver: with the law that requires it",
                subject.id,
            )
