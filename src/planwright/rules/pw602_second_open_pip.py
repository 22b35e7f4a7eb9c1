"""Two improvement plans are open for the same indicator.

## Why
Two plans have two lists of solutions and two dates, and members cannot tell which one they approved.

## Bad
```yaml
# file: pips/1.yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
# file: pips/2.yaml
kind: pip
id: PIP-2
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-11-02
```

## Good
```yaml
# file: pips/1.yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
merged_into: PIP-2
# file: pips/2.yaml
kind: pip
id: PIP-2
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-11-02
```

## How to fix
Complete one, or give it `merged_into:` with the id of the other.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.records import placeholder
from planwright.workspace import Subject

from ._items import at_id
from ._pips import open_plans
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each open plan for an indicator that has one already."""
    first: dict[str, Subject] = {}
    for rating in open_plans(assessment):
        subject = rating.subject
        if subject.record.indicator == placeholder.ID:
            continue
        earlier = first.setdefault(subject.record.indicator, subject)
        if earlier is not subject:
            yield Finding(
                subject.spot.at("indicator"),
                f"{subject.id} and {earlier.id} are both open for {subject.record.indicator}",
                f"complete one, or give it merged_into: {earlier.id}",
                subject.id,
                ((at_id(earlier), "the other plan"),),
            )
