"""A referral was answered by a decision that does not answer it.

## Why
A committee to which a plan is referred amends the target, adds resources, holds the target to be achievable, or
decides something else of its own. "Noted" leaves everything as it was.

## Bad
```yaml
# file: meetings/cabinet.yaml
kind: meeting
id: CAB-2026-11
committee: CABINET
date: 2026-11-05
items:
  - title: Referral from scrutiny
    decisions:
      - id: CAB-2026-11/1
        text: The plan is noted
        type: note
# file: pips/large-homes.yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
referrals:
  - to: CABINET
    on: 2026-10-28
    reason: Extra money is needed
    decision: CAB-2026-11/1
```

## Good
```yaml
# file: meetings/cabinet.yaml
kind: meeting
id: CAB-2026-11
committee: CABINET
date: 2026-11-05
items:
  - title: Referral from scrutiny
    decisions:
      - id: CAB-2026-11/1
        text: 60,000 pounds are added to the budget
        type: additional resources
# file: pips/large-homes.yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
referrals:
  - to: CABINET
    on: 2026-10-28
    reason: Extra money is needed
    decision: CAB-2026-11/1
```

## How to fix
Correct the `type:` of the decision if the minutes say more than it does. If the committee really only noted the plan,
ask for a decision.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id
from ._pips import open_plans
from .rule import Finding

SEVERITY = Severity.WARNING
_ANSWERS = ("amend target", "additional resources", "still achievable", "accept", "other")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each referral of an open plan whose decision is of a type that leaves it unanswered."""
    for rating in open_plans(assessment):
        for index, referral in enumerate(rating.subject.record.referrals):
            decision = assessment.workspace.get(referral.decision, "decision")
            if decision and decision.record.type not in _ANSWERS:
                yield Finding(
                    rating.subject.spot.at("referrals", index, "decision"),
                    f"{decision.id} is of type {decision.record.type}, which does not answer a referral",
                    f"a referral ends in one of: {', '.join(_ANSWERS)}",
                    rating.subject.id,
                    ((at_id(decision), "the decision"),),
                )
