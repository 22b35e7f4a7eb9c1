"""A date moved and nobody said why.

## Why
A promise may slip; it may not slip in silence. Members ask which projects slipped and why, and the reason is only
known to whoever moved the date.

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
    due: 2026-09-30
    revised:
      - to: 2026-12-31
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
    due: 2026-09-30
    revised:
      - to: 2026-12-31
        on: 2026-09-10
        reason: The forum asked for a second round of consultation
```

## How to fix
Add `reason:` to the entry under `revised:`, in one line.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each new date, of an action or a milestone, without a reason."""
    for rating in assessment.work:
        for index, slip in enumerate(rating.record.revised):
            spot = rating.spot.at("revised", index)
            if not slip.reason and not written(assessment.workspace, spot.at("reason")):
                yield Finding(
                    spot,
                    f"the date of {rating.id} moved to {slip.to} without a reason",
                    "add reason: to the new date",
                    rating.subject.id,
                )
