"""An action is said to be less than 0 or more than 100 per cent done.

## Why
Papers print the figure, and every comparison of progress with time rests on it.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
    percent: 150
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
    percent: 90
```

## How to fix
Write a number from 0 to 100.
"""

from collections.abc import Iterator
from decimal import Decimal

from planwright.assessment import Assessment
from planwright.quantity import shown
from planwright.workspace import Spot, Subject

from .rule import Finding

_ALL = 100


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each percentage of an action, or of a note on it, outside 0 to 100."""
    for subject in assessment.workspace.of("action"):
        for percent, spot in _percentages(subject):
            if percent is not None and not 0 <= percent <= _ALL:
                yield Finding(
                    spot, f"{subject.id} cannot be {shown(percent)} per cent done", "write 0 to 100", subject.id
                )


def _percentages(subject: Subject) -> Iterator[tuple[Decimal | None, Spot]]:
    yield subject.record.percent, subject.spot.at("percent")
    for index, note in enumerate(subject.record.progress):
        yield note.percent, subject.spot.at("progress", index, "percent")
