"""Two items have the same id.

## Why
An id stands for one item for ever. With two, nobody can say which one a paper, a result or a decision means. Ids that
differ only by capital letters count as the same, because people read them as the same.

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
  - id: hsg-o1
    title: Bring empty homes back into use
    links: [CORP-3]
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
    title: Bring empty homes back into use
    links: [CORP-3]
```

## How to fix
Give the newer item an id of its own. If a file was copied, delete one of the copies.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.wording import a, named

from ._items import at_id
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each item whose id another item had first."""
    for first, again in assessment.workspace.duplicates:
        as_written = "" if first.id == again.id else f", written {first.id}"
        what = a(first.thing) if first.thing != again.thing else f"another {named(first.thing)}"
        yield Finding(
            at_id(again),
            f"{again.id} is already the id of {what}{as_written} in {first.spot.file}",
            "give this one an id of its own",
            again.id,
            ((at_id(first), "first used here"),),
        )
