"""An action has no news for a quarter, while others of its plan do.

## Why
Progress is followed action by action. Where the others have their notes, an action nobody has written about since the
last quarter began is easily passed over: it may be going well, and nobody who reads the plan can tell.

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
    start: 2026-04-01
    due: 2027-03-31
    progress:
      - on: 2026-06-20
        note: The forum met.
  - id: HSG-A2
    title: Move the housing register to the new system
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    start: 2026-04-01
    due: 2027-03-31
    progress:
      - on: 2026-10-02
        note: Half of the records are across.
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
    due: 2027-03-31
    progress:
      - on: 2026-10-02
        note: Eleven landlords have joined.
```

## How to fix
Write a note with its day under `progress:`, tick off a milestone, or agree a new date; `planwright action update` asks
for no more than that.
"""

from collections.abc import Iterator
from datetime import date

from planwright.assessment import Assessment
from planwright.assessment.health_gaps import silent_actions
from planwright.assessment.health_items import Scope
from planwright.assessment.updating import last_update, period_began
from planwright.diagnostic import Severity

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each action under way without news, in a plan of which some action has news."""
    began = period_began(assessment)
    every = assessment.workspace.of("action")
    kept = {one.root.id for one in every if (last_update(assessment, one.record) or date.min) >= began}
    if not kept:
        return
    for concern in silent_actions(Scope(assessment)).concerns:
        if concern.subject.root.id in kept:
            yield Finding(
                at_id(concern.subject),
                f"{concern.subject.id} has had no news since {began.isoformat()}: {concern.note}",
                "add a note under progress:, or what was done",
                concern.subject.id,
            )
