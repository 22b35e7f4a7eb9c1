"""A collection has fewer than two or more than three live indicators, or one of them twice.

## Why
Two or three indicators are read together where one would mislead. One alone is no collection, be it that the other has
ended, and nobody reads seven at once.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 95
collections:
  - id: HSG-C1
    title: Homes offered, and kept
    indicators: [HSG-PI-01]
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 95
  - id: HSG-PI-02
    title: Households still in that home a year later
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 90
collections:
  - id: HSG-C1
    title: Homes offered, and kept
    indicators: [HSG-PI-01, HSG-PI-02]
```

## How to fix
Name two or three live indicators, or give the collection `retired:` with the reason.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.wording import listed, number_of
from planwright.workspace import Subject

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING
_FEWEST, _MOST = 2, 3


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live collection with too few live indicators, too many, or doubled indicators."""
    for subject in assessment.workspace.of("collection"):
        spot = subject.spot.at("indicators")
        if assessment.gone(subject) or (not subject.record.indicators and written(assessment.workspace, spot)):
            continue
        for flaw in _flaws(assessment, subject):
            yield Finding(spot, f"collection {subject.id} {flaw}", "name two or three live indicators", subject.id)


def _flaws(assessment: Assessment, subject: Subject) -> Iterator[str]:
    names = [str(name) for name in subject.record.indicators]
    different = list(dict.fromkeys(names))
    members = [assessment.workspace.get(name, "indicator") for name in different]
    live = sum(member is None or not assessment.gone(member) for member in members)  # PW101 asks for those not found
    if not _FEWEST <= live <= _MOST:
        yield f"has {number_of(live, 'live indicator')}, and two or three can be read together"
    if twice := [name for name in different if names.count(name) > 1]:
        yield f"names {listed(twice)} twice"
