"""An id is still in use although another item says that it replaces it.

## Why
A trend follows `replaces:` back through the years. If the old item lives on as well, both claim the same past.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 28 days
    polarity: higher
  - id: HSG-PI-02
    title: Households offered a home within 21 days
    polarity: higher
    replaces: [HSG-PI-01]
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 28 days
    polarity: higher
    retired: The measure changed to 21 days
  - id: HSG-PI-02
    title: Households offered a home within 21 days
    polarity: higher
    replaces: [HSG-PI-01]
```

## How to fix
Give the old item `retired:` with the reason, or take its id out of `replaces:`. An id that has ended is never given to
anything else.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment

from ._items import at_id
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each id that is replaced and yet belongs to a live item."""
    for subject in assessment.workspace.subjects.values():
        for index, old in enumerate(getattr(subject.record, "replaces", ())):
            other = assessment.workspace.get(old)
            if other and not assessment.gone(other):
                flaw = "is itself" if other is subject else "has not ended"
                yield Finding(
                    subject.spot.at("replaces", index),
                    f"{subject.id} replaces {old}, which {flaw}",
                    f"give {old} retired: with the reason, or take it out here",
                    subject.id,
                    ((at_id(other), "still in use here"),),
                )
