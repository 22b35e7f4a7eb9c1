"""The parser's complaint, as it came: what it said, where it noticed, and what it had read before."""

import re
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError

from planwright.document.node import SCALAR, Tape
from planwright.document.source import Source
from planwright.visible import one_line

_LINE_OPENING = re.compile(r"[ \t]*(?:- *)*")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser said, where it noticed (`at`), where that began (`since`), and the last scalar it had read."""

    source: Source
    problem: str
    context: str
    at: int
    since: int
    last: tuple[int, int]

    def rest(self, start: int) -> str:
        """Return what stands on a line from an offset on, short enough to show."""
        return one_line(self.source.excerpt(start, 0, 100), 80)

    def character(self) -> str:
        """Return the character at which the parser gave up."""
        return self.source.text[self.at : self.at + 1]

    def begins_line(self, offset: int) -> bool:
        """Return whether nothing but spaces and dashes stands before an offset on its line."""
        start = self.source.line_start(offset)
        return _LINE_OPENING.fullmatch(self.source.text, start, offset) is not None


def complaint(source: Source, error: MarkedYAMLError, tape: Tape) -> Complaint:
    """Return the complaint in an error of the parser, given the spans read before it."""
    at = getattr(error.problem_mark, "index", 0)
    since = getattr(error.context_mark, "index", at)
    size = len(source.text)
    return Complaint(
        source, error.problem or "", error.context or "", min(at, size), min(since, size), _last_scalar(tape)
    )


def _last_scalar(tape: Tape) -> tuple[int, int]:
    entries = tape.entries
    for index in range(len(entries) - 3, -1, -3):
        if entries[index] == SCALAR:
            return entries[index + 1], entries[index + 2]
    return 0, 0
