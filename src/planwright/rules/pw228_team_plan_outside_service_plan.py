"""A team's plan covers a year for which its service has no plan.

## Why
A team plan carries out its service's plan. For a year that the service has not planned for, there is nothing to carry
out.

## Bad
```yaml
# file: organisation.yaml
kind: organisation
services:
  - id: HOUSING
    title: Housing
teams:
  - id: LETTINGS
    title: Lettings
    service: HOUSING
posts:
  - id: HOUSING-OPTIONS-MANAGER
    title: Housing Options Manager
committees:
  - id: CABINET
    title: Cabinet
# file: services/lettings.yaml
kind: team-plan
id: LET
team: LETTINGS
period: 2028-29 to 2029-30
objectives:
  - id: LET-O1
    title: Let every empty home within 28 days
    links: [HSG-O1]
    measured_by: [HSG-PI-01]
```

## Good
```yaml
# file: organisation.yaml
kind: organisation
services:
  - id: HOUSING
    title: Housing
teams:
  - id: LETTINGS
    title: Lettings
    service: HOUSING
posts:
  - id: HOUSING-OPTIONS-MANAGER
    title: Housing Options Manager
committees:
  - id: CABINET
    title: Cabinet
# file: services/lettings.yaml
kind: team-plan
id: LET
team: LETTINGS
period: 2028-29
objectives:
  - id: LET-O1
    title: Let every empty home within 28 days
    links: [HSG-O1]
    measured_by: [HSG-PI-01]
```

## How to fix
Correct the `period:` of the team's plan, or write the service's plan for that year first.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread_plans import plans_of, years_of
from planwright.diagnostic import Severity
from planwright.wording import listed

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each team plan with the years that no plan of its service covers, where the service has a plan at all."""
    for plan in assessment.workspace.of("team-plan"):
        above = plans_of(assessment, assessment.service(plan))
        covered = {year for one in above for year in years_of(assessment, one)}
        missing = [year for year in years_of(assessment, plan) if year not in covered]
        if above and missing and not assessment.gone(plan):
            told = listed(f"{one.id} covers {one.record.period}" for one in above)
            yield Finding(
                plan.spot.at("period"),
                f"{plan.id} covers {listed(missing)}, for which its service has no plan: {told}",
                "correct the period, or write the service's plan for that year first",
                plan.id,
                tuple((one.spot.at("period"), "the years of the service's plan") for one in above),
            )
