"""The years of a service plan are over and no other plan of the service has followed.

## Why
The service works on, to a plan that nobody has agreed for this year.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2025-26
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
```

## Good
```yaml
# file: services/housing-2025.yaml
kind: service-plan
id: HSG-25
service: HOUSING
period: 2025-26
objectives:
  - id: HSG-25-O1
    title: Offer every homeless household a home within 28 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
```

## How to fix
Write the next plan, or extend the `period:` by a decision.
"""

from collections.abc import Iterator
from datetime import date

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.workspace import Subject

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield the last plan of each service that has no plan for today or later."""
    last: dict[str, tuple[date, Subject]] = {}
    for subject in assessment.workspace.of("service-plan"):
        if not assessment.gone(subject):
            end = subject.record.period.dates(assessment.figures.year_start)[1]
            service = str(subject.record.service)
            if service not in last or end > last[service][0]:
                last[service] = end, subject
    for service, (end, subject) in last.items():
        owner = assessment.workspace.get(service, "service")
        if end < assessment.as_at and owner and not assessment.gone(owner):
            yield Finding(
                subject.spot.at("period"),
                f"{subject.id} ended on {end.isoformat()} and no plan of {service} follows it",
                "write the next plan, or extend this one by a decision",
                subject.id,
            )
