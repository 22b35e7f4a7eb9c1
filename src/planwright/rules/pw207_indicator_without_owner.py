"""An indicator has no owner.

## Why
Somebody must collect the figure, and answer when it is red or does not come.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    polarity: higher
    targets:
      2026-27: 95
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 95
```

## How to fix
Write `owner:` with the id of the post that answers for the figure.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live indicator that names no owner."""
    for subject in assessment.workspace.of("indicator"):
        if not subject.record.owner and not assessment.gone(subject):
            if written(assessment.workspace, subject.spot.at("owner")):
                continue
            yield Finding(
                at_id(subject),
                f"indicator {subject.id} has no owner",
                "add owner: with the post that answers for it",
                subject.id,
            )
