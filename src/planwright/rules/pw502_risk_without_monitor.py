"""A risk has nobody who watches it.

## Why
Acting and watching are two jobs. Whoever acts is the last to see that it does not help.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: low, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
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
Write `monitor:` with the id of the post that watches, usually one that the owner answers to.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id, written
from ._risks import live
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live risk that names no monitor."""
    for rating in live(assessment):
        subject = rating.subject
        if not subject.record.monitor and not written(assessment.workspace, subject.spot.at("monitor")):
            yield Finding(
                at_id(subject),
                f"risk {subject.id} has nobody who watches it",
                "add monitor: with the post that watches",
                subject.id,
            )
