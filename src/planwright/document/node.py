"""The tree of spans behind a document's plain value, made only when a place is asked for."""

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from planwright.document.source import Source

Route: TypeAlias = tuple[str | int, ...]
Span: TypeAlias = tuple[int, int]

SCALAR, BLANK, MAPPING, LIST, END = range(5)
_QUOTES = ("'", '"', "|", ">")
_KINDS: dict[int, Literal["mapping", "list"]] = {MAPPING: "mapping", LIST: "list"}


@dataclass(slots=True)
class Node:
    """One value as it stands in the text.

    `start` and `end` are character offsets into the document's text, end exclusive, without trailing blank lines.
    `style` is the quote or block mark of a scalar, the opening bracket of a list or mapping in brackets, else empty.
    `key` is the span of the key it stands under. `children` are by key or index. `blank` means that nothing is given:
    nothing after the colon, or a `~` or `null` that counts as nothing.
    """

    kind: Literal["scalar", "mapping", "list"]
    start: int
    end: int
    style: str = ""
    key: Span | None = None
    blank: bool = False
    children: dict[str | int, "Node"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tape:
    """What the reader met, in order, as numbers: the cheapest record from which the tree can be made later.

    Three numbers for each entry: what it is, start, end; a key's entry comes before its value's. `keys` holds the
    text of every key in the same order, so that the tree and the plain value cannot disagree about it.
    """

    entries: "array[int]" = field(default_factory=lambda: array("i"))
    keys: tuple[str, ...] = ()

    def scalars(self) -> list[Span]:
        """Return the spans of all keys and values that are text, in order."""
        numbers = iter(self.entries)
        return [(start, end) for code, start, end in zip(numbers, numbers, numbers, strict=True) if code == SCALAR]


class Scalars:
    """Finds the text that stands at or before an offset, without a list of all texts being made."""

    __slots__ = ("_entries", "_starts")

    def __init__(self, tape: Tape) -> None:
        self._entries = tape.entries
        self._starts = tape.entries[1::3]

    def before(self, offset: int) -> Span:
        """Return the span of the key or value that is the last thing to begin at or before an offset, or an empty one.

        Whatever else has begun since then begins after the end of that text, so one look is enough.
        """
        at = 3 * (bisect_right(self._starts, offset) - 1)
        return (self._entries[at + 1], self._entries[at + 2]) if at >= 0 and self._entries[at] == SCALAR else (0, 0)


class Layout:
    """Where everything stands in one text; the tree is built when first asked for."""

    __slots__ = ("_built", "_root", "_tape", "source")

    def __init__(self, source: Source, tape: Tape) -> None:
        self.source = source
        self._tape = tape
        self._built = False
        self._root: Node | None = None

    @property
    def root(self) -> Node | None:
        """The node of the whole text; None when nothing could be read."""
        if not self._built:
            self._built, self._root = True, _tree(self.source.text, self._tape)
        return self._root


def _tree(text: str, tape: Tape) -> Node | None:
    """Return the root node of what was read, or nothing when nothing was."""
    holder = Node("list", 0, 0)
    stack: list[tuple[Node, str | None, Span | None]] = []
    parent, key, key_span = holder, None, None
    keys, numbers = iter(tape.keys), iter(tape.entries)
    for code, start, end in zip(numbers, numbers, numbers, strict=True):
        if code == END:
            _close(parent, text, end)
            parent, key, key_span = stack.pop()
            key = None
            continue
        if parent.kind == "mapping" and key is None:
            key, key_span = next(keys), (start, end)
            continue
        node = _node(text, code, start, end)
        node.key = key_span if parent.kind == "mapping" else None
        if parent.kind == "mapping" and key is not None:
            parent.children[key] = node
        elif code != BLANK:
            parent.children[len(parent.children)] = node
        if code in _KINDS:
            stack.append((parent, key, key_span))
            parent, key = node, None
        else:
            key = None
    return holder.children.get(0)


def _node(text: str, code: int, start: int, end: int) -> Node:
    first = text[start : start + 1]
    if code in _KINDS:
        return Node(_KINDS[code], start, end, first if first in ("{", "[") else "")
    if first in ("|", ">"):  # the reader's end stands behind the blank lines that follow
        end = start + len(text[start:end].rstrip())
    return Node("scalar", start, end, first if first in _QUOTES and end - start > 1 else "", blank=code == BLANK)


def _close(node: Node, text: str, end: int) -> None:
    if node.style:
        node.end = end
    elif node.children:  # the reader's end of a block is where the next thing begins
        node.end = max(child.end for child in node.children.values())
    else:
        node.end = node.start + len(text[node.start : end].rstrip())


def repeated_keys(tape: Tape) -> list[tuple[str, Span, Span, str]]:
    """Return every key that stands twice in one mapping: its text, its first span, and the span of the repeat.

    The last is `dash` where the first key of a list's entry comes again: then a dash is missing, and what repeats below
    it belongs to an entry of its own. Otherwise it is empty.
    """
    found: list[tuple[str, Span, Span, str]] = []
    stack: list[tuple[dict[str, Span] | None, bool, bool]] = []
    seen: dict[str, Span] | None = None
    expecting = in_list = over = False
    keys, numbers = iter(tape.keys), iter(tape.entries)
    for code, start, end in zip(numbers, numbers, numbers, strict=True):
        if seen is not None and expecting and code != END:
            key = next(keys)
            if seen.setdefault(key, (start, end)) != (start, end) and not over:
                over = in_list and key == next(iter(seen))
                found.append((key, seen[key], (start, end), "dash" if over else ""))
            expecting = False
        elif code == END:
            seen, in_list, over = stack.pop()
            expecting = True
        else:
            if code in _KINDS:
                stack.append((seen, in_list, over))
                in_list, over = seen is None and len(stack) > 1, False
                seen = {} if code == MAPPING else None
            expecting = True
    return found
