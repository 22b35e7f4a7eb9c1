"""The text of one file, and the arithmetic between character offsets and lines and columns."""

import re
from bisect import bisect_right

from planwright.diagnostic import Diagnostic, Place, Related, Severity

SETTINGS_FILE = "planwright.yaml"  # the one file of the root folder that says what the others mean
_LINE_END = re.compile(r"\r+\n?|\n")


def _line_starts(text: str) -> list[int]:
    starts = [0]
    if "\r" not in text:
        starts += [match.end() for match in re.finditer("\n", text)]
        return starts
    for match in _LINE_END.finditer(text):
        if match[0][-1] == "\n":  # \r\r\n, left by programs that convert twice, is one line end in editors too
            starts.append(match.end())
        else:
            starts += range(match.start() + 1, match.end() + 1)
    return starts


class Source:
    """A file's name and text; turns offsets into places. Lines are counted only when the first place is asked for."""

    __slots__ = ("_starts", "file", "text")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._starts: list[int] = []

    @property
    def starts(self) -> list[int]:
        """Offsets at which the lines begin."""
        if not self._starts:
            self._starts = _line_starts(self.text)
        return self._starts

    def line(self, offset: int) -> int:
        """Return the number, from 1, of the line that holds an offset."""
        return bisect_right(self.starts, offset)

    def line_start(self, offset: int) -> int:
        """Return the offset at which the line that holds `offset` begins."""
        return self.starts[self.line(offset) - 1]

    def line_end(self, offset: int) -> int:
        """Return the offset just after the last character, line end excluded, of the line that holds `offset`."""
        line = self.line(offset)
        begin = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        while end > begin and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    def excerpt(self, offset: int, before: int = 40, after: int = 60) -> str:
        """Return what stands around an offset on its line; short, because a line may be as long as the file."""
        return self.text[max(self.line_start(offset), offset - before) : min(self.line_end(offset), offset + after)]

    def line_text(self, line: int) -> str:
        """Return a line by its number, without its line end; empty when there is no such line."""
        if not 1 <= line <= len(self.starts):
            return ""
        begin = self.starts[line - 1]
        return self.text[begin : self.line_end(begin)]

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place of a stretch of text; without an end, the rest of its line."""
        stop = self.line_end(start) if end is None else end
        first, last = self.line(start), self.line(stop)
        return Place(self.file, first, start - self.starts[first - 1] + 1, last, stop - self.starts[last - 1] + 1)

    def finding(
        self,
        code: str,
        span: tuple[int, int | None],
        message: str,
        help_: str,
        *,
        severity: Severity = Severity.ERROR,
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """Return a finding on a stretch of this text."""
        return Diagnostic(code, severity, self.place(*span), message, help_, related=related)
