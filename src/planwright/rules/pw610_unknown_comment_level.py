"""A management comment comes from a level that the settings do not know.

## Why
The levels comment in order. One under a name of its own is in no order and may be missed in the paper.

## Bad
```yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
management_comments:
  - level: Head of Services
    text: Supported.
    on: 2026-10-21
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
```

## How to fix
Take one of the levels under `pips:` in the settings, or add this one there.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.nearest import did_you_mean
from planwright.visible import one_line

from ._pips import open_plans
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each comment in an open plan whose level is not in the settings."""
    levels = assessment.workspace.settings.pips.levels
    for rating in open_plans(assessment):
        for index, comment in enumerate(rating.subject.record.management_comments):
            if comment.level not in levels:
                yield Finding(
                    rating.subject.spot.at("management_comments", index, "level"),
                    f"{one_line(comment.level, 60)} is not a level that comments on improvement plans",
                    did_you_mean(comment.level, levels) or f"the levels are {', '.join(levels)}",
                    rating.subject.id,
                )
