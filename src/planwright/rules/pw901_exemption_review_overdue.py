"""The day on which an exemption was to be looked at again has passed.

## Why
The public interest in keeping something private fades. What is withheld out of habit is withheld without a reason.

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
      review: 2026-06-30
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
Take `exempt:` out if the reason has gone, or give the next date on which it is looked at.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each exemption whose review is overdue."""
    for subject in assessment.workspace.subjects.values():
        exempt = getattr(subject.record, "exempt", None)
        if exempt and exempt.review and exempt.review < assessment.as_at:
            yield Finding(
                subject.spot.at("exempt", "review"),
                f"the exemption of {subject.id} was to be looked at again by {exempt.review.isoformat()}",
                "take exempt: out, or give the next date",
                subject.id,
            )
