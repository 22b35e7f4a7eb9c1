"""A risk was closed without a reason.

## Why
A risk that vanishes from the log leaves the question whether it went away or was forgotten.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    closed: 2026-10-01
```

## Good
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    closed: 2026-10-01
    closed_because: The scheme ended; all landlords signed five-year leases
```

## How to fix
Add `closed_because:` in one line.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each closed risk that does not say why."""
    for subject in assessment.workspace.of("risk"):
        if not subject.record.closed or subject.record.closed_because:
            continue
        if not written(assessment.workspace, subject.spot.at("closed_because")):
            yield Finding(
                subject.spot.at("closed"),
                f"risk {subject.id} was closed without a reason",
                "add closed_because: with what made it go away",
                subject.id,
            )
