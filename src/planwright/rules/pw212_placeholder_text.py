"""A text only holds the place of one that is still to be written.

## Why
It is published as it stands: a resident reads that the council's objective is `To be written`.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: To be written
    links: [CORP-3]
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
    links: [CORP-3]
    measured_by: [HSG-PI-01]
```

## How to fix
Write the text, or delete the field or the whole item where there is nothing to say yet. What `planwright new` and
`planwright init` leave to be written counts, and so do TBA, TBC, TBD, TODO and their like where nothing else is said.
"""

from collections.abc import Iterator
from typing import Any

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.document import Route
from planwright.records.base import Record
from planwright.records.placeholder import is_placeholder, may_hold_placeholder
from planwright.records.shape import fields_of
from planwright.visible import one_line

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each text that is a placeholder, in what could be read."""
    for loaded in assessment.workspace.loaded:
        if loaded.record is not None and may_hold_placeholder(loaded.document.text):
            for route, text, owner in _texts(loaded.record, (), ""):
                if is_placeholder(text):
                    field = next(step for step in reversed(route) if isinstance(step, str))
                    whose = f"{owner}: " if owner else ""
                    message = f"{whose}{field} still says '{one_line(text, 60)}'"
                    yield Finding(loaded.spot(route), message, "write it, or delete what is not needed", owner)


def _texts(value: Any, route: Route, owner: str) -> Iterator[tuple[Route, str, str]]:
    """Yield every text below a value with its route and the id of the item it stands in."""
    if isinstance(value, Record):
        owner = value.id_ or owner
        for field in fields_of(type(value)).values():
            yield from _texts(getattr(value, field.attribute), (*route, field.name), owner)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _texts(part, (*route, index), owner)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*route, str(key)), owner)
    elif type(value) is str:  # a reference is a text of its own type, and a dangling link where it means nothing
        yield route, value, owner
