"""A review is dated in the future.

## Why
A slip of the year keeps the next review away for twelve months. When something will be reviewed is `review_by:`.

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
    reviewed: 2027-10-01
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
Correct the date, or write when it must next be reviewed under `review_by:` of the risk.
"""

from collections.abc import Iterator
from datetime import date

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.workspace import Spot

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each review, of a risk, a log, a set of indicators or a plan, that has not come yet."""
    for reviewed, spot, name in _reviews(assessment):
        if reviewed and reviewed > assessment.as_at:
            message = f"{name} is said to be reviewed on {reviewed.isoformat()}, which has not come yet"
            yield Finding(spot, message, "correct the date")


def _reviews(assessment: Assessment) -> Iterator[tuple[date | None, Spot, str]]:
    for loaded in assessment.workspace.loaded:
        yield getattr(loaded.record, "reviewed", None), loaded.spot(("reviewed",)), "this file"
    for subject in assessment.workspace.of("risk"):
        yield subject.record.reviewed, subject.spot.at("reviewed"), f"risk {subject.id}"
