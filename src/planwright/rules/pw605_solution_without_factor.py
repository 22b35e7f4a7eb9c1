"""A proposed solution addresses no factor.

## Why
A solution to no problem costs money and changes nothing. If it does help, the factor it helps against was not written
down.

## Bad
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
solutions:
  - id: PIP-1-S1
    text: Adapt two homes
    in_place_by: 2027-01-31
```

## Good
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
factors:
  - id: PIP-1-F1
    text: Too few large homes
    origin: external
    term: long term
solutions:
  - id: PIP-1-S1
    text: Adapt two homes
    in_place_by: 2027-01-31
    factors: [PIP-1-F1]
```

## How to fix
Name the factors it addresses under `factors:`, and write down those that are missing.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from ._pips import open_plans
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each solution of an open plan that names no factor."""
    for rating in open_plans(assessment):
        for index, solution in enumerate(rating.subject.record.solutions):
            spot = rating.subject.spot.at("solutions", index)
            if not solution.factors and not written(assessment.workspace, spot.at("factors")):
                yield Finding(
                    spot.at("id"),
                    f"solution {solution.id} addresses no factor",
                    "name the factors it addresses under factors:",
                    solution.id,
                )
