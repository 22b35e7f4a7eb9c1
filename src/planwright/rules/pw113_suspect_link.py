"""What a link was confirmed against has been reworded since.

## Why
An objective may no longer serve an aim that now says something else. Whoever confirmed the link should look again.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links:
      - to: CORP-3
        confirmed: 2025-03-31
        wording: Nobody sleeps rough
    measured_by: [HSG-PI-01]
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
    links:
      - to: CORP-3
        confirmed: 2026-03-31
        wording: Everyone has a home
    measured_by: [HSG-PI-01]
```

## How to fix
Read the new wording. If the link still holds, `planwright confirm HSG-O1 CORP-3` writes the new wording and the date
of the confirmation; if not, change the link.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread_tree import NODES, Tree
from planwright.diagnostic import Severity

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each link whose recorded wording is not its target's title any more."""
    tree = Tree(assessment)
    confirmed = (
        one
        for one in assessment.workspace.of(*NODES)
        if any(link.wording for link in assessment.thread.links(one))  # few of many thousand items
    )
    for edge in (edge for one in confirmed for edge in tree.above(one)):
        if edge.suspect:
            child, parent = edge.child, edge.parent
            yield Finding(
                edge.spot.at("wording"),
                f"{parent.id} has been reworded since {child.id} was linked to it",
                f"read it, then change the link or confirm it: `planwright confirm {child.id} {parent.id}`",
                child.id,
                ((at_id(parent), "reworded here"),),
            )
