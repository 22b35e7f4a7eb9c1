"""A finding: what is wrong, where, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum


class PlanwrightError(Exception):
    """What prevents any answer at all: no workspace, an unknown id, no git. Its text is for the user (exit code 2)."""


class RefusedError(PlanwrightError):
    """A request that planwright understood and will not carry out as asked; nothing was written (exit code 1)."""


class Severity(StrEnum):
    """How much a finding matters; errors make `validate` exit 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Order of importance, errors first (0)."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one file: lines and columns start at 1, columns count characters, the end is exclusive.

    `file` is relative to the workspace root, with forward slashes.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a finding, and why it does."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, ready to be reported.

    `message` says what is wrong and what was expected, `help` how to mend it, `subject` is the id of the plan item.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    help: str = ""
    subject: str = ""
    related: tuple[Related, ...] = ()

    @property
    def order(self) -> tuple[Place, str, str]:
        """Sorting key: file, place, code, message."""
        return (self.place, self.code, self.message)
