"""Where words are said in the plans: in ids, titles and every other text, the likeliest place first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from planwright import kinds
from planwright.diagnostic import Place
from planwright.document import Document, Route
from planwright.document.reading import Value
from planwright.records.shape import MAP, RECORD, Shape, fields_of
from planwright.workspace import Spot, Workspace

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_BY_INDICATOR = ("results", "comparators")
_QUOTES = {"'": "['‘’]", '"': '["“”]'}
_BEFORE, _AFTER = 40, 80
_RANKS = {"id": 1, "title": 2}
_LAST = 3


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a plan: where it stands, the id of the item it is part of (or empty), and the field it is in."""

    spot: Spot
    item: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One text in which the words are said: the sort of thing it is part of, the place of the words, what is around."""

    said: Said
    sort: str
    place: Place
    around: str


def texts(workspace: Workspace) -> Iterator[Said]:
    """Yield every text of all plans that could be read, with the keys that people chose, such as ids of results."""
    for one in workspace.loaded:
        document = one.document
        if document.value is not None:
            known = document.kind in kinds.names()
            shape = Shape(RECORD, record=kinds.model(document.kind)) if known else None
            yield from _said(document, document.value, shape, (), "")


def _said(document: Document, value: Value, shape: Shape | None, route: Route, item: str) -> Iterator[Said]:
    if isinstance(value, str):
        yield Said(Spot(document.file, route), item, _field(route), value)
        return
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _said(document, part, shape.inner if shape else None, (*route, index), item)
        return
    own = value.get("id")
    item = own if isinstance(own, str) else item
    free = shape is not None and shape.sort == MAP
    fields = fields_of(shape.record) if shape and shape.record else {}
    for key, part in value.items():
        below = (*route, key)
        about = key if document.kind == "results" and route in {(name,) for name in _BY_INDICATOR} else item
        if free:
            yield Said(Spot(document.file, below, "key"), about, _field(route), key)
        inner = shape.inner if free and shape else fields[key].shape if key in fields else None
        yield from _said(document, part, inner, below, about)


def _field(route: Route) -> str:
    return next((step for step in reversed(route) if isinstance(step, str)), "")


def search(workspace: Workspace, words: Sequence[str], *, every: bool = True) -> tuple[Hit, ...]:
    """Return the texts that hold all of some words or phrases, or one of them, most relevant first.

    Upper and lower case are the same, and so are straight and curly quotes. Ids and titles come before other texts,
    whole words before parts of words, and what is the id itself before all.
    """
    patterns = tuple(_pattern(word) for word in words)
    found = []
    for said in texts(workspace):
        text = said.text if said.text.isascii() else normalize("NFC", said.text)
        matches = [match for match in (pattern.search(text) for pattern in patterns) if match]
        if matches and (not every or len(matches) == len(patterns)):
            exact = said.field == "id" and matches[0][0] == text
            whole = all(_is_whole(match) for match in matches)
            rank = (0 if exact else _RANKS.get(said.field, _LAST), not whole)
            found.append((rank, _hit(workspace, said, matches[0], text)))
    return tuple(hit for _, hit in sorted(found, key=lambda one: one[0]))


def _pattern(word: str) -> re.Pattern[str]:
    """Return what finds a word or phrase, however it is spaced, cased and quoted."""
    parts = (re.escape(part) for part in normalize("NFC", word).replace("’", "'").replace("‘", "'").split())
    written = r"\s+".join(parts)
    for plain, either in _QUOTES.items():
        written = written.replace(plain, either)
    return re.compile(written, re.IGNORECASE)


def _is_whole(match: re.Match[str]) -> bool:
    """Whether a match neither begins nor ends within a word, or an id: HSG-A1 is not a whole word in HSG-A10."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return not (before.isalnum() or after.isalnum())


def _hit(workspace: Workspace, said: Said, match: re.Match[str], text: str) -> Hit:
    document = workspace.documents[said.spot.file]
    start, end = max(match.start() - _BEFORE, 0), match.end() + _AFTER
    around = f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
    subject = workspace.get(said.item)
    return Hit(said, subject.thing if subject else document.kind, _place(document, said.spot, match.re), around)


def _place(document: Document, spot: Spot, pattern: re.Pattern[str]) -> Place:
    """Return where the words stand in the file; where the text is written in escapes, where it begins."""
    node = document.node(spot.route)
    span = node.key if node and spot.part == "key" else (node.start, node.end) if node else None
    found = pattern.search(document.text, *span) if span else None
    return document.layout.source.place(*found.span()) if found else document.place(spot.route)


def vocabulary(workspace: Workspace) -> frozenset[str]:
    """Return every word that the plans use."""
    return frozenset(word for said in texts(workspace) for word in _WORD.findall(said.text))
