"""A risk has no current score.

## Why
Without one it cannot be ranked, is on no heat map, and nobody knows how often to look at it.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
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
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## How to fix
Add `current:` with likelihood and impact in the words of the settings.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id, written
from ._risks import live
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live risk without a current score."""
    for rating in live(assessment):
        subject = rating.subject
        if subject.record.current is None and not written(assessment.workspace, subject.spot.at("current")):
            yield Finding(
                at_id(subject),
                f"risk {subject.id} has no current score",
                "add current: with likelihood and impact",
                subject.id,
            )
