"""Two service plans cover the same service in the same year.

## Why
Which one did the committee approve? Resources and actions would be counted twice.

## Bad
```yaml
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
# file: services/housing-copy.yaml
kind: service-plan
id: HSG-NEW
service: HOUSING
period: 2026-27
```

## Good
```yaml
# file: services/housing-2025.yaml
kind: service-plan
id: HSG-25
service: HOUSING
period: 2025-26
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
```

## How to fix
Merge the plans, delete the copy, or correct the service or the period of one of them. A plan that was overtaken is
given `retired:` with a reason.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread_plans import planned_twice
from planwright.diagnostic import Severity

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live plan that shares service and year with one before it."""
    for subject, first in planned_twice(assessment):
        yield Finding(
            subject.spot.at("service"),
            f"{subject.id} and {first.id} are both plans of {subject.record.service} for the same year",
            "merge them, or correct the service or the period of one",
            subject.id,
            ((at_id(first), "the other plan"),),
        )
