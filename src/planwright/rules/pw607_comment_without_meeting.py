"""A comment from above the first level does not name the meeting it was made at.

## Why
The head of service comments alone; everybody after that comments at a meeting, and its minutes are the evidence.

## Bad
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
management_comments:
  - level: CMT
    text: Supported.
    on: 2026-11-04
```

## Good
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
management_comments:
  - level: Head of Service
    text: Supported.
    on: 2026-10-21
  - level: CMT
    text: Supported.
    on: 2026-11-04
    meeting: CAB-2026-09
```

## How to fix
Add `meeting:` with the id of the meeting. The levels are listed under `pips:` in the settings.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from ._pips import open_plans
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each comment in an open plan, of any known level but the first, without a meeting."""
    meeting_levels = assessment.workspace.settings.pips.levels[1:]
    for rating in open_plans(assessment):
        for index, comment in enumerate(rating.subject.record.management_comments):
            spot = rating.subject.spot.at("management_comments", index)
            if comment.level not in meeting_levels or comment.meeting:
                continue
            if not written(assessment.workspace, spot.at("meeting")):
                yield Finding(
                    spot.at("level"),
                    f"the comment of {comment.level} on {rating.subject.id} names no meeting",
                    "add meeting: with the meeting it was made at",
                    rating.subject.id,
                )
