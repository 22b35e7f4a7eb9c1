"""A live item refers to one that was retired or merged.

## Why
An action for an objective that was given up, or an objective measured by an indicator nobody collects any more, will
never be reported.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 28 days
    polarity: higher
    retired: The government's measure changed to 21 days
  - id: HSG-PI-02
    title: Households offered a home within 21 days
    polarity: higher
    replaces: [HSG-PI-01]
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
# file: corporate.yaml
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
    measured_by: [HSG-PI-02]
```

## Good
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 28 days
    polarity: higher
    retired: The government's measure changed to 21 days
  - id: HSG-PI-02
    title: Households offered a home within 21 days
    polarity: higher
    replaces: [HSG-PI-01]
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-02]
# file: corporate.yaml
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
    measured_by: [HSG-PI-02]
```

## How to fix
Refer to the item that took over, or take the reference out. If the item that refers has ended too, say so there.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.wording import a
from planwright.workspace import Subject

from ._items import at_id, ended
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each reference from a live item to one that is gone; minutes and what is past may name it."""
    workspace = assessment.workspace
    successors = {old: subject for subject in workspace.subjects.values() for old in _replaced(subject)}
    for reference in workspace.references:
        source, target = reference.source, workspace.get(reference.target)
        if source is None or target is None or not assessment.gone(target):
            continue
        if source.root.thing == "meeting" or _past(source, assessment):
            continue
        successor = target.record.merged_into or getattr(successors.get(target.id), "id", "")
        yield Finding(
            reference.spot,
            f"{source.id} refers to {a(target.thing)} that has ended: {target.id}",
            f"{successor} took over from it" if successor else "refer to what took over from it, or take this out",
            source.id,
            ((at_id(target), "ended here"),),
        )


def _replaced(subject: Subject) -> tuple[str, ...]:
    return getattr(subject.record, "replaces", ())


def _past(subject: Subject, assessment: Assessment) -> bool:
    """Whether an item, or what it stands in, has itself ended."""
    one: Subject | None = subject
    while one:
        if ended(one, assessment.as_at) or (one.thing == "pip" and not assessment.pip(one).open):
            return True  # a plan must name its indicator, and closes with it
        one = one.parent
    return False
