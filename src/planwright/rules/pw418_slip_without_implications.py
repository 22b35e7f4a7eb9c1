"""A date moved and nobody says what that means.

## Why
A change of direction is noted with its reason and its implications: who waits longer, what it costs, what else moves.
The reason explains the past; members decide on the implications.

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
    revised:
      - to: 2027-03-31
        reason: The landlords' forum asked for more time
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
    revised:
      - to: 2027-03-31
        reason: The landlords' forum asked for more time
        implications: Ten families stay in bed and breakfast for three months longer
```

## How to fix
Add `implications:` to the new date. Write "none" where it means nothing to anybody.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import ended, written
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield the latest new date of each live action that has a reason and no implications."""
    for subject in assessment.workspace.of("action"):
        revised = subject.record.revised
        if not revised or ended(subject, assessment.as_at):
            continue
        spot = subject.spot.at("revised", len(revised) - 1)
        if revised[-1].reason and not revised[-1].implications:
            if written(assessment.workspace, spot.at("implications")):
                continue
            yield Finding(
                spot,
                f"{subject.id} moved to {revised[-1].to} and nothing says what that means",
                "add implications: to the new date",
                subject.id,
            )
