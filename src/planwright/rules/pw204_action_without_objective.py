"""An action serves no objective.

## Why
The golden thread breaks at the last step: money and time are spent, and nobody can say on what.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    lead: HOUSING-OPTIONS-MANAGER
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
Write `objective:` with the objective it serves. Where a plan lists everyday activities on purpose, write
`actions_without_objective: yes` once for the whole plan.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id, ended, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live action with no objective, in plans that do not allow it."""
    workspace = assessment.workspace
    for subject in workspace.of("action"):
        action = subject.record
        if action.objective or action.links or getattr(subject.root.record, "actions_without_objective", False):
            continue
        if ended(subject, assessment.as_at):
            continue
        if not any(written(workspace, subject.spot.at(field)) for field in ("objective", "links")):
            yield Finding(
                at_id(subject),
                f"action {subject.id} serves no objective",
                "add objective:, or actions_without_objective: yes to the plan",
                subject.id,
            )
