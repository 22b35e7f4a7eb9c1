"""A reference names an id that nothing has.

## Why
A link that leads nowhere breaks the golden thread in silence: the objective looks linked, but no paper can show what
it serves.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CROP-3]
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
```

## How to fix
Write the id exactly as it stands where the item is defined; the nearest one is suggested. If the item was never
written down, add it. If it has ended, it keeps its id: give it `retired:` with a reason instead of deleting it.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.nearest import did_you_mean
from planwright.records import placeholder
from planwright.wording import a, listed, named
from planwright.workspace import Reference, Workspace

from ._items import field_of
from .rule import Finding

_COMPARISONS = 1_000_000  # how many ids all suggestions together may be compared with, so that a wrong file stays cheap

_NAMED = 3
_ORGANISED = frozenset({"committee", "department", "portfolio", "post", "service", "team"})


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each reference to an id that no file has, not even in an item that could not be read."""
    workspace = assessment.workspace
    left = _COMPARISONS
    for reference in workspace.references:
        if workspace.knows(reference.target):
            continue
        known = _known(workspace, reference)
        left -= len(known)
        hint = did_you_mean(reference.target, known) if left >= 0 else ""
        hint = _filling_in(reference, known) if reference.target == placeholder.ID else hint
        wanted = listed(map(named, sorted(reference.things)), "or") or "item"
        source = reference.source.id if reference.source else ""
        message = f"{source} names {reference.target} in {field_of(reference)}, but no {wanted} has that id"
        message = message if source else f"no {wanted} has the id {reference.target}"
        yield Finding(reference.spot, message, hint or f"define it{_where(reference)}, or correct the id", source)


def _filling_in(reference: Reference, known: list[str]) -> str:
    """Say what belongs in place of what `planwright new` could not know, with a few of the ids there are."""
    wanted = listed(map(a, sorted(reference.things)), "or") or "an item"
    there = (
        f", such as {listed(known[:_NAMED], 'or')}" if known else f", which must be defined first{_where(reference)}"
    )
    return f"write the id of {wanted} in place of {placeholder.ID}{there}"


def _where(reference: Reference) -> str:
    """Say where the item is defined, if all that may be named stand in one file."""
    return " in the file of kind organisation" if reference.things and reference.things <= _ORGANISED else ""


def _known(workspace: Workspace, reference: Reference) -> list[str]:
    subjects = workspace.of(*sorted(reference.things)) if reference.things else workspace.subjects.values()
    return [subject.id for subject in subjects]
