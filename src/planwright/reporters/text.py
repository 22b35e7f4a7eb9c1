"""Findings for people: place, severity, message, the source line with a caret under the spot, and the remedy."""

import unicodedata
from collections.abc import Iterator

from planwright.diagnostic import Diagnostic, Severity
from planwright.reporters import Run, counted
from planwright.reporters._log import head, inert, limited, more, path
from planwright.visible import visible

_WINDOW = 110  # characters of a source line that are shown, so that a long paragraph does not bury its caret
_BEFORE = 60
_FEW = 3
_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;34m"}
_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(run: Run) -> str:
    """Return a paragraph per finding, at most a hundred a file with the count of the rest, and a closing line."""
    lines: list[str] = []
    for file, found in run.by_file():
        shown, rest = limited(found)
        for one in shown:
            lines += [*_paragraph(run, one), ""]
        lines += [more(file, rest), ""] if rest else []
    if run.summary:
        colour = _COLOURS[Severity.ERROR] if run.failed else _BOLD
        lines.append(_painted(run, colour, counted(run, _where(run))))
    return "\n".join(lines)


def _where(run: Run) -> str:
    """Return where the errors stand, which a long list of lesser findings would hide; empty where it need not be said.

    Many errors cannot be overlooked, and errors alone stand right above.
    """
    errors = [one.place for one in run.diagnostics if one.severity is Severity.ERROR]
    if len(errors) > _FEW or len(errors) == len(run.diagnostics):
        return ""
    return inert(", ".join(dict.fromkeys(f"{path(place.file)}:{place.line}" for place in errors)))


def _paragraph(run: Run, found: Diagnostic) -> Iterator[str]:
    severity = _painted(run, _COLOURS[found.severity], f"{_NAMES[found.severity]} {found.code}")
    yield f"{_painted(run, _BOLD, inert(head(found)))}: {severity} {inert(found.message)}"
    margin = " " * len(str(found.place.line))
    source, caret = _excerpt(run, found)
    if source.strip():
        yield f"{margin}  |"
        yield f" {found.place.line} | {inert(source)}"
        yield f"{margin}  | {_painted(run, _COLOURS[found.severity], caret)}"
    if found.help:
        yield f"{margin}  = help: {inert(found.help)}"
    for other in found.related:
        place = f"{other.place.file}:{other.place.line}:{other.place.column}"
        yield f"{margin}  = see {inert(place)}: {inert(other.message)}"


def _painted(run: Run, colour: str, text: str) -> str:
    return f"{colour}{text}{_RESET}" if run.colour else text


def _excerpt(run: Run, found: Diagnostic) -> tuple[str, str]:
    """Return the part of the source line around a finding, and the line of carets that belongs under it."""
    place = found.place
    line = run.line_text(place.file, place.line).replace("\t", " ")
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    first = max(0, start - _BEFORE) if len(line) > _WINDOW else 0
    last = first + _WINDOW
    before, under = visible(line[first:start]), visible(line[start : min(end, last)])
    cut = "…" if first else ""
    source = f"{cut}{before}{under}{visible(line[max(start, min(end, last)) : last])}"
    caret = " " * (_cells(before) + len(cut)) + "^" * max(1, _cells(under))
    return source + ("…" if len(line) > last else ""), caret


def _cells(text: str) -> int:
    """Return the width of text on a terminal, where East Asian characters take two columns and accents none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
