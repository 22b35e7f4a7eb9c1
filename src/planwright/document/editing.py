"""Change a plan file by replacing spans of its text, and make sure that nothing else changed."""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from difflib import unified_diff
from itertools import pairwise
from typing import Any, TypeAlias

from planwright.diagnostic import RefusedError, Severity
from planwright.document import splicing
from planwright.document.document import Document
from planwright.document.node import Node, Route
from planwright.document.parsing import parse
from planwright.document.reading import Value
from planwright.document.splicing import Splice

_BOM = b"\xef\xbb\xbf"


class EditRefusedError(RefusedError):
    """A change that cannot be made as asked; nothing was written (exit code 1)."""


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give a key or list entry another text; a key with nothing after its colon may get any value."""

    route: Route
    value: Value


@dataclass(frozen=True, slots=True)
class SetKey:
    """Give a key another name; what stands under it stays."""

    route: Route
    key: str


@dataclass(frozen=True, slots=True)
class AddKey:
    """Add a key with its value to a mapping: behind the key `after`, or behind the last one where none is named."""

    route: Route
    key: str
    value: Value
    after: str = ""


@dataclass(frozen=True, slots=True)
class Append:
    """Add an entry behind the last one of a list."""

    route: Route
    value: Value


@dataclass(frozen=True, slots=True)
class Remove:
    """Take out a key with its value, or a list entry; comments around it stay."""

    route: Route


@dataclass(frozen=True, slots=True)
class Nest:
    """Put a bare text under a key of its own, so that more can be said beside it: `92` becomes `value: 92`."""

    route: Route
    key: str


Edit: TypeAlias = SetValue | SetKey | AddKey | Append | Remove | Nest


@dataclass(frozen=True, slots=True)
class Edits:
    """What is to be changed in one file, in this order: each route is read after the edits before it."""

    file: str
    edits: tuple[Edit, ...]


def apply(document: Document, edits: Iterable[Edit]) -> bytes:
    """Return the file's new bytes: byte order mark, line ends, comments and every other character stay as they were.

    All is read back and compared: the value must have become exactly what was asked, no problem may be new.
    Raises EditRefusedError when the file has errors already, when an edit does not fit what stands there, or when
    the check fails.
    """
    if document.value is None or any(one.severity is Severity.ERROR for one in document.problems):
        raise EditRefusedError(f"{document.file} has errors of its own. Mend them first (`planwright validate`).")
    for wave in _waves(edits):
        document = _applied_together(document, wave)
    return _data(document)


def diff(before: bytes, after: bytes, file: str) -> str:
    """Return what changed in a file as a small unified diff, or an empty string when nothing did."""
    old, new = (data.decode("utf-8-sig", "replace").splitlines() for data in (before, after))
    return "\n".join(unified_diff(old, new, file, file, n=1, lineterm=""))


def _data(document: Document) -> bytes:
    return (_BOM if document.bom else b"") + document.text.encode("utf-8")


def _waves(edits: Iterable[Edit]) -> list[list[Edit]]:
    """Return edits in groups, in order, of which none touches what another of its group does.

    Several may add to the end of one mapping or list: each does so behind the one before it.
    """
    waves: list[list[Edit]] = []
    touched: dict[Route, bool] = {}
    above: set[Route] = set()
    for edit in edits:
        adds = isinstance(edit, AddKey | Append)
        amid = isinstance(edit, AddKey) and edit.after != ""
        route = edit.route[:-1] if isinstance(edit, Remove) else edit.route
        parents = {route[:length] for length in range(len(route))}
        beside = adds and not amid and touched.get(route, True)
        if not waves or route in above or not parents.isdisjoint(touched) or (route in touched and not beside):
            waves.append([])
            touched, above = {}, set()
        waves[-1].append(edit)
        touched[route] = adds
        above |= parents
    return waves


def _applied_together(document: Document, edits: list[Edit]) -> Document:
    """Return the document after edits that do not touch one another: all at once, or else one after the other.

    A file is read anew after every step, so hundreds of edits would otherwise take as many readings.
    """
    settled = [_settled(document, edit) for edit in edits]
    splices = sorted((_spliced(document, edit, prose=True) for edit in settled), key=lambda splice: splice.start)
    apart = all(first.end <= second.start for first, second in pairwise(splices))
    if len(edits) > 1 and apart:
        pieces, at = [], 0
        for splice in splices:
            pieces += [document.text[at : splice.start], splice.text]
            at = splice.end
        expected = deepcopy(document.value)
        for edit in settled:
            _change(expected, edit)
        text = "".join([*pieces, document.text[at:]])
        changed = _parsed(document, text)
        if changed.text == text and changed.value == expected and not _flaw(document, changed):
            return changed
    for edit in edits:
        document = _applied(document, edit)
    return document


def _applied(document: Document, edit: Edit) -> Document:
    """Return the document after one edit; the second, plainer way of writing is for values block style cannot hold."""
    edit = _settled(document, edit)
    expected = deepcopy(document.value)
    _change(expected, edit)
    reason = ""
    for prose in (True, False):
        splice = _spliced(document, edit, prose=prose)
        text = document.text[: splice.start] + splice.text + document.text[splice.end :]
        changed = _parsed(document, text)
        flaw = _flaw(document, changed)
        if changed.text == text and changed.value == expected and not flaw:
            return changed
        reason = reason or flaw or "it would not read back as what was asked for"
    raise EditRefusedError(f"{_named(document, edit.route)} was left as it is: {reason}.")


def _parsed(document: Document, text: str) -> Document:
    """Return a document with another text."""
    return parse(document.file, (_BOM if document.bom else b"") + text.encode("utf-8"))


def _flaw(before: Document, after: Document) -> str:
    """Return what is wrong in a changed document and was not before; empty where nothing is."""
    known = Counter((one.code, one.message) for one in before.problems)
    new = Counter((one.code, one.message) for one in after.problems) - known
    return next((message for _, message in new), "")


def _settled(document: Document, edit: Edit) -> Edit:
    """Return the edit in the form that fits what stands there, or say why none does."""
    node = document.node(edit.route)
    if node is None:
        raise EditRefusedError(f"{_named(document, edit.route)} was to be changed but is not there.")
    if isinstance(edit, AddKey) and (node.blank or edit.key in node.children):
        if node.blank:
            return SetValue(edit.route, {edit.key: edit.value})
        return _settled(document, SetValue((*edit.route, edit.key), edit.value))
    if isinstance(edit, Append) and node.blank:
        return SetValue(edit.route, [edit.value])
    parent = document.node(edit.route[:-1]) if edit.route else None
    misfit = _misfit(document, edit, node, parent)
    if misfit:
        raise EditRefusedError(f"{_named(document, edit.route)} {misfit}.")
    return edit


def _misfit(document: Document, edit: Edit, node: Node, parent: Node | None) -> str:
    """Return why an edit cannot be made to a node, or an empty string."""
    match edit:
        case AddKey() if node.kind != "mapping":
            return f"has no keys of its own, so {edit.key} cannot be added to it"
        case Append() if node.kind != "list":
            return "is not a list, so nothing can be added at its end"
        case SetKey() if parent is None or edit.key in parent.children:
            return f"cannot be called {edit.key}, because that stands beside it already"
        case SetValue() if node.kind != "scalar" or not (node.blank or isinstance(edit.value, str)):
            return "holds something else than the one value that was to be replaced"
        case Nest() if node.kind != "scalar" or node.blank or "\n" in document.text[node.start : node.end]:
            return "holds something else than one value on one line, so nothing can be added beside it"
        case Remove() if parent is None or len(parent.children) == 1:
            return "is the only entry there, so it cannot be taken out by itself"
        case _:
            return ""


def _change(value: Any, edit: Edit) -> None:
    """Make a settled edit to the plain value of a document."""
    at = value
    for step in edit.route if isinstance(edit, AddKey | Append) else edit.route[:-1]:
        at = at[step]
    match edit:
        case AddKey():
            at[edit.key] = edit.value
        case Append():
            at.append(edit.value)
        case SetValue():
            at[edit.route[-1]] = edit.value
        case SetKey():
            if edit.route[-1] in at:  # a key with nothing after it is not in the value
                at[edit.key] = at.pop(edit.route[-1])
        case Nest():
            at[edit.route[-1]] = {edit.key: at[edit.route[-1]]}
        case Remove():
            with suppress(KeyError):  # nor is that one here
                del at[edit.route[-1]]


def _spliced(document: Document, edit: Edit, *, prose: bool) -> Splice:
    match edit:
        case SetValue(route, value):
            return splicing.set_value(document, route, value, prose=prose)
        case SetKey(route, key):
            return splicing.set_key(document, route, key)
        case AddKey(route, key, value, after):
            return splicing.add_key(document, route, key, value, after=after, prose=prose)
        case Append(route, value):
            return splicing.append(document, route, value, prose=prose)
        case Remove(route):
            return splicing.remove(document, route)
        case Nest(route, key):
            return splicing.nest(document, route, key)


def _named(document: Document, route: Route) -> str:
    """Return how a person finds a route: the file, and the steps from its top."""
    steps = ", ".join(f"entry {step + 1}" if isinstance(step, int) else step for step in route)
    return f"{document.file}: {steps}" if steps else document.file
