"""A plan holds a section and says that it is held elsewhere.

## Why
Two copies drift apart, and nobody knows which one counts. A section stands in one place; the others refer to it.

## Bad
```yaml
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
capacity_gaps: [Nobody can value a site]
held_elsewhere:
  - section: capacity_gaps
    document: Workforce Strategy
```

## Good
```yaml
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
held_elsewhere:
  - section: capacity_gaps
    document: Workforce Strategy
```

## How to fix
Take out the copy, or the reference to the other document. A document the section only rests on belongs under
`other_plans:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.records.sections import SECTIONS

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each section that a plan fills in and also refers to, and each reference that names no document."""
    for subject in assessment.workspace.of("service-plan"):
        for index, held in enumerate(subject.record.held_elsewhere):
            spot = subject.spot.at("held_elsewhere", index, "section")
            if held.section in SECTIONS and getattr(subject.record, held.section):
                yield Finding(
                    spot,
                    f"{subject.id} holds {held.section} itself and says that it is held elsewhere",
                    "take out one of the two",
                    subject.id,
                    ((subject.spot.at(held.section), "held here"),),
                )
            if not (held.plan or held.document or held.url):
                yield Finding(
                    spot,
                    f"{subject.id} does not say where {held.section} is held",
                    "add plan: with an id, document: with a name, or url:",
                    subject.id,
                )
