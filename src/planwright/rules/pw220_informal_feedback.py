"""Informal feedback does not say whose voice may be missing.

## Why
What is heard in corridors and at meetings is what the confident say. People who are quiet, busy or left out are not
heard, and a service that follows only what it hears treats them worse.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
feedback:
  - kind: informal
    finding: Ward members say that families placed out of the district lose school places
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
    measured_by: [HSG-PI-01]
feedback:
  - kind: informal
    finding: Ward members say that families placed out of the district lose school places
    equality_note: Families with little English rarely complain; advisers are asking them
```

## How to fix
Say under `equality_note:` whose view this is not, and what is done to hear them.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each informal feedback without a note on whose voice may be missing."""
    for subject in assessment.workspace.of("service-plan"):
        for index, one in enumerate(() if assessment.gone(subject) else subject.record.feedback):
            spot = subject.spot.at("feedback", index)
            if one.kind == "informal" and not one.equality_note:
                if written(assessment.workspace, spot.at("equality_note")):
                    continue
                yield Finding(
                    spot,
                    f"informal feedback in {subject.id} does not say whose voice may be missing",
                    "add equality_note:",
                    subject.id,
                )
