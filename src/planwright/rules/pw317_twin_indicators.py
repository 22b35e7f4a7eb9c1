"""The same measure is defined twice for one service.

## Why
Sooner or later the two have different targets or results, and two papers show two colours for one thing.

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
      2026-27: 95
  - id: HSG-PI-02
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 90
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
      2026-27: 95
```

## How to fix
Keep one and refer to it wherever it is used. If they are two measures, let the titles say how they differ; if one took
over from the other, give the old one `retired:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.workspace import Subject

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live indicator with the title and service of one before it."""
    seen: dict[tuple[str, str], Subject] = {}
    for subject in assessment.workspace.of("indicator"):
        if assessment.gone(subject):
            continue
        key = " ".join(subject.title.casefold().split()), assessment.service(subject)
        first = seen.setdefault(key, subject)
        if first is not subject:
            yield Finding(
                subject.spot.at("title"),
                f"{subject.id} has the same title as {first.id}",
                "keep one of them, or let the titles say how they differ",
                subject.id,
                ((at_id(first), "the other one"),),
            )
