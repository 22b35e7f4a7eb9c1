"""The parser's complaint put into words, on the line that is to blame."""

import re
from collections.abc import Callable

from planwright.diagnostic import Diagnostic
from planwright.document.characters import CURLY_MARKS
from planwright.document.complaint import Complaint
from planwright.document.misquoted import (
    after_closing,
    anchor,
    bracket,
    in_quotes,
    leftover,
    marked,
    needs_quotes,
    quote,
    run_on,
    symbol,
    unclosed,
)
from planwright.document.scalars import curly
from planwright.document.source import Source
from planwright.visible import one_line

_NO_SPACE = re.compile(r"(?P<key>[\w\"'-][\w\"' .-]{0,60}?):(?P<value>[^\s:/\\][^\r\n]*)")
_TAB_OPENING = re.compile(r" *(?:- *)*(\t+)")
_CLOSED = re.compile(r"([\"'])[^\"'\r\n]*\1 *")
_LONGEST_KEY = 1024  # as far as a parser looks ahead for the colon
_DASHED = re.compile(r"-(?P<text>[^\s-][^\r\n]*)")
_NO_DASH = re.compile(r" *(?P<sign>[•·–—*]) *(?P<text>[^\r\n]*)")


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
    more = f" (and {others} more like it)" if others > 0 else ""
    return its.source.finding(
        "PW008",
        opening.span(1),
        f"this line is indented with a tab{more}; plan files are indented with spaces",
        "replace each tab with two spaces",
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
            f"put the whole text in double quotes: {in_quotes(its.rest(start))}",
        )
    if source.line(start) < source.line(its.at) <= source.line(end) and its.begins_line(start):
        return _without_colon(its, start)
    if source.line(start) == source.line(its.at):
        if end - start > _LONGEST_KEY:
            return _long_key(its, start)
        return needs_quotes(its, its.at) if source.text[end : its.at].strip() == ":" else None
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
    source, since = its.source, its.since
    if "could not find expected ':'" in its.problem:
        if source.line(since) == source.line(its.at):
            return _long_key(its, since)
        if source.text[since] in "\"'":
            closed = _CLOSED.match(source.text, since)
            if not closed or ": " in closed[0]:
                return leftover(its, closed.end()) if closed else unclosed(its, since)
        return _without_colon(its, since)
    if "found unexpected ':'" in its.problem:
        return _without_colon(its, since)
    start, end = its.last
    tight = its.problem.startswith("did not find expected") and source.text[end : end + 1] == ":" and its.at == end
    return _without_colon(its, start) if tight and source.text[start] in "\"'" and its.begins_line(start) else None


def _long_key(its: Complaint, start: int) -> Diagnostic:
    return its.source.finding(
        "PW029",
        (start, None),
        "the name of a key begins here that is longer than any can be",
        "write a short name before the colon; quotes around a text often help",
    )


def _bad_dash(its: Complaint, begin: int) -> Diagnostic | None:
    """Blame the line above for a sign that is not the dash of a list, or for a dash without its space."""
    source = its.source
    above = source.line_start(max(begin - 1, 0))
    start = above + len(source.text[above:begin]) - len(source.text[above:begin].lstrip(" "))
    if _DASHED.match(source.text, start):
        return _without_colon(its, start)
    other = _NO_DASH.match(source.text, start)
    return _other_sign(source, start, other["sign"], other["text"]) if other else None


def _star(its: Complaint) -> Diagnostic | None:
    """Blame a star that stands where the dash of a list should."""
    if "alias" not in its.context or not its.begins_line(its.since):
        return None
    other = _NO_DASH.match(its.source.text, its.since)
    spaced = its.source.text[its.since + 1 : its.since + 2] == " "
    return _other_sign(its.source, its.since, other["sign"], other["text"]) if other and spaced else None


def _other_sign(source: Source, start: int, sign: str, text: str) -> Diagnostic:
    return source.finding(
        "PW016",
        (start, None),
        f"this line begins with `{sign}`, which is not the dash that begins an entry of a list",
        f"write `- {one_line(text, 60)}`",
    )


def _indentation(its: Complaint, at: int) -> Diagnostic:
    source = its.source
    begin = source.line_start(at)
    dash = _bad_dash(its, begin)
    if dash:
        return dash
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


def _unreadable(its: Complaint) -> Diagnostic:
    at = min(its.at, len(its.source.text.rstrip()))
    return its.source.finding(
        "PW029",
        (at, None),
        "planwright cannot make sense of the file from here on",
        "compare this line and the one above with a file that works; quotes around a text often help",
    )


_EXPLANATIONS: tuple[Callable[[Complaint], Diagnostic | None], ...] = (
    run_on,
    _tab,
    _document_mark,
    symbol,
    _star,
    anchor,
    quote,
    _colon,
    _no_colon,
    after_closing,
    marked,
    bracket,
    _uneven,
)
