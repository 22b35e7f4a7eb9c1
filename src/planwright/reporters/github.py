"""Findings as GitHub workflow commands, which GitHub shows beside the lines of a pull request."""

from planwright.diagnostic import Diagnostic, Severity
from planwright.reporters import Run, concise, counted

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(run: Run) -> str:
    """Return one command per finding, the gravest first because GitHub shows only ten of each sort a step."""
    gravest_first = sorted(run.diagnostics, key=lambda found: found.severity.rank)
    lines = [_command(run, found) for found in gravest_first]
    return "\n".join([*lines, counted(run)] if run.summary else lines)


def _command(run: Run, found: Diagnostic) -> str:
    place = found.place
    properties = {
        "title": f"{found.code} {run.rule_name(found.code)}".strip(),
        "file": place.file,
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    if place.end_line == place.line:  # GitHub refuses columns across lines
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[found.severity]} {written}::{_data(concise.line(found))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
