"""An exemption does not say when it is looked at again.

## Why
Without a date nobody ever asks whether the reason still holds.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: The contractor fails
    current: {likelihood: low, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
    exempt:
      paragraph: "3"
      reason: It concerns the contractor's finances
```

## Good
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: The contractor fails
    current: {likelihood: low, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
    exempt:
      paragraph: "3"
      reason: It concerns the contractor's finances
      review: 2027-03-31
```

## How to fix
Add `review:` with a date under `exempt:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each exemption of a live item without a date for its review."""
    for subject in assessment.workspace.subjects.values():
        exempt = getattr(subject.record, "exempt", None)
        if not exempt or exempt.review or assessment.gone(subject):
            continue
        if not written(assessment.workspace, subject.spot.at("exempt", "review")):
            yield Finding(
                subject.spot.at("exempt", part="key"),
                f"the exemption of {subject.id} does not say when it is looked at again",
                "add review: with a date",
                subject.id,
            )
