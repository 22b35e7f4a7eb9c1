"""An improvement plan was completed before its solutions were in place.

## Why
A figure may recover by itself and fall again. A plan ends when what was agreed is in place, not when the colour
changes.

## Bad
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-04-20
factors:
  - {id: PIP-1-F1, text: Too few large homes, origin: external, term: long term}
solutions:
  - id: PIP-1-S1
    text: Adapt two homes
    in_place_by: 2027-01-31
    factors: [PIP-1-F1]
progress:
  - on: 2026-10-12
    comment: Back on target.
    completion: yes
```

## Good
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-04-20
factors:
  - {id: PIP-1-F1, text: Too few large homes, origin: external, term: long term}
solutions:
  - id: PIP-1-S1
    text: Adapt two homes
    in_place_by: 2027-01-31
    in_place: 2026-10-01
    factors: [PIP-1-F1]
progress:
  - on: 2026-10-12
    comment: Both homes are let, and the indicator is back on target.
    completion: yes
```

## How to fix
Add `in_place:` to the solutions that are, and take `completion: yes` out until all of them are. Where members accept
the shortfall, name their decision under `accepted:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.exits import completion, excused, not_in_place
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each chosen solution that was not in place when its plan was completed."""
    for rating in assessment.pips.values():
        done = completion(assessment, rating)
        if done is None or excused(assessment, rating):
            continue
        for solution, spot in not_in_place(rating, done.on):
            yield Finding(
                spot.at("id"),
                f"{rating.subject.id} was completed on {done.on.isoformat()}, before {solution.id} was in place",
                "add in_place: with the day, or take completion: yes out",
                rating.subject.id,
            )
