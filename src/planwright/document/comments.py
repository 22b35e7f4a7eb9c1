"""Comments: which of them suppress a rule, and which probably cut a value short."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planwright.diagnostic import Diagnostic, Place, Severity
from planwright.document.alike import Case
from planwright.document.node import Layout, Node, Route, Scalars, Span
from planwright.document.source import Source
from planwright.visible import one_line

_BEFORE = " \t\r\n]},\"'"
_SUPPRESSION = re.compile(r"#+[ \t]*planwright:[ \t]*ignore\b[ \t]*(?:\[([^\]]*)\])?[ \t:,-]*(.*)", re.IGNORECASE)
_CODE = re.compile(r"[A-Za-z0-9-]+")
_CUT = re.compile(r"#[^\s#!]")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment `# planwright: ignore[PW301] reason`, and the route of what it stands on.

    It stands on whatever begins on its line or, when it has a line of its own, on the next line with content: a key, a
    list item with all that is in it, or the whole file when that line is the first. A missing reason is empty.
    """

    codes: tuple[str, ...]
    reason: str
    place: Place
    route: Route


def comments(source: Source, scalars: Scalars) -> Iterator[Span]:
    """Yield the spans of comments: what begins with `#` after a space, a bracket or a quote, outside of all text."""
    text = source.text
    at = text.find("#")
    while at >= 0:
        end = at + 1
        if (at == 0 or text[at - 1] in _BEFORE) and at >= scalars.before(at)[1]:
            end = source.line_end(at)
            yield at, end
        at = text.find("#", end)


def cut_values(source: Source, scalars: Scalars, found: Sequence[Span]) -> Iterator[Case]:
    """Yield a case for each comment that probably is the end of a value, as in `Case #42 review`."""
    text = source.text
    for begin, end in found:
        if not _CUT.match(text, begin) or _SUPPRESSION.match(text, begin):
            continue
        line_start = source.line_start(begin)
        stop = line_start + len(text[line_start:begin].rstrip(" \t"))
        if stop > line_start and text[stop - 1] not in "\"']}":
            start, last = scalars.before(begin)
            yield cut_value, (start if last == stop else begin, stop, begin, end)


def cut_value(source: Source, start: int, stop: int, begin: int, end: int) -> Diagnostic:
    """Warn of a value, from start to stop, that a comment cuts short."""
    kept, whole = one_line(source.text[start:stop], 60), one_line(source.text[start:end], 60)
    return source.finding(
        "PW018",
        (begin, end),
        f"` #` begins a comment, so only `{kept}` is read" if kept else "` #` begins a comment, so nothing is read",
        f'if it is part of the text, put the whole in double quotes: "{whole}"; else leave a space after the #',
        severity=Severity.WARNING,
    )


def suppressions(source: Source, found: Sequence[Span], layout: Layout) -> tuple[Suppression, ...]:
    """Return the suppressions among the comments of a file."""
    matches = [(span, _SUPPRESSION.match(source.text, *span)) for span in found]
    wanted = [(span, match) for span, match in matches if match]
    if not wanted:
        return ()
    begins = _begins(source, layout.root)
    lines = sorted(begins)
    return tuple(
        Suppression(
            codes=tuple(_CODE.findall(match[1] or "")),
            reason=match[2].strip(),
            place=source.place(*span),
            route=begins[_line_meant(source, span[0], lines)] if lines else (),
        )
        for span, match in wanted
    )


def _line_meant(source: Source, begin: int, lines: list[int]) -> int:
    line = source.line(begin)
    alone = not source.text[source.line_start(begin) : begin].strip()
    index = bisect_left(lines, line) if alone else bisect_right(lines, line) - 1
    return lines[max(0, min(index, len(lines) - 1))]


def _begins(source: Source, root: Node | None) -> dict[int, Route]:
    """Return for each line the route of the outermost thing that begins on it."""
    begins: dict[int, Route] = {}
    waiting: list[tuple[Route, Node]] = [((), root)] if root else []
    for route, node in waiting:
        begins.setdefault(source.line(node.key[0] if node.key else node.start), route)
        waiting += [((*route, step), child) for step, child in node.children.items()]
    return begins
