"""Links between objectives lead round in a circle.

## Why
Each item is then above and below the others at once, and none of them says what the work is for.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [HSG-O2]
  - id: HSG-O2
    title: Find homes in the private sector
    links: [HSG-O1]
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
  - id: HSG-O2
    title: Find homes in the private sector
    links: [HSG-O1]
```

## How to fix
Decide which of the items is the higher aim and delete the link that leads down from it.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.workspace import Spot, Subject

from ._items import at_id
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each circle once, at the link that leaves its first item."""
    for circle in assessment.thread.circles:
        first, *others = circle
        back = f", and back to {first.id}" if others else ""
        way = ", which leads to ".join(one.id for one in others) or "itself"
        yield Finding(
            _link(first, others[0] if others else first),
            f"{first.id} leads to {way}{back}",
            "delete the link that leads down",
            first.id,
            tuple((at_id(one), "in the circle") for one in others),
        )


def _link(subject: Subject, parent: Subject) -> Spot:
    for index, link in enumerate(getattr(subject.record, "links", ())):
        if link.to == parent.id:
            return subject.spot.at("links", index)
    return at_id(subject)
