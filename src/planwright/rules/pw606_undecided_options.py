"""A decision was taken on an improvement plan and nothing says which of its options was chosen.

## Why
Options are for deciding between. After the decision the plan must say what will be done, or all of them are waited for.

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
    option_group: homes
  - id: PIP-1-S2
    text: Lease two homes
    in_place_by: 2027-03-31
    factors: [PIP-1-F1]
    option_group: homes
referrals:
  - to: CABINET
    on: 2026-10-28
    reason: Extra money is needed
    decision: CAB-2026-09/1
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
    option_group: homes
    chosen: yes
  - id: PIP-1-S2
    text: Lease two homes
    in_place_by: 2027-03-31
    factors: [PIP-1-F1]
    option_group: homes
    chosen: no
referrals:
  - to: CABINET
    on: 2026-10-28
    reason: Extra money is needed
    decision: CAB-2026-09/1
```

## How to fix
Write `chosen: yes` on the option that was decided on and `chosen: no` on the others.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.pip import Pip, Solution
from planwright.visible import one_line

from ._pips import open_plans
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each group of options of an open plan with nothing chosen after a referral's decision or an approval."""
    for rating in open_plans(assessment):
        pip: Pip = rating.subject.record
        decided = any(one.decision for one in pip.referrals) or any(one.approves for one in pip.management_comments)
        if not decided:
            continue
        groups: dict[str, list[tuple[int, Solution]]] = {}
        for index, solution in enumerate(pip.solutions):
            if solution.option_group:
                groups.setdefault(solution.option_group, []).append((index, solution))
        for group, options in groups.items():
            if len(options) > 1 and not any(solution.chosen for _, solution in options):
                yield Finding(
                    rating.subject.spot.at("solutions", options[0][0], "option_group"),
                    f"{rating.subject.id} was decided on, but none of the options '{one_line(group, 60)}' is chosen",
                    "write chosen: yes on the one decided on, chosen: no on the others",
                    rating.subject.id,
                )
