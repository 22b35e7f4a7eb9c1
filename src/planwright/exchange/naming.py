"""Which indicator and which period a row of a spreadsheet is about."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planwright.advice import month_number, part_meant, period_meant
from planwright.nearest import did_you_mean
from planwright.period import Period, parse_period, part_of, shifted
from planwright.visible import one_line, visible
from planwright.workspace import Subject, Workspace

from .amounts import tidy
from .sheet import Cell

_EXPONENT = re.compile(r"\d(?:\.\d+)?E[+-]?\d+", re.ASCII | re.IGNORECASE)
_BRACKETS = re.compile(r" ?\([^)]*\)$")


@dataclass(frozen=True)
class Indicators:
    """A council's indicators, found by id, by the sender's codes (`codes`, code to id) or by title."""

    workspace: Workspace
    codes: Mapping[str, str]

    @cached_property
    def _by_id(self) -> dict[str, Subject]:
        return {one.id.casefold(): one for one in self.workspace.of("indicator")}

    @cached_property
    def _by_code(self) -> dict[str, str]:
        return {tidy(code).casefold(): id_ for code, id_ in self.codes.items()}

    @cached_property
    def _by_title(self) -> dict[str, tuple[Subject, ...]]:
        found: dict[str, tuple[Subject, ...]] = {}
        for one in self.workspace.of("indicator"):
            title = tidy(one.title).casefold()
            found[title] = (*found.get(title, ()), one)
        return found

    def by_code(self, cell: Cell) -> Subject:
        """Return the indicator with an id or code; raises ValueError with the nearest where there is none."""
        code = tidy(cell.text)
        own = self._by_code.get(code.casefold(), code)
        found = self._by_id.get(own.casefold())
        if found:
            return found
        if own != code:
            raise ValueError(
                f"there is no indicator {one_line(own, 60)}, as which the mapping reads {one_line(code, 60)}"
            )
        known = (*(one.id for one in self._by_id.values()), *self.codes)
        hint = did_you_mean(code, known) or "name it under codes: in a mapping if it is a code of the sender's own"
        if cell.kind == "date" or _EXPONENT.fullmatch(code):
            hint = "the spreadsheet has turned the code into a date or a number; format its column as text"
        raise ValueError(f"there is no indicator {one_line(code, 60)}; {hint}{_look_alike(code)}")

    def by_title(self, text: str) -> Subject:
        """Return the one indicator with a title; raises ValueError where there is none or several."""
        found = self._by_title.get(tidy(text).casefold(), ())
        if len(found) == 1:
            return found[0]
        if found:
            both = " and ".join(one.id for one in found[:2])
            raise ValueError(f"'{one_line(text, 60)}' is the title of {both}; add a column with their ids")
        hint = did_you_mean(tidy(text), (one.title for one in self.workspace.of("indicator")))
        raise ValueError(f"no indicator is called '{one_line(text, 60)}'; {hint or 'add a column with their ids'}")

    def is_called(self, text: str, subject: Subject) -> str:
        """Return the id of another indicator that has this very title, or an empty string."""
        found = self._by_title.get(tidy(text).casefold(), ())
        return found[0].id if found and subject not in found else ""


def _look_alike(code: str) -> str:
    """Return a word on the first character of a code that only looks like one on a keyboard; empty where none does."""
    strange = next((one for one in code if not one.isascii()), "")
    called = unicodedata.name(strange, "").lower() if strange else ""
    if not called:
        return ""
    return f" '{visible(strange)}' in it is no plain letter, digit or hyphen but U+{ord(strange):04X}, {called}"


def period_named(text: str, year: Period | None, year_start: int) -> Period:
    """Return the period that a text names; one without a year, such as Q2 or September, lies in `year`.

    Raises ValueError saying what was expected.
    """
    plain = _BRACKETS.sub("", tidy(text))
    try:
        return parse_period(plain, year_start)
    except ValueError as error:
        reason = str(error)
    if meant := period_meant(plain):
        return parse_period(meant, year_start)
    part, month = part_meant(plain), month_number(plain)
    if not part and not month:
        raise ValueError(f"'{one_line(text, 60)}' is not a period planwright can read; {reason}")
    if year is None:
        raise ValueError(f"'{one_line(text, 60)}' does not say of which year; give it with --period 2026-27")
    if part:
        return part_of(year, part)
    return Period(shifted(year.first, (month - year.first.month) % 12), 1, year_start)


def period_in(cell: Cell, year: Period | None, year_start: int) -> Period:
    """Return the period that a cell names; a month that a spreadsheet has turned into its first day is that month.

    Raises ValueError saying what was expected.
    """
    if cell.kind != "date":
        return period_named(cell.text, year, year_start)
    day = date.fromisoformat(cell.text)
    if day.day != 1:
        raise ValueError(f"{cell.text} is a day, not a period; write for example 2026-27-Q2 or 2026-09")
    return Period(day, 1, year_start)
