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
from itertools import chain
from pathlib import PurePosixPath

from planwright.assessment import Assessment
from planwright.wording import a
from planwright.workspace import Spot, Workspace

from ._items import at_id
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each file that looks like a copy, and each other item whose id another item had first."""
    workspace = assessment.workspace
    copies = _copies(workspace)
    for copy, original in sorted(dict(sorted(copies, reverse=True)).items()):
        yield Finding(
            Spot(copy).at("kind"),
            f"{copy} looks like a copy of {original}: the same ids stand in both",
            "delete one of the two; if both are wanted, give the items of one ids of their own",
        )
    for first, again in workspace.duplicates:
        if _copy_and_original(first.spot.file, again.spot.file) in copies:
            continue
        as_written = "" if first.id == again.id else f", written {first.id}"
        what = a(first.thing) if first.thing != again.thing else f"another {first.thing.replace('-', ' ')}"
        yield Finding(
            at_id(again),
            f"{again.id} is already the id of {what}{as_written} in {first.spot.file}",
            "give this one an id of its own",
            again.id,
            ((at_id(first), "first used here"),),
        )


def _copies(workspace: Workspace) -> set[tuple[str, str]]:
    """Return each file of which every id stands in another of its kind, or that holds all of the other's."""
    ids: dict[str, set[str]] = {}
    for subject in chain(workspace.subjects.values(), (again for _, again in workspace.duplicates)):
        ids.setdefault(subject.spot.file, set()).add(subject.id.casefold())
    pairs = {_copy_and_original(first.spot.file, again.spot.file) for first, again in workspace.duplicates}
    return {
        (copy, original)
        for copy, original in pairs
        if copy != original
        and workspace.documents[copy].kind == workspace.documents[original].kind
        and (ids[copy] <= ids[original] or ids[original] <= ids[copy])
        and (len(ids[copy] & ids[original]) > 1 or _stem(original) in _stem(copy))
    }


def _copy_and_original(one: str, other: str) -> tuple[str, str]:
    """Return two files, the likelier copy first: programs and people add something to the name of a copy."""
    original, copy = sorted((one, other), key=lambda file: (len(_stem(file)), len(file), file))
    return copy, original


def _stem(file: str) -> str:
    return PurePosixPath(file).stem.casefold()
