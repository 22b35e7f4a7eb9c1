"""What every command may be told: where the plan is, at which date, and how loudly to speak."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from planwright.diagnostic import PlanwrightError

COMMIT_SHOWN = 10  # characters of a commit's id that people are shown


@dataclass(frozen=True, slots=True)
class Session:
    """The global options of one run, as given."""

    directory: Path = Path()
    as_at: date | None = None
    no_color: bool = False
    quiet: bool = False
    debug: bool = False

    @property
    def date(self) -> date:
        """The date that everything is assessed at: the one asked for, otherwise today. The only clock in planwright."""
        return self.as_at or datetime.now().astimezone().date()

    @property
    def colour(self) -> bool:
        """Whether standard output takes colours; NO_COLOR and --no-color win over FORCE_COLOR."""
        if self.no_color or os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: object) -> bool:
    """Whether a standard stream is open and a person's terminal."""
    isatty = getattr(stream, "isatty", None)
    return isatty is not None and bool(isatty())


def session(context: typer.Context, as_at: date | None = None) -> Session:
    """Return the global options of the running command, with the date that the command itself was given, if any.

    Raises PlanwrightError where the folder that the command runs in has been removed.
    """
    try:
        Path.cwd()
    except FileNotFoundError as error:
        raise PlanwrightError("the folder you are in is gone; change to one that is there") from error
    given = context.ensure_object(Session)
    return replace(given, as_at=as_at) if as_at else given


def words(option: Iterable[str] | None) -> tuple[str, ...]:
    """Return what an option lists, each word once: separated by commas, or by giving the option several times."""
    listed = (word.strip() for given in option or () for word in given.split(","))
    return tuple(dict.fromkeys(word for word in listed if word))


def as_date(text: str) -> date:
    """Read the value of --as-at; raises PlanwrightError with the way to write it."""
    from planwright.period import parse_date
    from planwright.visible import one_line

    try:
        return parse_date(text)
    except ValueError as error:
        raise PlanwrightError(f"--as-at: '{one_line(text)}' is not a date planwright can read; {error}") from error


AsAt = Annotated[
    date | None,
    typer.Option("--as-at", metavar="DATE", parser=as_date, help="Assess at this date (2026-09-30) instead of today."),
]
Directory = Annotated[
    Path,
    typer.Option(
        "-C", "--directory", metavar="DIR", show_default=False, help="Find the plan here, not in this folder."
    ),
]
NoColor = Annotated[bool, typer.Option("--no-color", help="Print without colours, as NO_COLOR=1 does.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print results only, no progress and no summary.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the full trace if planwright itself fails.")]


def known_format(asked: str, formats: tuple[str, ...]) -> str:
    """Return a format's name as asked for; raises PlanwrightError, with the nearest, where there is no such format."""
    if asked in formats:
        return asked
    from planwright.nearest import did_you_mean
    from planwright.visible import one_line

    hint = did_you_mean(asked, formats)
    there = f"there are {', '.join(formats)}"
    raise PlanwrightError(f"there is no format '{one_line(asked, 60)}'; {hint + ' ' if hint else ''}{there}")
