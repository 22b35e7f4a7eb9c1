"""A target, tolerance, definition or date was changed without a decision.

## Why
Who moved the target is the first question when a colour improves. Nothing that was approved changes in silence.

## Bad
```yaml
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 90
    changes:
      - field: targets
        period: 2026-27
        from: "95"
        to: "90"
        on: 2026-09-10
        reason: Two large schemes were delayed
```

## Good
```yaml
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 90
    changes:
      - field: targets
        period: 2026-27
        from: "95"
        to: "90"
        on: 2026-09-10
        reason: Two large schemes were delayed
        decision: CAB-2026-09/1
```

## How to fix
Add `decision:` with the id of the decision that authorised the change. If there was none, ask for one.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.visible import one_line

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING
_APPROVED = frozenset({
    "target", "targets", "tolerance", "rating", "trigger", "polarity", "frequency", "aggregation", "basis",
    "description", "definition", "formula", "due", "milestones",
})  # fmt: skip


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each recorded change, of a field that a committee approves, without a decision."""
    for subject in assessment.workspace.subjects.values():
        for index, change in enumerate(getattr(subject.record, "changes", ())):
            name = next(iter(change.field.replace(".", " ").split()), "")
            spot = subject.spot.at("changes", index)
            if name not in _APPROVED or change.decision or written(assessment.workspace, spot.at("decision")):
                continue
            yield Finding(
                spot,
                f"the change of {one_line(change.field, 60)} of {subject.id} names no decision",
                "add decision: with what authorised it",
                subject.id,
            )
