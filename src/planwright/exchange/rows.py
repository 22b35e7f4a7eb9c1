"""The rows of a spreadsheet as results to be recorded, each with the cell it came from or the reason why it is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NoReturn

from planwright.assessment import Assessment
from planwright.edits.entry import Entry
from planwright.kinds.import_mapping import ImportMapping
from planwright.period import Period, parse_period
from planwright.visible import one_line
from planwright.workspace import Subject

from .amounts import tidy
from .fields import RECORDED, entry_fields, field_text
from .headings import Layout
from .naming import Indicators, period_in, period_named
from .sheet import Cell, cell_name
from .statements import check_polarity, check_unit, differing_target

Verdict = Literal["accepted", "refused", "unchanged", "left out"]
_ALWAYS = ("status", "provisional", "as_at")


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one row, or one cell where each holds a result: the cell, what it is about, and why."""

    sheet: str
    cell: str
    about: str
    verdict: Verdict
    why: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A result read from a row: the cell of its value, the entry, and what else the row says that the plan does not.

    `group` is the area or group it is for, `status` the sender's own rating; both may be empty.
    """

    sheet: str
    cell: str
    entry: Entry
    group: str = ""
    notes: tuple[str, ...] = ()
    status: str = ""

    @property
    def about(self) -> str:
        """What it is for, in words."""
        return " ".join(part for part in (self.entry.indicator, str(self.entry.period), self.group) if part)


class _MisreadError(ValueError):
    """A cell that cannot be read; `column` says which."""

    def __init__(self, column: int, why: str) -> None:
        super().__init__(why)
        self.column = column


def _misread(column: int, why: object) -> NoReturn:
    raise _MisreadError(column, str(why)) from None


@dataclass(frozen=True)
class Rows:
    """Reads the rows below the headings of a sheet; `period` is that of the import or the year of its parts."""

    assessment: Assessment
    mapping: ImportMapping
    layout: Layout
    indicators: Indicators
    period: str

    def read(self) -> Iterator[Line | Draft]:
        """Yield what each row holds; rows that are empty say nothing."""
        sheet = self.layout.headings.sheet
        for row in range(self.layout.headings.row + 1, len(sheet.rows)):
            if any(cell.text.strip() for cell in sheet.rows[row]):
                yield from self._row(row)

    def _row(self, row: int) -> Iterator[Line | Draft]:
        left_out = self._left_out(row)
        if left_out:
            at = next(at for at, cell in enumerate(self.layout.headings.sheet.rows[row]) if cell.text.strip())
            yield self._line(row, at, "left out", left_out)
            return
        try:
            subject = self._indicator(row)
            self._check_width(row)
            self._check_statements(row, subject)
        except _MisreadError as error:
            yield self._line(row, error.column, "refused", str(error))
            return
        results = tuple(self._results(row))
        if not results:
            yield self._line(row, self._names[0], "left out", "no result for any period, so its comment is not taken")
        for columns, heading in results:
            try:
                period = self._period(row, subject, columns, heading)
                yield self._draft(row, subject, columns, period)
            except _MisreadError as error:
                yield self._line(row, error.column, "refused", str(error))

    @cached_property
    def _names(self) -> tuple[int, ...]:
        """The columns that name the indicator: its id or code, its title, or both."""
        return tuple(self.layout.columns[field] for field in ("indicator", "title") if field in self.layout.columns)

    @cached_property
    def _blanks(self) -> frozenset[str]:
        return frozenset({"", *(tidy(word).casefold() for word in self.mapping.blank)})

    def _cell(self, row: int, column: int) -> Cell:
        return self.layout.headings.sheet.cell(row, column)

    def _blank(self, cell: Cell) -> bool:
        return tidy(cell.text).casefold() in self._blanks

    def _line(self, row: int, column: int, verdict: Verdict, why: str) -> Line:
        names = (one_line(self._cell(row, at).text, 60) for at in self._names)
        about = next(filter(None, names), "")
        return Line(self.layout.headings.sheet.name, cell_name(row, column), about, verdict, why)

    def _results(self, row: int) -> Iterator[tuple[dict[str, int], str]]:
        """Yield the columns of each result in a row, with the period their heading names; empty where none does."""
        if not self.layout.periods:
            yield dict(self.layout.columns), ""
            return
        common = {field: at for field, at in self.layout.columns.items() if field in _ALWAYS}
        for name in dict.fromkeys(period for _, period, _ in self.layout.periods):
            columns = {field: column for column, period, field in self.layout.periods if period == name}
            if not all(self._blank(self._cell(row, at)) for field, at in columns.items() if field in RECORDED):
                yield {**common, **columns}, name

    def _left_out(self, row: int) -> str:
        """Return why a row holds no result, or an empty string: a total, a heading, nothing given."""
        filled = {
            at: tidy(cell.text) for at, cell in enumerate(self.layout.headings.sheet.rows[row]) if tidy(cell.text)
        }
        first = next(iter(filled.values()))
        if not self._known(row):
            if any(first.casefold().startswith(tidy(word).casefold()) for word in self.mapping.skip):
                return f"begins with '{one_line(first, 40)}'"
            if len(filled) == 1:
                return "a heading or a note: nothing else stands in its row"
        figures = [at for field, at in self.layout.columns.items() if field in RECORDED]
        figures += [at for at, _, field in self.layout.periods if field in RECORDED]
        if all(self._blank(self._cell(row, at)) for at in figures):
            told = next((filled[at] for at in figures if at in filled), "")
            return f"no result: '{told}'" if told else "no result"
        return ""

    def _known(self, row: int) -> bool:
        try:
            self._indicator(row)
        except _MisreadError:
            return False
        return True

    def _indicator(self, row: int) -> Subject:
        """Return the indicator a row is for; raises where it names none, or two."""
        code, title = (self.layout.columns.get(field) for field in ("indicator", "title"))
        called = "" if title is None else self._cell(row, title).text
        if code is None or not self._cell(row, code).text.strip():
            at = self._names[0] if title is None else title
            if not called.strip():
                _misread(at, "the row does not name its indicator")
            try:
                return self.indicators.by_title(called)
            except ValueError as error:
                _misread(at, error)
        try:
            subject = self.indicators.by_code(self._cell(row, code))
        except ValueError as error:
            _misread(code, error)
        if title is not None and (other := self.indicators.is_called(called, subject)):
            _misread(title, f"this is the title of {other}, but the row is for {subject.id}")
        return subject

    def _figure(self, columns: Mapping[str, int]) -> int:
        """Return the column that a result is known by: that of its value, or else of the next that it has."""
        return next((columns[field] for field in RECORDED if field in columns), self._names[0])

    def _check_width(self, row: int) -> None:
        """Raise where a row of separated text goes on beyond the headings, for all of it may then stand elsewhere."""
        sheet, last = self.layout.headings.sheet, max(self.layout.headings.texts)
        if sheet.aligned:
            return
        for column in range(last + 1, len(sheet.rows[row])):
            if text := sheet.cell(row, column).text.strip():
                _misread(
                    column,
                    f"'{one_line(text, 40)}' stands under no heading; if a separator within a figure or a text has "
                    "moved it there, put that cell in quotation marks",
                )

    def _check_statements(self, row: int, subject: Subject) -> None:
        """Raise where the sheet contradicts the plan about which way is good, or about the unit."""
        for field in ("polarity", "unit"):
            column = self.layout.columns.get(field)
            if column is None or self._blank(self._cell(row, column)):
                continue
            text = self._cell(row, column).text
            try:
                if field == "unit":
                    check_unit(text, subject.record)
                else:
                    check_polarity(text, self.mapping.words.polarity, subject.record)
            except ValueError as error:
                _misread(column, error)

    def _period(self, row: int, subject: Subject, columns: Mapping[str, int], heading: str) -> Period:
        """Return the period of a result; raises where neither its heading, its row nor the import tells it."""
        start = self.assessment.figures.start(subject.record)
        asked = parse_period(self.period, start) if self.period else None
        at = self._figure(columns) if heading else self.layout.columns.get("period", self._names[0])
        cell = self._cell(row, at)
        told = heading or ("period" in self.layout.columns and cell.text.strip())
        if not told:
            if asked is None:
                _misread(at, "nothing says for which period; give it with --period 2026-27-Q2")
            return asked
        year = asked.year if asked else None
        try:
            found = period_named(heading, year, start) if heading else period_in(cell, year, start)
        except ValueError as error:
            _misread(at, error)
        if asked and not asked.covers(found):
            _misread(at, f"the row is for {found}, but the import is for {asked}")
        return found

    def _draft(self, row: int, subject: Subject, columns: Mapping[str, int], period: Period) -> Draft:
        unit, formatted = subject.record.unit or "", self.layout.headings.sheet.formatted
        read: dict[str, str] = {}
        notes: list[str] = []
        for field, column in columns.items():
            cell = self._cell(row, column)
            if self._blank(cell):
                continue
            try:
                if field == "target":
                    used = self.assessment.figures.target(subject, period)
                    note = differing_target(cell.text, subject.record, used.target if used else None)
                    notes += [f"{note} ({cell_name(row, column)})"] if note else []
                elif text := field_text(field, cell, unit, self.mapping, formatted=formatted):
                    read[field] = text
            except ValueError as error:
                _misread(column, error)
        status = tidy(self._cell(row, columns["status"]).text) if "status" in columns else ""
        group = tidy(self._cell(row, columns["group"]).text) if "group" in columns else ""
        entry = Entry(subject.id, period, entry_fields(read, group))
        sheet = self.layout.headings.sheet.name
        return Draft(sheet, cell_name(row, self._figure(columns)), entry, group, tuple(notes), status)
