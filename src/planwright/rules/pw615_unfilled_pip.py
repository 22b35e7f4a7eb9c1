"""An improvement plan was opened four weeks ago or longer and still has no factor or no solution.

## Why
An open plan answers the indicator's call for one. Without a reason for the shortfall and something to be done about
it, the answer is an empty form, and it is published.

## Bad
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
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
Write at least one factor under `factors:` (or name one of another plan under `shared_factors:`) and at least one
solution under `solutions:`. `planwright pip new` writes examples of both as comments. Where nothing can be done, record
the decision that says so under `accepted:`.
"""

from collections.abc import Iterator
from datetime import timedelta

from planwright.assessment import Assessment
from planwright.assessment.exits import excused
from planwright.diagnostic import Severity
from planwright.kinds.pip import Pip
from planwright.wording import listed

from ._items import at_id
from ._pips import whole_open_plans
from .rule import Finding

SEVERITY = Severity.WARNING
_GRACE = timedelta(weeks=4)  # what it takes to find out why, and to ask those who must act


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each open plan that is past its first weeks and lacks factors or solutions."""
    for rating in whole_open_plans(assessment):
        subject = rating.subject
        pip: Pip = subject.record
        if assessment.as_at - pip.opened < _GRACE or excused(assessment, rating):
            continue
        sections = {"factors": pip.factors or pip.shared_factors, "solutions": pip.solutions}
        lacking = [name for name, given in sections.items() if not given]
        if lacking:
            days = (assessment.as_at - pip.opened).days
            yield Finding(
                at_id(subject),
                f"{subject.id} was opened {days} days ago and has no {listed(lacking, 'and no')}",
                f"write them under {listed(f'{name}:' for name in lacking)}",
                subject.id,
            )
