"""New dates are not listed oldest first.

## Why
The last new date is the one that counts. An older one at the end of the list puts the action back to a date that was
given up.

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
      - to: 2027-03-31
        on: 2026-11-10
        reason: The forum asked for a third round
      - to: 2026-12-31
        on: 2026-09-10
        reason: The forum asked for a second round
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
        reason: The forum asked for a second round
      - to: 2027-03-31
        on: 2026-11-10
        reason: The forum asked for a third round
```

## How to fix
Put the entries under `revised:` in the order in which they were agreed. A date that was brought forward needs `on:`, so
that it is not taken for an older one.
"""

from collections.abc import Iterator
from itertools import pairwise

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.records.action import Slip

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each new date, of an action or a milestone, that was agreed before the one listed above it."""
    for rating in assessment.work:
        for index, (first, then) in enumerate(pairwise(rating.record.revised), start=1):
            if _older(then, first):
                yield Finding(
                    rating.spot.at("revised", index),
                    f"the new dates of {rating.id} are out of order: {then.to} stands after {first.to}",
                    "list them oldest first, each with on:; the last one counts",
                    rating.subject.id,
                )


def _older(then: Slip, first: Slip) -> bool:
    """Whether a new date is older than another: by the days they were agreed, else by the dates themselves."""
    if then.on and first.on:
        return then.on < first.on
    return then.to.day < first.to.day
