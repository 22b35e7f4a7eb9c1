"""An action has no lead.

## Why
What everybody is responsible for, nobody does. One post answers for each action, however many take part.

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
    due: 2026-12-31
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
```

## How to fix
Write `lead:` with the id of the post responsible. Others who take part stand under `partners:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id, ended, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each action that has not ended and names no lead."""
    for subject in assessment.workspace.of("action"):
        if subject.record.lead or ended(subject, assessment.as_at):
            continue
        if not written(assessment.workspace, subject.spot.at("lead")):
            yield Finding(
                at_id(subject), f"action {subject.id} has no lead", "add lead: with the post responsible", subject.id
            )
