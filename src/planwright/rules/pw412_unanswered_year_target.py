"""The year of an action's target is over and nobody says whether it was met.

## Why
Targets by year replace a due date. They keep an action honest only if each year gets its answer.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2025-26 to 2027-28
actions:
  - id: HSG-A1
    title: Bring empty homes back into use
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    targets_by_year:
      - year: 2025-26
        target: 20 homes
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2025-26 to 2027-28
actions:
  - id: HSG-A1
    title: Bring empty homes back into use
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    targets_by_year:
      - year: 2025-26
        target: 20 homes
        met: no
      - year: 2026-27
        target: 30 homes
```

## How to fix
Add `met: yes` or `met: no` to the year.
"""

from collections.abc import Iterator
from datetime import timedelta

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import ended, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each year's target of a live action that is over, by more than the grace for results, and unanswered."""
    grace = timedelta(days=assessment.workspace.settings.rating.grace_days)
    for subject in assessment.workspace.of("action"):
        if not subject.record.targets_by_year or ended(subject, assessment.as_at):
            continue
        for index, target in enumerate(subject.record.targets_by_year):
            spot = subject.spot.at("targets_by_year", index)
            over = target.year.dates(assessment.figures.year_start)[1] + grace < assessment.as_at
            if over and target.met is None and not written(assessment.workspace, spot.at("met")):
                yield Finding(
                    spot,
                    f"{target.year} is over and {subject.id} does not say whether its target was met",
                    "add met: yes or met: no",
                    subject.id,
                )
