"""The review of a risk is overdue.

## Why
A score from last year says nothing about today. The higher the risk, the more often it is looked at; the settings say
how often.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: low, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2025-04-01
```

## Good
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: low, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## How to fix
Review it, then write the day under `reviewed:`. If the score has changed, keep the old one under `history:`. A day
under `reviewed:` of the whole log counts for every risk in it that has none of its own.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id, written
from ._risks import live
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live risk whose review is overdue or never took place."""
    for rating in live(assessment):
        subject = rating.subject
        unread = not subject.record.reviewed and written(assessment.workspace, subject.spot.at("reviewed"))
        if not rating.review_overdue or unread:
            continue
        due = f"was due for review by {rating.review_due.isoformat()}" if rating.review_due else "was never reviewed"
        spot = subject.spot.at("reviewed") if subject.record.reviewed else at_id(subject)
        yield Finding(spot, f"risk {subject.id} {due}", "review it, then write the day under reviewed:", subject.id)
