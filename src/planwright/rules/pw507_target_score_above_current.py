"""The score a risk is to reach is worse than the one it has.

## Why
Nobody plans to make a risk worse. One of the two scores is out of date, or they were swapped.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: low, impact: low}
    target: {likelihood: low, impact: high}
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
    target: {likelihood: low, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## How to fix
Correct the score that is wrong. Where the aim has been reached, set the target to today's score or lower.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._risks import live
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live threat whose target score is higher than its current one."""
    for rating in live(assessment):
        if rating.subject.record.nature != "threat" or rating.score is None or rating.target is None:
            continue
        if rating.target > rating.score:
            yield Finding(
                rating.subject.spot.at("target"),
                f"risk {rating.subject.id} scores {rating.score} now but is to reach {rating.target}, which is worse",
                "correct the score that is wrong",
                rating.subject.id,
            )
