"""What the items of a plan say, by id, in one state of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from planwright.document import Document, Route, Value

Field: TypeAlias = tuple[str, ...]  # ("targets", "2026-27"); the empty one stands for the item as a whole

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
