"""No solution takes up a factor of an improvement plan.

## Why
A factor that holds performance down and is left alone will still hold it down when all solutions are in place.

## Bad
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
  - id: PIP-1-F2
    text: Rents rise faster than the benefit that pays them
    origin: external
    term: long term
    not_addressable: Benefit rates are set nationally
solutions:
  - id: PIP-1-S1
    text: Adapt two homes
    in_place_by: 2027-01-31
    factors: [PIP-1-F1]
```

## How to fix
Name the factor under `factors:` of the solution that addresses it. If nothing can be done about it, say why under
`not_addressable:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment, PipRating
from planwright.diagnostic import Severity
from planwright.workspace import Spot

from ._pips import whole_open_plans
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each factor of an open plan, its own or shared, that no solution addresses."""
    for rating in whole_open_plans(assessment):
        for factor in rating.unaddressed:
            yield Finding(
                _spot(rating, factor.id),
                f"no solution of {rating.subject.id} addresses factor {factor.id}",
                "name it in a solution, or say why nothing can be done under not_addressable:",
                rating.subject.id,
            )


def _spot(rating: PipRating, factor: str) -> Spot:
    own = [one.id for one in rating.subject.record.factors]
    if factor in own:
        return rating.subject.spot.at("factors", own.index(factor))
    return rating.subject.spot.at("shared_factors", rating.subject.record.shared_factors.index(factor))
