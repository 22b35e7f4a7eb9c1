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
Read the new wording. If the link still holds, copy the wording and date the confirmation; if not, change the link.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each link whose recorded wording is not its target's title any more."""
    workspace = assessment.workspace
    for subject in workspace.of("aim", "objective"):
        for index, link in enumerate(subject.record.links):
            parent = workspace.get(link.to, "aim", "objective", "priority") if link.wording else None
            if parent and not assessment.gone(subject) and link.wording.split() != parent.title.split():
                yield Finding(
                    subject.spot.at("links", index, "wording"),
                    f"{parent.id} has been reworded since {subject.id} was linked to it",
                    "read the new wording, then confirm the link or change it",
                    subject.id,
                    ((at_id(parent), "reworded here"),),
                )
