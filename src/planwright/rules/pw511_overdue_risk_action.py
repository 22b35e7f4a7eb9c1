"""Something that was to be done about a risk is overdue.

## Why
The score counts on it. Until it is done, the risk is worse than the log says.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: low, impact: low}
    actions:
      - title: Write to every landlord
        due: 2026-06-30
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## Good
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: low, impact: low}
    actions:
      - title: Write to every landlord
        due: 2026-06-30
        done: 2026-06-12
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## How to fix
Add `done:` with the day, or a new date if it is still to come, and look at the score again.
"""

from collections.abc import Iterator
from datetime import timedelta

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from ._risks import live
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each open action of a live risk overdue by more than the grace; those of plans have a rule of their own."""
    grace = timedelta(days=assessment.workspace.settings.dates.grace_days)
    for rating in live(assessment):
        for index, action in enumerate(rating.subject.record.actions):
            if action.due is None or action.done or action.action or action.due.day + grace >= assessment.as_at:
                continue
            spot = rating.subject.spot.at("actions", index)
            if not written(assessment.workspace, spot.at("done")):
                yield Finding(
                    spot.at("due"),
                    f"an action on risk {rating.subject.id} was due {action.due} and is not done",
                    "add done: with the day, or a new date",
                    rating.subject.id,
                )
