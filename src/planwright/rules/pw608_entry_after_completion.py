"""An improvement plan goes on after it was completed.

## Why
A plan closes once, formally. If work goes on, it was not complete; if the problem came back, it is a new plan.

## Bad
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-04-20
accepted: CAB-2026-09/1
progress:
  - on: 2026-07-10
    comment: All done.
    completion: yes
  - on: 2026-10-12
    comment: Two more homes found.
```

## Good
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-04-20
accepted: CAB-2026-09/1
progress:
  - on: 2026-07-10
    comment: Two homes found.
  - on: 2026-10-12
    comment: Two more homes found. All done.
    completion: yes
```

## How to fix
Move `completion: yes` to the last entry, or open a new plan that names this one under `related:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.exits import completion
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each progress entry later than the one that completed its plan."""
    for rating in assessment.pips.values():
        done = completion(assessment, rating)
        for index, entry in enumerate(rating.subject.record.progress if done else ()):
            if done and entry.on > done.on:
                yield Finding(
                    rating.subject.spot.at("progress", index, "on"),
                    f"{rating.subject.id} was completed on {done.on.isoformat()}, before this entry",
                    "move completion: yes to the last entry, or open a new plan",
                    rating.subject.id,
                )
