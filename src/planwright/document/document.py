"""One YAML text: its plain value, the span of every route in it, and what is wrong with it."""

from dataclasses import dataclass, field
from typing import Literal

from planwright.diagnostic import Diagnostic, Place
from planwright.document.comments import Suppression
from planwright.document.node import Layout, Node, Route
from planwright.document.reading import Value


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was read.

    `file` is relative to the root, `text` is decoded as in the file without its byte order mark (`bom` says whether it
    had one). In `value` every scalar is the text as typed and keys with nothing after the colon are absent; it is None
    when the file could not be read to its end. `kind` is the text of the top-level key of that name, or empty.
    """

    file: str
    text: str
    bom: bool
    value: Value | None
    problems: tuple[Diagnostic, ...]
    suppressions: tuple[Suppression, ...]
    kind: str
    layout: Layout = field(repr=False, compare=False)

    @property
    def root(self) -> Node | None:
        """The node of the whole text; None when nothing could be read."""
        return self.layout.root

    def node(self, route: Route) -> Node | None:
        """Return the node a route leads to, also one that is blank; None when the route is not in the file."""
        found, rest = self._walk(route)
        return None if rest else found

    def has(self, route: Route) -> bool:
        """Return whether the route is in the file, be it with nothing after the colon."""
        return self.node(route) is not None

    def place(self, route: Route, part: Literal["value", "key"] = "value") -> Place:
        """Return where a route stands; when it is not in the file, where its nearest parent that is begins.

        A blank value stands at its key. A list or group is shown by its first line, so that no editor underlines pages.
        """
        source = self.layout.source
        node, rest = self._walk(route)
        if node is None:
            return source.place(0)
        if node.key and (part == "key" or node.blank or rest):
            return source.place(*node.key)
        if node.kind == "scalar" and node.end > node.start:
            return source.place(node.start, node.end)
        return source.place(node.start, min(node.end, source.line_end(node.start)))

    def line_text(self, line: int) -> str:
        """Return a line of the file by its number, without its line end."""
        return self.layout.source.line_text(line)

    def _walk(self, route: Route) -> tuple[Node | None, Route]:
        node = self.root
        for index, step in enumerate(route):
            child = node.children.get(step) if node else None
            if child is None:
                return node, route[index:]
            node = child
        return node, ()
