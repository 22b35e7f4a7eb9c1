"""A risk has no owner.

## Why
Somebody must act on it. A risk that belongs to everybody is watched by nobody.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: low, impact: low}
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
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## How to fix
Write `owner:` with the id of the post that acts.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id, written
from ._risks import live
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live risk that names no owner."""
    for rating in live(assessment):
        subject = rating.subject
        if not subject.record.owner and not written(assessment.workspace, subject.spot.at("owner")):
            yield Finding(
                at_id(subject), f"risk {subject.id} has no owner", "add owner: with the post that acts", subject.id
            )
