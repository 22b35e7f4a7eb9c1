"""Values that needed quotes, or whose quotes and brackets went wrong: what to say about each."""

import re

from planwright.diagnostic import Diagnostic
from planwright.document.complaint import Complaint
from planwright.document.scalars import swallowed, swallowed_keys

_MARKED = re.compile(r" *(?:- +)*(?:[\w-]+: +)?([&*!?])")
_CODES = {"&": "PW011", "*": "PW011", "!": "PW012", "?": "PW019"}


def run_on(its: Complaint) -> Diagnostic | None:
    """Blame a quote that ran on over whole lines before what the parser stumbled over."""
    source = its.source
    for start, end in (its.last, (its.since, its.at)) if "quoted scalar" in its.context else (its.last,):
        mark = source.text[start : start + 1]
        taken = swallowed(source, start, end) if mark in {'"', "'"} else ""
        if taken:
            closes = source.text.find(mark, end - 1) >= 0
            return swallowed_keys(source, start, taken) if closes else unclosed(its, start)
    return None


def symbol(its: Complaint) -> Diagnostic | None:
    """Blame a sign that cannot start a value."""
    if "block scalar" in its.context and "comment or line break" in its.problem:
        at = its.since
    elif "cannot start any token" in its.problem or "not allowed in this context" in its.problem:
        if its.problem.startswith("mapping values"):
            return None
        at = its.at
    elif "block node" in its.context and its.character() in ",]}":
        at = its.at
    else:
        return None
    sign = its.source.text[at : at + 1]
    if not sign.strip():
        return None
    if sign == "-":
        return its.source.finding(
            "PW019",
            (at, None),
            "a list begins on the line of its key",
            "put each item with its dash on a line of its own below; if it is text, put it in double quotes",
        )
    return needs_quotes(its, at)


def needs_quotes(its: Complaint, at: int, code: str = "PW019") -> Diagnostic:
    """Return the finding that a text starting with a sign at an offset needs quotes."""
    return its.source.finding(
        code,
        (at, None),
        f"a text cannot start with `{its.source.text[at : at + 1]}` unless it stands in quotes",
        f"put the whole text in double quotes: {in_quotes(its.rest(at))}",
    )


def in_quotes(text: str) -> str:
    """Return a text as it stands in double quotes."""
    escaped = text.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def anchor(its: Complaint) -> Diagnostic | None:
    """Blame `&`, `*` and `!` where the parser stumbled over what follows them."""
    if "alias" in its.context or "anchor" in its.context:
        return needs_quotes(its, its.since, "PW011")
    return needs_quotes(its, its.since, "PW012") if "tag" in its.context or "tag" in its.problem else None


def marked(its: Complaint) -> Diagnostic | None:
    """Blame a sign at the start of a value whose line goes on in a way nothing explains better."""
    opening = _MARKED.match(its.source.text, its.source.line_start(its.at))
    return needs_quotes(its, opening.start(1), _CODES[opening[1]]) if opening else None


def quote(its: Complaint) -> Diagnostic | None:
    """Blame a quote that is not closed, or a backslash in it."""
    if "quoted scalar" not in its.context:
        return None
    if "escape" in its.problem or "hexdecimal" in its.problem:
        at = max(its.source.text.rfind("\\", its.since, its.at + 1), its.since)
        return its.source.finding(
            "PW022",
            (at, min(at + 2, its.source.line_end(at))),
            "in double quotes a backslash starts a code, and this is not one that YAML knows",
            "use single quotes around a text with backslashes, or write each backslash twice",
        )
    return unclosed(its, its.since)


def unclosed(its: Complaint, start: int) -> Diagnostic:
    """Return the finding that the quote at an offset is never closed."""
    mark = its.source.text[start : start + 1]
    return its.source.finding(
        "PW020",
        (start, None),
        f"the quote ({mark}) that opens here is never closed",
        f"close it at the end of the text: {its.rest(start).rstrip()}{mark}"
        + ("; around a text with an apostrophe use double quotes" if mark == "'" else ""),
    )


def after_closing(its: Complaint) -> Diagnostic | None:
    """Blame what stands after a closing quote or bracket."""
    if not its.problem.startswith("did not find expected") or "node content" in its.problem:
        return None
    before = its.source.text[max(its.last[0], its.at - 200) : its.at].rstrip(" \t")
    return leftover(its, its.at) if before.endswith(("'", '"', "]", "}")) else None


def leftover(its: Complaint, at: int) -> Diagnostic:
    """Return the finding that what stands at an offset comes after a closing quote or bracket."""
    mark = its.source.text[:at].rstrip(" \t")[-1]
    return its.source.finding(
        "PW014",
        (at, None),
        f"text goes on after the closing {mark}",
        'use double quotes around a text with an apostrophe: "it\'s"'
        if mark == "'"
        else "put the whole text in double quotes, or delete what stands after the closing mark",
    )


def bracket(its: Complaint) -> Diagnostic | None:
    """Blame a bracket that is not closed, or what stands in it."""
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
