"""A risk is to score less than it does, and no live action makes it.

## Why
Scores do not fall by themselves. Members ask of every risk whether the actions will really move it; if they are all
done and it has not moved, they did not.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: medium, impact: high}
    target: {likelihood: low, impact: high}
    actions:
      - title: Write to every landlord
        done: 2026-05-12
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
    target: {likelihood: low, impact: high}
    actions:
      - title: Write to every landlord
        done: 2026-05-12
      - title: Guarantee the rent for the first year
        action: HSG-A1
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## How to fix
Add the action that is to close the gap. If none is meant, set the target to today's score and write
`response: tolerate`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._risks import actions_on, live, needs_action
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live threat above its target with nothing more to come; without any action it is another rule's."""
    for rating in live(assessment):
        if rating.subject.record.nature != "threat" or rating.score is None or rating.target is None:
            continue
        if rating.target >= rating.score or needs_action(assessment, rating) or actions_on(assessment, rating)[1]:
            continue
        yield Finding(
            rating.subject.spot.at("target"),
            f"risk {rating.subject.id} scores {rating.score} and is to reach {rating.target}, with no live action",
            "add the action that closes the gap, or set the target to today's score",
            rating.subject.id,
        )
