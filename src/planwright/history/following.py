"""How one item came to be what it is: what each commit changed about it, through files, versions and other ids."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from planwright.document import parse

from .comparing import Change, compare, field_changes
from .inventory import Field, Inventory, Item, inventory

_REPLACES = "replaces"


@dataclass(frozen=True, slots=True)
class FileVersion:
    """One file in one version: its bytes before and after, None where it did not exist."""

    name: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Commit:
    """Who committed what when; without an id it is the working copy, not committed yet.

    `when` is the author's date and `committed` the committer's, None when no calendar has it.
    """

    id: str
    author: str = ""
    when: datetime | None = None
    committed: datetime | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One commit and the plan files it changed."""

    commit: Commit
    files: tuple[FileVersion, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one commit changed about one item; `unread` names files that held it and cannot be read in this version."""

    commit: Commit
    changes: tuple[Change, ...]
    unread: tuple[str, ...] = ()


class _Unread:
    """A file that holds an item, as far as its bytes tell, but cannot be read."""


_Sightings = tuple[tuple[str, Item | _Unread | None], ...]
_Seen = tuple[Commit, dict[str, _Sightings]]


def trail(versions: Iterable[Version], item_id: str) -> tuple[Step, ...]:
    """Return the steps in which one item came to be what it is, newest first, from versions given newest first.

    The item is followed by its id over all files, so moves between files are no steps; and by the ids it had before, as
    `replaces:` tells, where a commit gave it another. A version in which its file cannot be read is a step that says
    so, and the next readable one is compared with the last readable one.
    """
    sought = [item_id]
    seen: list[_Seen] = []
    for version in versions:
        told: dict[str, _Sightings] = {}
        for id_ in sought:  # which grows: what replaces another id was perhaps called so in an earlier version
            told[id_] = _sightings(version, id_)
            items = (item for _, item in told[id_] if isinstance(item, Item))
            sought += dict.fromkeys(old for item in items for old in _replaced(item.fields) if old not in sought)
        seen.append((version.commit, told))
    return _steps(seen[::-1], item_id, frozenset())


def _steps(seen: Sequence[_Seen], item_id: str, later: frozenset[str]) -> tuple[Step, ...]:
    """Return the steps of an item, newest first, from sightings oldest first; `later` are the ids it had afterwards."""
    steps: list[Step] = []
    held: dict[str, Item] = {}
    for commit, told in seen:
        before = _merged(held, item_id)
        sightings = told.get(item_id, ())
        unread = [name for name, item in sightings if isinstance(item, _Unread)]
        for name, item in sightings:
            if isinstance(item, _Unread):
                continue
            held.pop(name, None)  # so that the file changed last has the last word while an item stands in two
            if item:
                held[name] = item
        changes = compare(before, _merged(held, item_id))
        if changes or unread:
            steps.append(Step(commit, changes, tuple(unread)))
    steps.reverse()
    return (*steps[:-1], *_with_past(seen, item_id, steps[-1], later)) if steps else ()


def _with_past(seen: Sequence[_Seen], item_id: str, first: Step, later: frozenset[str]) -> tuple[Step, ...]:
    """Return an item's first step or, where it was only given another id then, all its steps under the old one."""
    born = _fields(first, "added")
    known = later | {item_id}
    for old in _replaced(born):
        earlier = () if old in known else _steps(seen, old, known)
        gone = _fields(earlier[0], "removed") if earlier and earlier[0].commit == first.commit else {}
        if gone:
            renamed = Change(item_id, ("id",), old, item_id, "changed")
            since = {name: text for name, text in born.items() if name != (_REPLACES, old)}
            changes = (renamed, *field_changes(item_id, gone, since))
            return (Step(first.commit, changes, first.unread), *earlier[1:])
    return (first,)


def _fields(step: Step, what: str) -> dict[Field, str]:
    """Return the fields of an item that a step added or removed as a whole; none where it did not."""
    if not any(change.what == what and not change.field for change in step.changes):
        return {}
    return {change.field: change.after or change.before for change in step.changes if change.field}


def _replaced(fields: Iterable[Field]) -> list[str]:
    """Return the ids that an item says it replaces, the latest first."""
    return [name[1] for name in fields if name[:1] == (_REPLACES,) and len(name) > 1][::-1]


def _sightings(version: Version, item_id: str) -> _Sightings:
    """Return what the files of one version say about an item; files that never mention it are left out."""
    sought = item_id.encode()
    return tuple(
        (file.name, _sighting(file, item_id))
        for file in version.files
        if sought in (file.before or b"") or sought in (file.after or b"")
    )


def _sighting(file: FileVersion, item_id: str) -> Item | _Unread | None:
    if file.after is None:
        return None
    seen = inventory([parse(file.name, file.after)])
    return _Unread() if seen.unread else seen.items.get(item_id)


def _merged(held: Mapping[str, Item], item_id: str) -> Inventory:
    """Return one item as all the files that tell of it have it."""
    if not held:
        return Inventory({})
    fields: dict[Field, str] = {}
    for item in held.values():
        fields |= item.fields
    *_, last = held.values()
    return Inventory({item_id: Item(item_id, last.kind, last.file, last.route, fields)})
