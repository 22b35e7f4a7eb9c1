"""Give an item another id: where it is defined, and wherever anything refers to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NoReturn

from planwright.assessment import Assessment
from planwright.diagnostic import Place
from planwright.document import Document, Route
from planwright.document.editing import AddKey, Append, Edit, EditRefusedError, Edits, SetKey, SetValue
from planwright.edits.sound import refuse_unsound
from planwright.records.scalars import EXPECTED, ID, Id
from planwright.visible import one_line
from planwright.workspace import Spot, Subject, Workspace

_TOKEN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?")


@dataclass(frozen=True, slots=True)
class Renaming:
    """What gives an item another id: the edits of each file, how many places they change, and where texts name it.

    `kept` says whether the old id is kept under `replaces:`. Texts are for people to change.
    """

    edits: tuple[Edits, ...]
    places: int
    kept: bool
    mentions: tuple[Place, ...]


def rename(assessment: Assessment, old: str, new: str, *, keep: bool = True) -> Renaming:
    """Return the edits that call the item with the id `old` by the id `new`, everywhere; `keep` notes the old one.

    Raises PlanwrightError where there is no such item, and EditRefusedError where the new id is none or is taken, where
    the old one is two items', or where a file that names it cannot be read in full.
    """
    workspace = assessment.workspace
    subject = workspace.find(old)
    _refuse_name(assessment, subject, new)
    for name in workspace.unread:
        if name not in workspace.documents:
            raise EditRefusedError(f"{name} cannot be opened and may name {old}. Nothing was written.")
    naming = tuple(document for document in workspace.documents.values() if _named_in(document, workspace, old))
    for document in naming:
        refuse_unsound(workspace, document.file)
    kept = keep and "replaces" in type(subject.record).model_fields
    changed: list[Edits] = []
    mentions: list[Place] = []
    spots = tuple(dict.fromkeys(_spots(workspace, subject)))
    for document in naming:
        own = [_written(document, spot) for spot in spots if spot.file == document.file]
        edits = [_edit(spot, new) for spot in own]
        if kept and document.file == subject.spot.file:
            edits.append(_noted(document, subject))
        if edits:
            changed.append(Edits(document.file, tuple(edits)))
        mentions += _mentions(document, workspace, old, own)
    return Renaming(tuple(changed), len(spots), kept, tuple(mentions))


def _refuse_name(assessment: Assessment, subject: Subject, new: str) -> None:
    """Raise EditRefusedError where an item cannot be called so."""
    workspace, old = assessment.workspace, subject.id
    if not new.strip():
        _refuse(f"say what {old} is to be called; {EXPECTED[ID].replace('an id:', 'an id is')}")
    if not re.fullmatch(ID, new):
        _refuse(f"{one_line(new, 60)} is not {EXPECTED[ID]}")
    if new == old:
        _refuse(f"{old} is its id already")
    for first, again in workspace.duplicates:
        if first is subject:
            _refuse(
                f"{again.id} in {again.spot.file} is another item with this id; give that one an id of its own first"
            )
    for one in workspace.subjects.values():
        if one is not subject and one.id.casefold() == new.casefold():
            _refuse(f"{one.id} is in use already, in {one.spot.file}")
        if one is subject and new in getattr(one.record, "replaces", ()):
            _refuse(
                f"{new} was its id before; if it was never published, take it out of replaces: in {one.spot.file} first"
            )
        if new in getattr(one.record, "replaces", ()):
            _refuse(f"{new} was the id of what is {one.id} now, and an id is never used again")
    unreadable = (id_ for id_ in workspace.broken if id_.casefold() == new.casefold())
    steps = (rating.id for rating in assessment.work if rating.id == new)
    for taken in chain(unreadable, steps):
        _refuse(f"{taken} is in use already")


def _refuse(why: str) -> NoReturn:
    raise EditRefusedError(f"{why}. Nothing was written.")


def _spots(workspace: Workspace, subject: Subject) -> Iterator[Spot]:
    """Yield every spot at which an item's id stands for it."""
    yield subject.spot.at("id")
    for reference in workspace.inbound.get(subject.id, ()):
        yield reference.spot
    for one in workspace.subjects.values():
        for name, field in type(one.record).model_fields.items():
            if field.annotation == tuple[Id, ...]:  # ids of items that need not exist any more, so no references
                ids = getattr(one.record, name)
                yield from (one.spot.at(name, index) for index, id_ in enumerate(ids) if id_ == subject.id)


def _written(document: Document, spot: Spot) -> Spot:
    """Return the spot in the file of one in a record: `links: [CORP-3]` has no `to`."""
    route = spot.route
    while not document.has(route):
        route = route[:-1]
    return Spot(spot.file, route, spot.part)


def _edit(spot: Spot, new: str) -> Edit:
    return SetKey(spot.route, new) if spot.part == "key" else SetValue(spot.route, new)


def _noted(document: Document, subject: Subject) -> Edit:
    """Return the edit that notes an item's old id, so that its past is found again."""
    route: Route = (*subject.spot.route, "replaces")
    if document.has(route):
        return Append(route, subject.id)
    return AddKey(subject.spot.route, "replaces", [subject.id], after="id")


def _named_in(document: Document, workspace: Workspace, id_: str) -> bool:
    return next(_tokens(document, workspace, id_), None) is not None


def _tokens(document: Document, workspace: Workspace, id_: str) -> Iterator[tuple[int, int]]:
    """Yield the span of everything in a file that names an item: HSG-A1 and its step HSG-A1/2, but not HSG-A10."""
    if id_ not in document.text:
        return
    for found in _TOKEN.finditer(document.text):
        token = found[0]
        if token == id_ or (f"/{id_}/" in f"/{token}/" and token not in workspace.subjects):
            yield found.span()


def _mentions(document: Document, workspace: Workspace, id_: str, changed: list[Spot]) -> Iterator[Place]:
    """Yield where a file names an item in its texts and comments, which no edit changes."""
    spans = set()
    for spot in changed:
        node = document.node(spot.route)
        if node:
            spans.add(node.key if spot.part == "key" else (node.start, node.end))
    for start, end in _tokens(document, workspace, id_):
        if not any(span and span[0] <= start and end <= span[1] for span in spans):
            yield document.layout.source.place(start, end)
