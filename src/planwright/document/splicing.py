"""Where in a file's text a change goes, in the columns and the manner of its neighbours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from planwright.document.document import Document
from planwright.document.node import Node, Route, Span
from planwright.document.notation import Manner, entry_lines, flow_text, item_lines, key_text, value_lines
from planwright.document.reading import Value

_LINE_END = re.compile(r"\r*\n|\r")
_BLOCK_HEADER = re.compile(r"[|>][0-9+-]*")
_SUPPRESSION = "# planwright: ignore"
_YES_NO = frozenset({"yes", "no"})
_BRACKETS = ("[", "{")
_NARROWEST, _WIDEST = 80, 120  # columns a person reads with ease


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace the text from `start` to `end`."""

    start: int
    end: int
    text: str


def set_value(document: Document, route: Route, value: Value, *, prose: bool) -> Splice:
    """Return the splice that gives a scalar, or a key with nothing after it, another value."""
    node, parent = _node(document, route), _node(document, route[:-1])
    old = document.text[node.start : node.end]
    if _bracketed(document, route[:-1]):
        return Splice(node.start, node.end, flow_text(value, node.style))
    if old in _YES_NO and value in _YES_NO:
        return Splice(node.start, node.end, str(value))
    manner = _manner(document, parent, prose=prose)
    indent = _column(document, _entry_start(document, parent, node))
    first, *rest = value_lines(value, indent, manner, node.style)
    if old:
        first = first.removeprefix(" ")
    header = _BLOCK_HEADER.match(document.text, node.start, node.end) if node.style in ("|", ">") else None
    head = header.end() if header else node.end  # a comment may follow, and stays on the first line
    tail = document.text[head : _line_end(document, head)]
    end = node.end if header else head + len(tail)
    return Splice(node.start, end, manner.line_end.join((first + tail, *rest)))


def set_key(document: Document, route: Route, key: str) -> Splice:
    """Return the splice that gives a key another name, in the quotes it had."""
    start, end = cast("Span", _node(document, route).key)
    return Splice(start, end, key_text(key, style=document.text[start]))


def add_key(document: Document, route: Route, key: str, value: Value, *, after: str = "", prose: bool) -> Splice:
    """Return the splice that adds a key behind another one of a mapping, which is the last where none is named."""
    node = _node(document, route)
    if _bracketed(document, route):
        return _inside(node, f"{key_text(key)}: {flow_text(value)}", after)
    manner = _manner(document, node, prose=prose)
    return _below(document, node, entry_lines(key, value, _column(document, node.start), manner), manner, after)


def nest(document: Document, route: Route, key: str) -> Splice:
    """Return the splice that puts a scalar, as it is written, under a key of its own; a comment stays on its line."""
    node, parent = _node(document, route), _node(document, route[:-1])
    text = document.text
    if _bracketed(document, route[:-1]):
        return Splice(node.start, node.end, f"{{{key_text(key)}: {text[node.start : node.end]}}}")
    if not node.key:
        return Splice(node.start, node.start, f"{key_text(key)}: ")
    manner = _manner(document, parent, prose=True)
    indent = " " * (_column(document, node.key[0]) + manner.step)
    head = node.key[1] + len(text[node.key[1] : node.start].rstrip())
    end = _line_end(document, node.end)
    below = f"{manner.line_end}{indent}{key_text(key)}: {text[node.start : node.end]}"
    return Splice(head, end, text[node.end : end] + below)


def append(document: Document, route: Route, value: Value, *, prose: bool) -> Splice:
    """Return the splice that adds an entry behind the last one of a list."""
    node = _node(document, route)
    if _bracketed(document, route):
        return _inside(node, flow_text(value))
    manner = _manner(document, node, prose=prose)
    return _below(document, node, item_lines(value, _column(document, node.start), manner), manner)


def remove(document: Document, route: Route) -> Splice:
    """Return the splice that takes out one of several entries; of the comments only a suppression of it goes too."""
    node, parent = _node(document, route), _node(document, route[:-1])
    text, source = document.text, document.layout.source
    siblings = list(parent.children.values())
    index = siblings.index(node)
    start, end = _entry_start(document, parent, node), _end(node)
    if _bracketed(document, route[:-1]):
        if index + 1 < len(siblings):
            return Splice(start, _entry_start(document, parent, siblings[index + 1]), "")
        return Splice(_end(siblings[index - 1]), end, "")
    stop = _line_end(document, end)
    if text[source.line_start(start) : start].strip():  # it shares its line with the dash of what it stands in
        return Splice(start, len(text) - len(text[stop:].lstrip()), "")
    first = source.line(start)
    while source.line_text(first - 1).strip().startswith(_SUPPRESSION):
        first -= 1
    begin = source.starts[first - 1]
    if stop < len(text):
        ending = _LINE_END.match(text, stop)
        return Splice(begin, ending.end() if ending else stop, "")
    return Splice(len(text[:begin].rstrip("\r\n")), stop, "")


def _node(document: Document, route: Route) -> Node:
    return cast("Node", document.node(route))


def _end(node: Node) -> int:
    return max(node.end, node.key[1] + 1 if node.key else 0)


def _line_end(document: Document, offset: int) -> int:
    return document.layout.source.line_end(offset)


def _column(document: Document, offset: int) -> int:
    return offset - document.layout.source.line_start(offset)


def _entry_start(document: Document, parent: Node, child: Node) -> int:
    """Return where an entry begins: at its key, at its dash, or in brackets at itself."""
    if child.key:
        return child.key[0]
    if parent.style:
        return child.start
    column = _column(document, parent.start)
    line = document.layout.source.line(child.start)
    while document.layout.source.line_text(line)[column : column + 1] != "-":  # a dash may stand alone above its entry
        line -= 1
    return document.layout.source.starts[line - 1] + column


def _bracketed(document: Document, route: Route) -> bool:
    """Tell whether a list or mapping, or one around it, is written in brackets."""
    return any(_node(document, route[:length]).style in _BRACKETS for length in range(len(route) + 1))


def _up_to(node: Node, after: str) -> list[Node]:
    """Return the entries up to the one called `after`, or all where none is."""
    names = list(node.children)
    return list(node.children.values())[: names.index(after) + 1 if after in names else None]


def _inside(node: Node, text: str, after: str = "") -> Splice:
    """Return the splice that adds an entry to a list or mapping in brackets."""
    if not node.children:
        return Splice(node.start + 1, node.start + 1, text)
    *_, last = _up_to(node, after)
    return Splice(_end(last), _end(last), f", {text}")


def _below(document: Document, node: Node, lines: list[str], manner: Manner, after: str = "") -> Splice:
    """Return the splice that adds lines behind an entry of a block, before the comments and blank lines that follow."""
    *others, last = _up_to(node, after)
    at = _line_end(document, _end(last))
    between = document.text[_end(others[-1]) : _entry_start(document, node, last)] if others else ""
    gap = [""] if any(not line.strip() for line in _LINE_END.split(between)[1:-1]) else []
    return Splice(at, at, "".join(manner.line_end + line for line in (*gap, *lines)))


def _manner(document: Document, near: Node, *, prose: bool) -> Manner:
    """Return how the file is laid out, by its example nearest to a node."""
    examples = {"step": 2, "dash": 2, "gap": 2}
    for node in (_node(document, ()), near):
        examples |= dict(reversed(list(_examples(document, node))))
    ending = _LINE_END.search(document.text)
    width = _folded_to(document) if prose else 0
    return Manner(**examples, line_end=ending[0] if ending else "\n", prose=prose, width=width)


def _folded_to(document: Document) -> int:
    """Return the columns that a long text may take up, by the file's own folded ones; 0 where it has none."""
    source = document.layout.source
    waiting, widest = [_node(document, ())], 0
    for node in waiting:
        waiting += node.children.values()
        if node.style == ">":
            first, last = source.line(node.start), source.line(node.end)
            widest = max(widest, *(len(source.line_text(line)) for line in range(first, last + 1)))
    return widest and max(_NARROWEST, min(widest, _WIDEST))


def _examples(document: Document, node: Node) -> Iterator[tuple[str, int]]:
    """Yield the columns between keys, dashes and what they hold, as met in and below a node in block style."""
    line = document.layout.source.line
    for child in () if node.style else node.children.values():
        start = _entry_start(document, node, child)
        if child.key and child.kind != "scalar" and not child.style:
            name = "step" if child.kind == "mapping" else "dash"
            yield name, _column(document, child.start) - _column(document, start)
        if not child.key and line(child.start) == line(start):
            yield "gap", child.start - start
        yield from _examples(document, child)
