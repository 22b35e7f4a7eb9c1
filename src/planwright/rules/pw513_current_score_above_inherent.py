"""A risk scores more with its controls than without them.

## Why
Controls do not make a threat worse. The two scores were swapped, or the controls do not work and are none.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    inherent: {likelihood: low, impact: low}
    current: {likelihood: low, impact: medium}
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
    inherent: {likelihood: low, impact: medium}
    current: {likelihood: low, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## How to fix
Correct the score that is wrong. `inherent:` is the score before any control, `current:` the one with them.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._risks import live
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live threat whose current score is higher than its inherent one."""
    for rating in live(assessment):
        if rating.subject.record.nature != "threat" or rating.score is None or rating.inherent is None:
            continue
        if rating.score > rating.inherent:
            yield Finding(
                rating.subject.spot.at("current"),
                f"risk {rating.subject.id} scores {rating.score} now but only {rating.inherent} without its controls",
                "correct the score that is wrong",
                rating.subject.id,
            )
