"""Unresolved merges: the markers that git leaves in a file when two people changed the same lines."""

import re
from collections.abc import Iterator

from planwright.diagnostic import Diagnostic
from planwright.document.source import Source

_MARKS = ("<<<<<<<", ">>>>>>>", "|||||||", "=======")
_MARKER = re.compile(r"^[ \t]*(?:<{7}|>{7}|\|{7})(?=[ \r\n]|\Z)|^={7}[ \t]*\r*$", re.MULTILINE)


def conflicts(source: Source) -> Iterator[Diagnostic]:
    """Yield one finding, on the first marker, for a file that still holds both sides of a merge."""
    if not any(mark in source.text for mark in _MARKS):
        return
    found = [match.start() + len(match[0]) - len(match[0].lstrip()) for match in _MARKER.finditer(source.text)]
    if found:
        yield source.finding(
            "PW009",
            (found[0], None),
            "two people changed the same lines and the merge is unresolved: both versions stand in the file",
            "keep the version that is right, and delete the other one and the lines of <<<<<<<, ======= and >>>>>>>",
        )
