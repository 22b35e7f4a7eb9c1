"""A plan fills in a section that the council does not use.

## Why
No paper prints it, so whoever wrote it worked for nothing. Nothing should be asked for, or given, that nobody reads.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
plans:
  unused: [capacity_gaps]
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
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
plans:
  unused: [capacity_gaps]
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
Take the section out of the plan, or take it off `unused:` in the settings if it is worth printing after all.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.sections import filled
from planwright.diagnostic import Severity
from planwright.document import SETTINGS_FILE
from planwright.workspace import Spot

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each section that a live plan fills in and the settings leave out of all papers."""
    unused = assessment.workspace.settings.plans.unused
    for subject in assessment.workspace.of("service-plan") if unused else ():
        for section in () if assessment.gone(subject) else filled(subject.record):
            if section in unused:
                setting = Spot(SETTINGS_FILE, ("plans", "unused", unused.index(section)))
                yield Finding(
                    subject.spot.at(section, part="key"),
                    f"{subject.id} fills in {section}, which the settings leave out of all papers",
                    "take it out, or take it off unused: in the settings",
                    subject.id,
                    ((setting, "not used here"),),
                )
