"""A reference names an item of the wrong sort.

## Why
An objective cannot be measured by a risk, and an action cannot depend on an indicator. The reference looks right and
means nothing.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [HSG-PI-01]
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
Name an item of the sort that is expected, or move the reference to the field it belongs in.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.records.base import Record
from planwright.records.shape import Shape, inward_fields
from planwright.wording import a, listed
from planwright.workspace import Reference, Subject

from ._items import POST, at_id, field_of
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each reference to a thing of a sort that cannot stand there; who may own things is another rule's."""
    for reference in assessment.workspace.references:
        if not reference.things or reference.things == POST:
            continue
        target = assessment.workspace.get(reference.target)
        if target and target.thing not in reference.things:
            expected = listed(map(a, sorted(reference.things)), "or")
            yield Finding(
                reference.spot,
                f"{target.id} is {a(target.thing)}, but {expected} is expected in {field_of(reference)}",
                _better_place(reference, target),
                reference.source.id if reference.source else "",
                ((at_id(target), "defined here"),),
            )


def _better_place(reference: Reference, target: Subject) -> str:
    """Return where in the same item such a thing may be named, in words."""
    model: type[Record] = type(reference.source.record) if reference.source else Record
    for field in inward_fields(model):
        inner: Shape = field.shape.inner or field.shape
        if target.thing in inner.things:
            return f"{a(target.thing)} may stand in {field.name}:"
    return "name an item of that sort"
