"""A key action has no milestones.

## Why
Members watch the key actions quarter by quarter. With nothing but a date at the end, the first bad news is the last.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    key: yes
    due: 2027-12-31
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    key: yes
    due: 2027-12-31
    milestones:
      - title: Scheme agreed with the landlords' forum
        due: 2027-06-30
```

## How to fix
Add `milestones:` with two or three dated steps by which progress can be seen.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id, ended, written
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live key action with neither milestones nor targets by year."""
    for subject in assessment.workspace.of("action"):
        action = subject.record
        if not action.key or action.milestones or action.targets_by_year or ended(subject, assessment.as_at):
            continue
        if not written(assessment.workspace, subject.spot.at("milestones")):
            yield Finding(
                at_id(subject),
                f"key action {subject.id} has no milestones",
                "add the dated steps by which members can see how it goes",
                subject.id,
            )
