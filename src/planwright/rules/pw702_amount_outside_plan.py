"""An efficiency gain has an amount for something other than a year of its plan.

## Why
The amount is added to no year's total, so the gains look smaller than they are.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
efficiency:
  - title: Letters are sent by the shared print room
    category: the same for less
    cashable: yes
    amounts:
      2025-26: 5000
    evidence: Print room invoices
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
efficiency:
  - title: Letters are sent by the shared print room
    category: the same for less
    cashable: yes
    amounts:
      2026-27: 5000
    evidence: Print room invoices
```

## How to fix
Write the years as 2026-27, within the period of the plan.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.period import PlanPeriod
from planwright.visible import one_line

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each amount whose key is not a year of the plan."""
    for subject in assessment.workspace.of("service-plan"):
        period: PlanPeriod = subject.record.period
        years = [str(year) for year in period.years(assessment.figures.year_start)]
        for index, gain in enumerate(subject.record.efficiency):
            for year in gain.amounts:
                if year not in years:
                    yield Finding(
                        subject.spot.at("efficiency", index, "amounts", year, part="key"),
                        f"{one_line(year, 60)} is not a year of {subject.id}, which covers {period}",
                        f"its years are {', '.join(years)}",
                        subject.id,
                    )
