"""An action needs money that is not in the budget.

## Why
The plan promises what nobody has paid for. Members should see that before they approve it, not in the outturn.

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
    resources:
      money: 60000
      funded: no
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
    resources:
      money: 60000
      funded: yes
```

## How to fix
Find the money, put the action off with a reason, or drop it. Write `funded: yes` once it is in the budget.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import ended
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live action that needs money and says that it is not funded."""
    for subject in assessment.workspace.of("action"):
        resources = subject.record.resources
        if resources is None or not resources.money or resources.funded is not False:
            continue
        if not ended(subject, assessment.as_at):
            yield Finding(
                subject.spot.at("resources", "funded"),
                f"action {subject.id} needs money that is not in the budget",
                "find the money, put the action off with a reason, or drop it",
                subject.id,
            )
