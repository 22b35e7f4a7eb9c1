"""A council that sends returns out, and returns as grids of values: filled in, spoilt, saved by another program."""

import io
from dataclasses import dataclass
from datetime import date
from typing import Any

import python_calamine
import xlsxwriter
from spreadsheets import ods_book, ods_cell, xls_book

from planwright.assessment import Assessment, assess
from planwright.document import parse
from planwright.exchange.returns.asking import Return, returns
from planwright.exchange.returns.columns import ANSWERS, COLUMNS, HEADING_ROW, PLACES
from planwright.exchange.returns.making import workbook
from planwright.exchange.returns.taking import Request, Taken, take
from planwright.exchange.tables import read_sheets
from planwright.linking import link

FIRST = HEADING_ROW + 1
AS_AT = date(2026, 11, 21)
SETTINGS = "kind: settings\nname: Wexcombe District Council\n"
ORGANISATION = """\
kind: organisation
services:
  - {id: LEISURE, title: Leisure}
  - {id: HOUSING, title: Housing}
posts:
  - {id: HEAD, title: Head of Leisure, service: LEISURE}
  - {id: POOLS, title: Pools Manager, service: LEISURE}
  - {id: HEAD/HOMES, title: Head of Housing, service: HOUSING}
"""
INDICATORS = """\
kind: indicators
service: LEISURE
indicators:
  - id: LEI-01
    title: Visits
    owner: HEAD
    unit: visits
    polarity: higher
    aggregation: sum
    since: 2025-26
    targets: {2026-27-Q2: 90000}
    breakdown: {by: centre, groups: [North, South]}
  - {id: LEI-02, title: Members who renew, owner: HEAD, unit: "%", polarity: higher, aggregation: weighted,
     maximum: 100, targets: {2026-27: 70}, since: 2026-27-Q1}
  - {id: LEI-03, title: Pools inspected, owner: POOLS, unit: yes/no, polarity: higher, since: 2026-27-Q2,
     targets: {2026-27-Q2: yes}}
  - {id: HSG-01, title: Homes let, owner: HEAD/HOMES, service: HOUSING, unit: "%", polarity: higher,
     since: 2026-27-Q1, targets: {2026-27: 90}}
  - {id: HSG-02, title: Nobody's, service: HOUSING, polarity: lower, since: 2026-27-Q2}
"""
RESULTS = """\
kind: results
period: 2026-27
results:
  LEI-01:
    Q1:
      value: 88000   # a wet June
      groups: {North: 50000, South: 38000}
      comment: A wet June.
  LEI-02:
    Q1: {value: 71, numerator: 710, denominator: 1000}
    Q2: {value: 72.5, provisional: yes, comment: "Counted by hand."}
  HSG-01:
    Q1: 88
"""
FILES = {"planwright": SETTINGS, "organisation": ORGANISATION, "indicators": INDICATORS, "results": RESULTS}
OLDER = """\
kind: results
period: 2025-26
results:
  HSG-01: {Q1: 86, Q2: 87, Q3: 88, Q4: 89}
"""


@dataclass(frozen=True)
class Formula:
    """A cell that works its value out."""

    text: str
    value: float


@dataclass(frozen=True)
class PerCent:
    """A number that is shown as per cent, as a spreadsheet does with a typed 88.5%."""

    value: float


class Book:
    """The sheets of a workbook by name, each a list of rows of values."""

    def __init__(self, data: bytes) -> None:
        book = python_calamine.load_workbook(io.BytesIO(data))
        self.sheets: dict[str, list[list[Any]]] = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
        }

    @property
    def rows(self) -> list[list[Any]]:
        """The rows of the sheet with the answers."""
        return self.sheets[ANSWERS]

    def row(self, indicator: str, group: str = "", period: str = "") -> int:
        """Return the number, from 0, of an indicator's row; its first where no period is named."""
        return next(
            number
            for number, row in enumerate(self.rows)
            if number >= FIRST and (row[0], row[2]) == (indicator, group) and period in {"", row[1]}
        )

    def fill(self, indicator: str, group: str = "", period: str = "", **values: Any) -> "Book":
        """Type values into cells of a row, by field."""
        row = self.rows[self.row(indicator, group, period)]
        row += [""] * (len(COLUMNS) - len(row))
        for field, value in values.items():
            row[PLACES[field]] = value
        return self

    def insert_column(self, place: int, heading: str) -> None:
        for number, row in enumerate(self.rows):
            row.insert(place, heading if number == HEADING_ROW else "")

    def xlsx(self) -> bytes:
        """Return the workbook as XLSX."""
        data = io.BytesIO()
        with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
            day, share = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "0.0%"})
            for name, rows in self.sheets.items():
                sheet = book.add_worksheet(name)
                for row, values in enumerate(rows):
                    for column, value in enumerate(values):
                        match value:
                            case Formula():
                                sheet.write_formula(row, column, value.text, None, value.value)
                            case PerCent():
                                sheet.write_number(row, column, value.value, share)
                            case date():
                                sheet.write_datetime(row, column, value, day)
                            case bool():
                                sheet.write_boolean(row, column, value)
                            case int() | float():
                                sheet.write_number(row, column, value)
                            case _ if value:
                                sheet.write_string(row, column, value)
        return data.getvalue()

    def ods(self) -> bytes:
        """Return the workbook as OpenDocument, as small as it can be."""
        return ods_book({name: "".join(map(_ods_row, rows)) for name, rows in self.sheets.items()})

    def xls(self) -> bytes:
        """Return the workbook as the Excel of old wrote it; dates are left out."""
        return xls_book(self.sheets)


def _ods_row(row: list[Any]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(value: Any) -> str:
    if isinstance(value, date):
        return ods_cell("", "", "date", f' office:date-value="{value:%Y-%m-%d}"')
    if isinstance(value, int | float):
        return ods_cell(str(value), str(value), "float")
    return ods_cell(str(value)) if value else "<table:table-cell/>"


def assessment(as_at: date = AS_AT, **changed: str) -> Assessment:
    """Return the council's plan at a date, with the texts of files replaced or added by name, without .yaml."""
    texts = (FILES | changed).items()
    return assess(link(parse(f"{name}.yaml", text.encode()) for name, text in texts), as_at)


def asked(plan: Assessment, post: str, **options: str) -> Return:
    return next(one for one in returns(plan, **options) if one.post.id == post)


def book(plan: Assessment, post: str) -> Book:
    return Book(workbook(asked(plan, post)))


def taken(plan: Assessment, *books: Book, confirm: bool = False, reason: str = "", theirs: bool = False) -> Taken:
    files = {f"{number}.xlsx": read_sheets("x.xlsx", one.xlsx()) for number, one in enumerate(books, start=1)}
    return take(plan, files, Request(confirm, reason, theirs))


def told(result: Taken, *verdicts: str) -> list[str]:
    """Return the lines with a verdict, as cell and reason."""
    return [f"{line.cell} {line.why}".strip() for line in result.lines if line.verdict in verdicts]


def refused(plan: Assessment, one: Book, **options: Any) -> list[str]:
    return told(taken(plan, one, **options), "refused")
