"""A risk is to be treated and nothing is done about it.

## Why
A log of risks with scores and no actions is a list of worries. A risk in the lowest band may simply be watched.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: medium, impact: high}
    response: treat
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
    current: {likelihood: medium, impact: high}
    response: treat
    actions:
      - title: Guarantee the rent for the first year
        type: prevent
        action: HSG-A1
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
  - id: HSG-R2
    title: The rent index is published late
    current: {likelihood: medium, impact: medium}
    response: tolerate
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## How to fix
Add what is done under `actions:`, or name the risk under `risks:` of the action that deals with it. If the council has
decided to live with the risk, write `response: tolerate`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id
from ._risks import live, needs_action
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live risk to be treated, above the lowest band, that no action bears on."""
    for rating in live(assessment):
        if rating.band and needs_action(assessment, rating):
            yield Finding(
                at_id(rating.subject),
                f"risk {rating.subject.id} is {rating.band.name} and nothing is done about it",
                "add actions:, or response: tolerate if it is to be lived with",
                rating.subject.id,
            )
