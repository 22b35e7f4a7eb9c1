"""What the items of a plan say, by id, and in what two such inventories, or many versions in a row, differ."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias
from unicodedata import normalize

from planwright.document import Document, Route, Value, parse

Field: TypeAlias = tuple[str, ...]  # ("targets", "2026-27"); the empty one stands for the item as a whole
What: TypeAlias = Literal["added", "removed", "changed"]

_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,17})?")
_BY_INDICATOR = ("results", "comparators")  # sections of a results file, by the id of an indicator
_PLAIN = {"targets": 2, "results": 3}  # at this depth a bare number is short for its `value`
_LABELS = ("title", "to")  # what tells items without an id apart, before their position does


@dataclass(frozen=True, slots=True)
class Item:
    """One plan item: `kind` is the document's kind, or the section it stands in; `fields` are its own, flattened."""

    id: str
    kind: str
    file: str
    route: Route
    fields: Mapping[Field, str]

    @property
    def title(self) -> str:
        """Its title, or an empty string."""
        return self.fields.get(("title",), "")


@dataclass(frozen=True, slots=True)
class Inventory:
    """All items of one state of the plan by id, and the files that could not be read."""

    items: Mapping[str, Item]
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: an empty field means the whole item; `before` and `after` are empty where there was nothing."""

    id: str
    field: Field
    before: str
    after: str
    what: What


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


@dataclass(slots=True)
class _Sheet:
    """An item while it is being collected."""

    id: str
    kind: str
    file: str
    route: Route
    fields: dict[Field, str] = field(default_factory=dict)

    def put(self, name: Field, text: str) -> None:
        """Note a field, numbering what has the same name twice."""
        free = name
        count = 1
        while free in self.fields:
            count += 1
            free = (*name[:-1], f"{name[-1]} ({count})")
        self.fields[free] = text


def inventory(documents: Iterable[Document]) -> Inventory:
    """Return what the documents say, item by item, from their plain values: no model has to know them."""
    sheets: dict[str, _Sheet] = {}
    unread = set()
    for document in sorted(documents, key=lambda each: each.file):
        if document.value is None:
            unread.add(document.file)
        elif isinstance(document.value, dict):
            _collect(sheets, document, document.value)
    items = {key: Item(key, one.kind, one.file, one.route, one.fields) for key, one in sorted(sheets.items())}
    return Inventory(items, frozenset(unread))


def compare(before: Inventory, after: Inventory) -> tuple[Change, ...]:
    """Return the differences in meaning, sorted by item and field.

    Order of keys, quotes, indentation, line breaks, places and file names are no differences, nor is 95 against 95.0.
    Of a file that cannot be read on one side nothing is said to be added or removed.
    """
    changes: list[Change] = []
    for key in sorted(before.items.keys() | after.items.keys()):
        old, new = before.items.get(key), after.items.get(key)
        if (old or new) and not (_hidden(old, new, after) or _hidden(new, old, before)):
            changes += _differences(key, old, new)
    return tuple(changes)


def trail(versions: Iterable[Version], item_id: str) -> tuple[Step, ...]:
    """Return the steps in which one item came to be what it is, newest first, from versions given newest first.

    The item is followed by its id over all files, so moves between files are no steps. A version in which its file
    cannot be read is a step that says so, and the next readable one is compared with the last readable one.
    """
    steps: list[Step] = []
    held: dict[str, Item] = {}
    for commit, sightings in reversed([(version.commit, _sightings(version, item_id)) for version in versions]):
        before = _merged(held, item_id)
        unread = [name for name, seen in sightings if isinstance(seen, _Unread)]
        for name, seen in sightings:
            if isinstance(seen, _Unread):
                continue
            held.pop(name, None)  # so that the file changed last has the last word while an item stands in two
            if seen:
                held[name] = seen
        changes = compare(before, _merged(held, item_id))
        if changes or unread:
            steps.append(Step(commit, changes, tuple(unread)))
    return tuple(reversed(steps))


class _Unread:
    """A file that holds an item, as far as its bytes tell, but cannot be read."""


def _sightings(version: Version, item_id: str) -> tuple[tuple[str, Item | _Unread | None], ...]:
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


def _hidden(present: Item | None, missing: Item | None, other: Inventory) -> bool:
    return present is not None and missing is None and present.file in other.unread


def _differences(key: str, old: Item | None, new: Item | None) -> Iterator[Change]:
    before: Mapping[Field, str] = old.fields if old else {}
    after: Mapping[Field, str] = new.fields if new else {}
    if old is None or new is None:
        yield _change(key, (), _named(old), _named(new))
    for name in sorted(before.keys() | after.keys()):
        one, other = before.get(name), after.get(name)
        if one is None or other is None or _meaning(one) != _meaning(other):
            yield _change(key, name, one, other)


def _named(item: Item | None) -> str | None:
    return (item.title or item.id) if item else None


def _change(key: str, name: Field, before: str | None, after: str | None) -> Change:
    what: What = "added" if before is None else "removed" if after is None else "changed"
    return Change(key, name, before or "", after or "", what)


def _meaning(text: str) -> str | Decimal:
    """Return what two spellings of the same have in common: numbers by value, text without its line breaks."""
    return Decimal(text) if _NUMBER.fullmatch(text) else " ".join(normalize("NFC", text).split())


def _collect(sheets: dict[str, _Sheet], document: Document, value: dict[str, Value]) -> None:
    """Note the items of one document, the document itself first."""
    given = {key: text for key, text in value.items() if isinstance(text, str)}
    name = given.get("id") or " ".join(given[key] for key in ("kind", "period", "service") if key in given)
    root = _sheet(sheets, name or document.file, document, ())
    for section in _BY_INDICATOR if document.kind == "results" else ():
        for indicator, told in _mapping(value.get(section)).items():
            route: Route = (section, indicator)
            sheet = _sheet(sheets, indicator, document, route)
            _flatten(sheets, document, sheet, told, route, (section, given.get("period", "")))
    rest = {key: one for key, one in value.items() if document.kind != "results" or key not in _BY_INDICATOR}
    _flatten(sheets, document, root, rest, (), ())


def _sheet(sheets: dict[str, _Sheet], key: str, document: Document, route: Route) -> _Sheet:
    """Return the sheet of an id, which results and definition share; the definition says where the item stands."""
    sheet = sheets.setdefault(key, _Sheet(key, _section(document, route), document.file, route))
    if sheet.kind in _BY_INDICATOR:
        sheet.kind, sheet.file, sheet.route = _section(document, route), document.file, route
    return sheet


def _section(document: Document, route: Route) -> str:
    return next((step for step in route if isinstance(step, str)), document.kind)


def _mapping(value: Value | None) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def _flatten(
    sheets: dict[str, _Sheet], document: Document, sheet: _Sheet, value: Value, route: Route, name: Field
) -> None:
    """Note a value and all below it as fields of a sheet; an item with its own id gets its own sheet."""
    if isinstance(value, str):
        plain = len(name) == _PLAIN.get(name[0])
        sheet.put((*name, "value") if plain else name, value)
    elif isinstance(value, list):
        seen: dict[str, int] = {}
        for index, one in enumerate(value):
            label = _label(one, index)
            seen[label] = seen.get(label, 0) + 1
            own = label if seen[label] == 1 else f"{label} ({seen[label]})"
            _flatten(sheets, document, sheet, one, (*route, index), (*name, own))
    else:
        key = value.get("id")
        if isinstance(key, str):
            sheet, name = _sheet(sheets, key, document, route), ()
        for step, one in value.items():
            if name or step != "id":
                _flatten(sheets, document, sheet, one, (*route, step), (*name, step))


def _label(value: Value, index: int) -> str:
    """Return what an entry of a list is paired by: its words, its title or what it leads to, else its position."""
    if isinstance(value, str):
        return " ".join(value.split())
    named = (value.get(key) for key in _LABELS) if isinstance(value, dict) else ()
    return next((" ".join(text.split()) for text in named if isinstance(text, str)), str(index + 1))
