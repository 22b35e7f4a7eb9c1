"""An action has neither a due date nor targets by year.

## Why
An action that is never due is never late, and never done either.

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
    due: 2026-12-31
  - id: HSG-A2
    title: Bring empty homes back into use
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    targets_by_year:
      - year: 2026-27
        target: 20 homes
      - year: 2027-28
        target: 30 homes
```

## How to fix
Write `due:`, with a month if the day is not known yet, or what will be reached each year under `targets_by_year:`.
Dated milestones will do as well.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id, written
from .rule import Finding

SEVERITY = Severity.WARNING
_FIELDS = ("due", "targets_by_year", "milestones", "done")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live action for which no date can be told."""
    for rating in assessment.work:
        subject = rating.subject
        if rating.index is not None or rating.state.key != "no-date":
            continue
        if not any(written(assessment.workspace, subject.spot.at(field)) for field in _FIELDS):
            yield Finding(
                at_id(subject),
                f"action {subject.id} has neither a due date nor targets by year",
                "add due:, or targets_by_year: where it runs on",
                subject.id,
            )
