"""The parser's complaint put into words, on the line that is to blame."""

import re
from collections.abc import Callable

from planwright.diagnostic import Diagnostic
from planwright.document.characters import CURLY_MARKS
from planwright.document.complaint import Complaint
from planwright.document.scalars import KEY_LINE, curly, swallowed_keys
from planwright.visible import one_line

_NO_SPACE = re.compile(r"(?P<key>[\w\"'-][\w\"' .-]{0,60}?):(?P<value>[^\s:/\\][^\r\n]*)")
_TAB_OPENING = re.compile(r" *(?:- *)*(\t+)")
_MARKED = re.compile(r" *(?:- +)*(?:[\w-]+: +)?([&*!?])")
_CODES = {"&": "PW011", "*": "PW011", "!": "PW012", "?": "PW019"}
_DASHED = re.compile(r"-(?P<text>[^\s-][^\r\n]*)")


def in_words(its: Complaint) -> Diagnostic:
    """Return the finding for a text the parser could not read."""
    for explain in _EXPLANATIONS:
        finding = explain(its)
        if finding:
            return finding
    return _unreadable(its)


def _tab(its: Complaint) -> Diagnostic | None:
    line_start = its.source.line_start(its.at)
    opening = _TAB_OPENING.match(its.source.text, line_start)
    if not opening or not ("cannot start any token" in its.problem or "tab" in its.problem):
        return None
    others = len(re.findall(r"^ *\t", its.source.text, re.MULTILINE)) - 1
    more = f" (and {others} more lines like it)" if others > 0 else ""
    return its.source.finding(
        "PW008",
        opening.span(1),
        f"this line is indented with a tab{more}; plan files are indented with spaces",
        "replace each tab with two spaces",
    )


def _symbol(its: Complaint) -> Diagnostic | None:
    since = its.since
    if "block scalar" in its.context and "comment or line break" in its.problem:
        at = since
    elif "cannot start any token" in its.problem or "not allowed in this context" in its.problem:
        if its.problem.startswith("mapping values"):
            return None
        at = its.at
    elif "block node" in its.context and its.character() in ",]}":
        at = its.at
    else:
        return None
    symbol = its.source.text[at : at + 1]
    if not symbol.strip():
        return None
    if symbol == "-":
        return its.source.finding(
            "PW019",
            (at, None),
            "a list begins on the line of its key",
            "put each item with its dash on a line of its own below; if it is text, put it in double quotes",
        )
    return _needs_quotes(its, at)


def _needs_quotes(its: Complaint, at: int, code: str = "PW019") -> Diagnostic:
    return its.source.finding(
        code,
        (at, None),
        f"a text cannot start with `{its.source.text[at : at + 1]}` unless it stands in quotes",
        f"put the whole text in double quotes: {_in_quotes(its.rest(at))}",
    )


def _in_quotes(text: str) -> str:
    escaped = text.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _anchor(its: Complaint) -> Diagnostic | None:
    if "alias" in its.context or "anchor" in its.context:
        return _needs_quotes(its, its.since, "PW011")
    return _needs_quotes(its, its.since, "PW012") if "tag" in its.context or "tag" in its.problem else None


def _quote(its: Complaint) -> Diagnostic | None:
    if "quoted scalar" not in its.context:
        return None
    if "escape" in its.problem or "hexdecimal" in its.problem:
        return its.source.finding(
            "PW022",
            (its.at, min(its.at + 2, its.source.line_end(its.at))),
            "in double quotes a backslash starts a code, and this is not one that YAML knows",
            "use single quotes around a text with backslashes, or write each backslash twice",
        )
    return _unclosed(its, its.since)


def _unclosed(its: Complaint, start: int) -> Diagnostic:
    mark = its.source.text[start : start + 1]
    return its.source.finding(
        "PW020",
        (start, None),
        f"the quote ({mark}) that opens here is never closed",
        f"close it at the end of the text: {one_line(its.source.excerpt(start, 0, 100), 80).rstrip()}{mark}",
    )


def _colon(its: Complaint) -> Diagnostic | None:
    if not its.problem.startswith("mapping values are not allowed"):
        return None
    source, (start, end) = its.source, its.last
    if source.line(start) == source.line(its.at) and end <= its.at and not its.begins_line(start):
        if source.text[start] in CURLY_MARKS:
            return curly(source, start, source.line_end(start))
        return source.finding(
            "PW017",
            (start, None),
            "a colon followed by a space stands inside this text, which makes it look like another `key: value`",
            f"put the whole text in double quotes: {_in_quotes(its.rest(start))}",
        )
    if source.line(start) < source.line(its.at) <= source.line(end) and its.begins_line(start):
        return _without_colon(its, start)
    if source.line(start) == source.line(its.at):
        return _needs_quotes(its, its.at) if source.text[end : its.at].strip() == ":" else None
    return _indentation(its, its.at)


def _without_colon(its: Complaint, start: int) -> Diagnostic:
    source = its.source
    line = source.excerpt(start, 0, 100)
    dashed = _DASHED.match(line)
    if dashed:
        return source.finding(
            "PW016",
            (start, None),
            "there is no space after the dash",
            f"write `- {one_line(dashed['text'], 60)}`",
        )
    tight = _NO_SPACE.match(line)
    if tight:
        return source.finding(
            "PW016",
            (start, None),
            f"there is no space after the colon of `{one_line(tight['key'], 60)}`",
            f"write `{one_line(tight['key'], 60)}: {one_line(tight['value'], 60)}`",
        )
    return source.finding(
        "PW016",
        (start, None),
        f"`{one_line(line, 60)}` has no colon, so it is neither a key nor part of the text above",
        "write `key: value`; if the line belongs to the text above, indent it further than the key of that text",
    )


def _no_colon(its: Complaint) -> Diagnostic | None:
    if "could not find expected ':'" in its.problem:
        if its.source.text[its.since : its.since + 1] in ('"', "'"):
            return _unclosed(its, its.since)
        return _without_colon(its, its.since)
    if "found unexpected ':'" in its.problem:
        return _without_colon(its, its.since)
    return None


def _after_closing(its: Complaint) -> Diagnostic | None:
    if not its.problem.startswith("did not find expected") or "node content" in its.problem:
        return None
    source, (start, end) = its.source, its.last
    before = source.text[max(start, its.at - 200) : its.at].rstrip(" \t")
    swallowed = KEY_LINE.search(source.text, start, end)
    if swallowed and source.text[start] in "\"'":
        return swallowed_keys(source, start, swallowed)
    if its.character() == ":" and before.endswith(("'", '"')) and its.begins_line(start):
        return _without_colon(its, start)
    if not before.endswith(("'", '"', "]", "}")):
        return None
    mark = before[-1]
    opening = start if mark in "\"'" else its.at - len(its.rest(its.at))
    apostrophe = mark == "'" and source.text[start] == "'"
    return source.finding(
        "PW014",
        (its.at, None),
        f"text goes on after the closing {mark}",
        'use double quotes around a text with an apostrophe: "it\'s"'
        if apostrophe and opening == start
        else "put the whole text in double quotes, or delete what stands after the closing mark",
    )


def _bracket(its: Complaint) -> Diagnostic | None:
    if "flow" not in its.context:
        return None
    source = its.source
    since = its.since
    if its.character() == ":" and source.line(since) == source.line(its.at):
        start = its.last[0]
        return source.finding(
            "PW017",
            (start, None),
            "a colon followed by a space stands inside this text, which makes it look like another `key: value`",
            "put the text in double quotes",
        )
    if "node content" in its.problem:
        return source.finding(
            "PW027",
            (its.at, its.at + 1),
            f"something is missing before `{its.character()}`",
            "write the item, or delete the comma that stands too much",
        )
    opening = source.text[since : since + 1]
    closing = "]" if opening == "[" else "}"
    return source.finding(
        "PW027",
        (since, None),
        f"the bracket `{opening}` that opens here is not closed, or a comma is missing in it",
        f"close it with `{closing}`; if it is text, put the whole text in double quotes",
    )


def _document_mark(its: Complaint) -> Diagnostic | None:
    if "directive" in its.problem or "directive" in its.context:
        at = its.since if its.context else its.at
        return its.source.finding(
            "PW013",
            (its.source.line_start(at), None),
            "a line that starts with `%` gives orders to the program that reads the file; plan files need none",
            "put the text in double quotes, or delete the line",
        )
    ends = re.compile(r"^\.\.\.[ \t]*\r?$", re.MULTILINE).search(its.source.text, 0, its.at)
    if "document start" in its.problem and ends:
        return its.source.finding(
            "PW013",
            (ends.start(), None),
            "a line of three dots ends the document, but more follows",
            "delete this line",
        )
    return None


def _indentation(its: Complaint, at: int) -> Diagnostic:
    source = its.source
    begin = source.line_start(at)
    text = source.text[begin:at]
    start = begin + len(text) - len(text.lstrip(" "))
    return source.finding(
        "PW026",
        (start, None),
        "this line does not start in the column of the lines it belongs to",
        "give it exactly as many spaces as the line it stands beside",
    )


def _uneven(its: Complaint) -> Diagnostic | None:
    if "did not find expected" not in its.problem or not its.begins_line(its.at):
        return None
    if its.character() == ":":
        return its.source.finding(
            "PW015",
            (its.at, its.at + 1),
            "there is no name before the colon",
            "write a name before the colon",
        )
    return _indentation(its, its.at)


def _marked(its: Complaint) -> Diagnostic | None:
    opening = _MARKED.match(its.source.text, its.source.line_start(its.at))
    return _needs_quotes(its, opening.start(1), _CODES[opening[1]]) if opening else None


def _unreadable(its: Complaint) -> Diagnostic:
    at = min(its.at, len(its.source.text.rstrip()))
    return its.source.finding(
        "PW029",
        (at, None),
        "planwright cannot make sense of the file from here on",
        "compare this line and the one above with a file that works; quotes around a text often help",
    )


_EXPLANATIONS: tuple[Callable[[Complaint], Diagnostic | None], ...] = (
    _tab,
    _document_mark,
    _symbol,
    _anchor,
    _quote,
    _colon,
    _no_colon,
    _after_closing,
    _marked,
    _bracket,
    _uneven,
)
