"""What the formats for people and logs share: how places are written, how many findings are shown, what is inert."""

import re

from planwright.diagnostic import Diagnostic

MOST = 100
_COMMAND = re.compile(r"##(?=\w*\[)")


def path(file: str) -> str:
    """Return a path that no build server takes for one of its commands when it begins a line."""
    return file if file[:1].isalnum() else f"./{file}"


def head(found: Diagnostic) -> str:
    """Return `path:line:column` of a finding."""
    return f"{path(found.place.file)}:{found.place.line}:{found.place.column}"


def limited(found: tuple[Diagnostic, ...]) -> tuple[tuple[Diagnostic, ...], int]:
    """Return the findings of one file that are shown, the gravest where there are too many, and how many are not."""
    if len(found) <= MOST:
        return found, 0
    gravest = sorted(found, key=lambda one: (one.severity.rank, one.order))[:MOST]
    return tuple(sorted(gravest, key=lambda one: one.order)), len(found) - MOST


def more(file: str, number: int) -> str:
    """Return the line that stands for the findings that are not shown."""
    return f"{path(file)}: {number} more not shown here; `--format json` has all"


def inert(text: str) -> str:
    """Return text in which `##[...]` and `##vso[...]`, which build servers obey anywhere in a line, are broken up."""
    return _COMMAND.sub(r"#\\x23", text)
