"""Tables as one workbook, a sheet for each: text stays text, and exact numbers are numbers."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from importlib import import_module
from typing import Any

from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.table import Cell, Extract, Table, written

TEXT = False
_FILE = "planwright.xlsx"
_DIGITS = 15  # what a spreadsheet keeps of a number
_WIDEST = 60
# Every cell says what it is; nothing that is added here later shall be guessed either.
_AS_TYPED = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(extract: Extract) -> Mapping[str, bytes]:
    """Return the workbook; raises PlanwrightError where the library for it is missing.

    RefusedError is raised where a sheet cannot hold a text or so many rows.
    """
    data = io.BytesIO()
    title = f"{extract.council}: {extract.edition} edition, {extract.as_at.isoformat()}"
    with new_workbook(data, title, extract.council, extract.as_at) as book:
        styles = _Styles(book)
        for table in extract.tables:
            _fill(book.add_worksheet(table.name), table, styles)
    return {_FILE: data.getvalue()}


def resource(table: Table) -> Mapping[str, Any]:
    """Return which sheet of the workbook holds a table."""
    return {
        "path": _FILE,
        "profile": "data-resource",
        "format": "xlsx",
        "mediatype": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "dialect": {"sheetName": table.name},
    }


def new_workbook(data: io.BytesIO, title: str, author: str, as_at: date) -> Any:
    """Return an empty workbook that is written to `data` when it is closed, with text kept as text.

    Raises PlanwrightError where the library for it is missing.
    """
    try:
        library = import_module("xlsxwriter")
    except ModuleNotFoundError as error:
        raise PlanwrightError("workbooks need one more part of planwright: pip install planwright[xlsx]") from error
    book = library.Workbook(data, {"in_memory": True, **_AS_TYPED})
    # Without a date of its own the file would tell the clock.
    book.set_properties({"title": title, "author": author, "created": datetime.combine(as_at, time(), UTC)})
    return book


class _Styles:
    """The cell formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self.heading = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        self.text = book.add_format({"num_format": "@", "valign": "top"})
        self.date = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self._book = book
        self._numbers: dict[int, Any] = {}

    def number(self, number: Decimal) -> Any:
        """Return the format that shows a number with as many decimals as it was stored with."""
        places = max(0, -int(number.as_tuple().exponent))
        if places not in self._numbers:
            pattern = f"0.{'0' * places}" if places else "0"
            self._numbers[places] = self._book.add_format({"num_format": pattern, "valign": "top"})
        return self._numbers[places]


def _fill(sheet: Any, table: Table, styles: _Styles) -> None:
    for at, column in enumerate(table.columns):
        longest = max((len(written(row[at])) for row in table.rows), default=0)
        sheet.set_column(at, at, min(max(len(column.name), longest) + 3, _WIDEST), styles.text)
        sheet.write_string(0, at, column.name, styles.heading)
    for line, row in enumerate(table.rows, start=1):
        for at, cell in enumerate(row):
            if cell is not None and _put(sheet, (line, at), cell, styles):
                raise RefusedError(
                    f"row {line} of {table.name} does not fit a workbook ({table.columns[at].name}); use --format csv"
                )
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _put(sheet: Any, place: tuple[int, int], cell: Cell, styles: _Styles) -> Any:
    """Write one cell as what it is; returns anything but 0 where the sheet cannot hold it."""
    match cell:
        case Decimal() if len(cell.normalize().as_tuple().digits) <= _DIGITS:
            return sheet.write_number(*place, float(cell), styles.number(cell))
        case int() if not isinstance(cell, bool):
            return sheet.write_number(*place, cell, styles.number(Decimal(cell)))
        case date():
            return sheet.write_datetime(*place, cell, styles.date)
    return sheet.write_string(*place, written(cell), styles.text)
