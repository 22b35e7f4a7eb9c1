"""A solution needs extra money and does not say how much.

## Why
Members cannot approve what has no price.

## Bad
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
factors:
  - {id: PIP-1-F1, text: Too few large homes, origin: external, term: long term}
solutions:
  - id: PIP-1-S1
    text: Adapt two homes
    in_place_by: 2027-01-31
    factors: [PIP-1-F1]
    resourcing: extra funding sought
```

## Good
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
factors:
  - {id: PIP-1-F1, text: Too few large homes, origin: external, term: long term}
solutions:
  - id: PIP-1-S1
    text: Adapt two homes
    in_place_by: 2027-01-31
    factors: [PIP-1-F1]
    resourcing: extra funding sought
    amount: 60000
```

## How to fix
Add `amount:` in pounds, or write `resourcing: within the service`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.exits import chosen_solutions
from planwright.diagnostic import Severity

from ._items import written
from ._pips import open_plans
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each chosen solution of an open plan that seeks money without an amount."""
    for rating in open_plans(assessment):
        for solution, spot in chosen_solutions(rating):
            if solution.resourcing != "extra funding sought" or solution.amount is not None:
                continue
            if not written(assessment.workspace, spot.at("amount")):
                yield Finding(
                    spot.at("resourcing"),
                    f"solution {solution.id} seeks extra funding and does not say how much",
                    "add amount: in pounds",
                    solution.id,
                )
