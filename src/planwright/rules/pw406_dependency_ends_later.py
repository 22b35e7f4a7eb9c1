"""An action depends on another that ends after it.

## Why
It cannot be done by its date, whatever its own status says.

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
    due: 2026-12-31
    depends_on: [HSG-A2]
  - id: HSG-A2
    title: Agree the scheme's budget
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2027-03-31
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
    due: 2027-06-30
    depends_on: [HSG-A2]
  - id: HSG-A2
    title: Agree the scheme's budget
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2027-03-31
```

## How to fix
Bring the earlier action forward, move this one with a reason, or take the dependency out.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import ended
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each dependency of a live action on a live one with a later date."""
    due = {rating.subject.id: rating.due for rating in assessment.work if rating.index is None and rating.due}
    for subject in assessment.workspace.of("action"):
        own = due.get(subject.id)
        if own is None or not subject.record.depends_on or ended(subject, assessment.as_at):
            continue
        for index, name in enumerate(subject.record.depends_on):
            other = assessment.workspace.get(name, "action")
            theirs = due.get(name)
            if other and theirs and theirs.day > own.day and not ended(other, assessment.as_at):
                yield Finding(
                    subject.spot.at("depends_on", index),
                    f"{subject.id} is due {own} but depends on {name}, which is due {theirs}",
                    "bring the one forward, or move the other with a reason",
                    subject.id,
                    ((other.spot.at("due"), "due later"),),
                )
