"""A solution of an improvement plan should be in place and is not.

## Why
The plan's effect was promised from that day on. Members want to know before the next red figure tells them.

## Bad
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-08-25
factors:
  - {id: PIP-1-F1, text: Too few large homes, origin: external, term: long term}
solutions:
  - id: PIP-1-S1
    text: Adapt two homes
    in_place_by: 2026-10-31
    factors: [PIP-1-F1]
```

## Good
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-08-25
factors:
  - {id: PIP-1-F1, text: Too few large homes, origin: external, term: long term}
solutions:
  - id: PIP-1-S1
    text: Adapt two homes
    in_place_by: 2026-10-31
    in_place: 2026-10-20
    factors: [PIP-1-F1]
```

## How to fix
Add `in_place:` with the day. If it will be later, change the date and record why under `changes:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.exits import chosen_solutions
from planwright.assessment.pips import is_in_place
from planwright.diagnostic import Severity

from ._items import written
from ._pips import open_plans
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each chosen solution of an open plan whose date has passed."""
    for rating in open_plans(assessment):
        for solution, spot in chosen_solutions(rating):
            if solution.in_place_by >= assessment.as_at or is_in_place(solution.in_place, assessment.as_at):
                continue
            if solution.in_place or not written(assessment.workspace, spot.at("in_place")):
                yield Finding(
                    spot.at("in_place_by"),
                    f"solution {solution.id} was to be in place by {solution.in_place_by.isoformat()} and is not",
                    "add in_place: with the day, or a new date with a recorded change",
                    solution.id,
                )
