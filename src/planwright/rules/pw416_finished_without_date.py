"""Everything about an action is done, and it does not say when it was.

## Why
Only `done:` completes an action. Without it the action turns overdue, or stays open for ever, and the paper misses a
success.

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
    percent: 100
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
    percent: 100
    done: 2026-11-02
```

## How to fix
Add `done:` with the day. If there is more to do, lower `percent:`, or add the next milestone.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.work import GIVEN_UP
from planwright.diagnostic import Severity
from planwright.records.action import Action
from planwright.workspace import Subject

from ._items import at_id, ended, written
from .rule import Finding

SEVERITY = Severity.WARNING
_ALL = 100


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live action all of which is done, as its percentage or its milestones say, and that is not."""
    for subject in assessment.workspace.of("action"):
        action: Action = subject.record
        if action.done or action.status == "complete" or ended(subject, assessment.as_at):
            continue  # a claim of completion without a day is a finding of its own
        if written(assessment.workspace, subject.spot.at("done")):
            continue
        if action.percent == _ALL:
            message, spot = f"{subject.id} is 100 per cent done but gives no day", subject.spot.at("percent")
        elif _all_over(assessment, subject):
            message, spot = f"all milestones of {subject.id} are over, and it has no date of its own", at_id(subject)
        else:
            continue
        yield Finding(spot, message, "add done: with the day it was completed, or what is still to come", subject.id)


def _all_over(assessment: Assessment, subject: Subject) -> bool:
    """Whether an action is dated by its milestones alone, and all of them are done, or given up beside one that is."""
    action: Action = subject.record
    if action.due or action.targets_by_year or written(assessment.workspace, subject.spot.at("due")):
        return False
    done = [bool(step.done and step.done <= assessment.as_at) for step in action.milestones]
    over = (met or step.status in GIVEN_UP for met, step in zip(done, action.milestones, strict=True))
    return any(done) and all(over)
