"""What the reader accepted but a person hardly meant: quotes that swallow lines, curly quotes, paths, tabs."""

import re
from collections.abc import Iterable, Iterator

from planwright.diagnostic import Diagnostic, Severity
from planwright.document.alike import Case
from planwright.document.characters import CURLY_MARKS, HIDDEN, name
from planwright.document.node import Layout, Span
from planwright.document.source import Source
from planwright.visible import one_line

# Field names and ids, as plan files have them; `Note: ` in a quoted paragraph is prose.
_KEY_LINE = re.compile(r"\n[ \t]*(?:- +)?(?:[a-z][a-z0-9_]{0,40}|[A-Z][A-Z0-9]*-[A-Z0-9-]{1,40}):(?=[ \t\r\n]|$)")
_ITEM_OPENING = re.compile(r"[ ]*(?:- +)*- +")
FOLDER_PATH = re.compile(r'"(?:[A-Za-z]:\\(?![\\"])|\\\\(?!\\))')
_CURLY = re.compile(f"[{CURLY_MARKS}]")
_CURLY_START = re.compile("(?:^[ ]*(?:- +)*|[:\\[{,] +)[“”„‟‘’‚‛]", re.MULTILINE)
_WRAPPED = re.compile("[“”„‟‘’‚‛][^“”„‟‘’‚‛\n]*[“”„‟‘’‚‛]")
_TABS = re.compile(r"\t+")


def quoted(source: Source, styled: Iterable[tuple[int, int, str]]) -> Iterator[Case]:
    """Yield cases for quoted text, given as start, end and value."""
    text = source.text
    for start, end, value in styled:
        mark = text[start]
        if mark not in "\"'":
            continue
        taken = swallowed(source, start, end)
        if taken:
            yield swallowed_keys, (start, taken)
        elif mark == '"' and text.find("\\", start, end) >= 0:
            hidden = HIDDEN.search(value)
            if FOLDER_PATH.match(text, start, end):
                yield folder_path, (start, end)
            elif hidden:
                yield hidden_code, (start, end, hidden[0][0])


def swallowed(source: Source, start: int, end: int) -> str:
    """Return the first line in a quoted text that is plainly no part of it: a key, or an item beside its own dash."""
    text = source.text
    if text.find("\n", start, end) < 0:
        return ""
    opening = _ITEM_OPENING.fullmatch(text, source.line_start(start), start)
    item = re.compile(rf"\n {{{opening[0].rindex('-')}}}- [^\r\n]{{1,40}}") if opening else None
    beside = item.search(text, start, end) if item else None
    found = _KEY_LINE.search(text, start, beside.start() if beside else end) or beside
    return found[0].strip() if found else ""


def swallowed_keys(source: Source, start: int, taken: str) -> Diagnostic:
    """Refuse a quote that closes lines later and takes whole keys or items into its text."""
    return source.finding(
        "PW021",
        (start, None),
        f"the quote that opens here closes lines later and swallows `{one_line(taken, 60)}`",
        "close the quote at the end of its own text; if the lines are meant as text, write it as a block with `|`",
    )


def folder_path(source: Source, start: int, end: int) -> Diagnostic:
    """Refuse a Windows path in double quotes, where its backslashes start codes."""
    shown = one_line(source.text[start + 1 : end - 1], 80)
    message = f"in double quotes a backslash starts a code, so `{shown}` is not read as typed"
    return source.finding("PW022", (start, end), message, f"use single quotes: '{shown}'")


def hidden_code(source: Source, start: int, end: int, character: str) -> Diagnostic:
    """Refuse a code that writes a character nobody can see."""
    message = f"a backslash code in this text writes {name(character)}, which no document can show"
    help_ = "delete the code, or use single quotes for plain text"
    return source.finding("PW022", (start, end), message, help_)


def curly_quotes(source: Source, layout: Layout) -> Iterator[Case]:
    """Yield cases of curly quotes that stand where straight ones do their work: around a key or a whole value."""
    if not any(mark in source.text for mark in CURLY_MARKS) or not _CURLY_START.search(source.text):
        return
    waiting = [layout.root] if layout.root else []
    for node in waiting:
        if node.key and _CURLY.match(source.text, node.key[0]):
            yield curly, node.key
        if node.kind == "scalar" and not node.style and _WRAPPED.fullmatch(source.text, node.start, node.end):
            yield curly, (node.start, node.end, Severity.WARNING)
        waiting += node.children.values()


def curly(source: Source, start: int, end: int, severity: Severity = Severity.ERROR) -> Diagnostic:
    """Refuse curly quotes used as quotes; around a whole value they only draw a warning, for they may be meant."""
    return source.finding(
        "PW023",
        (start, end),
        "curly quotes, as Word types them, do not hold a text together; here they count as part of it",
        'use straight quotes ("), or none',
        severity=severity,
    )


def stray_tabs(source: Source, spans: Iterable[Span]) -> Iterator[Case]:
    """Yield a case for the tabs outside of text and comments, whose spans are given in order."""
    size = len(source.text)
    ordered = iter(spans)
    begin, stop = next(ordered, (size, size))
    for match in _TABS.finditer(source.text):
        while stop <= match.start() and begin < size:
            begin, stop = next(ordered, (size, size))
        if match.start() < begin:
            yield stray_tab, match.span()


def stray_tab(source: Source, start: int, end: int) -> Diagnostic:
    """Warn of a tab that YAML allows but other programs refuse."""
    return source.finding(
        "PW008",
        (start, end),
        "a tab stands outside of any text here; some programs refuse to read it",
        "replace it with a space, or delete it at the end of a line",
        severity=Severity.WARNING,
    )
