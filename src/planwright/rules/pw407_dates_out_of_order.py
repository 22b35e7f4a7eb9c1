"""An action ends before it begins.

## Why
One of the two dates is a slip of the pen, and papers print both.

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
    start: 2027-04-01
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
    start: 2026-04-01
    due: 2026-12-31
```

## How to fix
Correct the date that is wrong.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each action due, or done, before its start."""
    for subject in assessment.workspace.of("action"):
        action = subject.record
        if action.start is None:
            continue
        begins = f"begins on {action.start.isoformat()}"
        if action.due and action.due.day < action.start:
            message = f"{subject.id} is due {action.due} but {begins}"
        elif action.done and action.done < action.start:
            message = f"{subject.id} was done on {action.done.isoformat()} but {begins}"
        else:
            continue
        yield Finding(subject.spot.at("start"), message, "correct the date that is wrong", subject.id)
