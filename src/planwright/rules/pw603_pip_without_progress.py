"""An improvement plan has had no progress entry for its last interval.

## Why
Progress is due as often as the indicator is collected, at least every quarter. A plan without entries is a plan nobody
works on, as far as anybody can see.

## Bad
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-04-20
progress:
  - on: 2026-07-10
    comment: Two homes found.
```

## Good
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-04-20
progress:
  - on: 2026-07-10
    comment: Two homes found.
  - on: 2026-10-12
    comment: The first is adapted and let.
```

## How to fix
Add an entry under `progress:` with the day and what has happened. Once solutions are in place and the indicator is
back on target, the last entry says `completion: yes`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.workspace import Subject

from ._items import at_id
from ._pips import whole_open_plans
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each open plan whose next entry is overdue."""
    for rating in whole_open_plans(assessment):
        subject = rating.subject
        if rating.progress_overdue and rating.progress_due:
            yield Finding(
                at_id(subject),
                f"{subject.id} {_last(subject)}; progress was due by {rating.progress_due.isoformat()}",
                "add an entry under progress:",
                subject.id,
            )


def _last(subject: Subject) -> str:
    days = [entry.on for entry in subject.record.progress]
    return f"has had no progress since {max(days).isoformat()}" if days else "has no progress entry yet"
