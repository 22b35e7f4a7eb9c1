"""Tables as CSV: UTF-8, a heading row, one file a table, and no text that a spreadsheet would run as a formula."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from planwright.escaping import inert
from planwright.table import Cell, Extract, Table, written

TEXT = True
# One line end on every system, so that versions of a table compare line by line.
_LINE_END = "\n"


def write(extract: Extract) -> Mapping[str, bytes]:
    """Return a file for each table."""
    return {_name(table): _text(table).encode() for table in extract.tables}


def resource(table: Table) -> Mapping[str, Any]:
    """Return how the file of a table is read."""
    return {
        "path": _name(table),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": _LINE_END},
    }


def _name(table: Table) -> str:
    return f"{table.name}.csv"


def _text(table: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=_LINE_END)
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_field(cell) for cell in row] for row in table.rows)
    return text.getvalue()


def _field(cell: Cell) -> str:
    return inert(cell) if isinstance(cell, str) else written(cell)
