"""Tables as JSON: one object a table, each row an object, numbers as texts so that nothing is rounded."""

import json
from collections.abc import Mapping
from typing import Any

from planwright.table import Cell, Extract, Table, written

TEXT = True


def write(extract: Extract) -> Mapping[str, bytes]:
    """Return a file for each table."""
    return {_name(table): _text(extract, table).encode() for table in extract.tables}


def resource(table: Table) -> Mapping[str, Any]:
    """Return how the file of a table is read: its rows stand below `rows`."""
    return {
        "path": _name(table),
        "profile": "data-resource",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "dialect": {"property": "rows"},
    }


def _name(table: Table) -> str:
    return f"{table.name}.json"


def _text(extract: Extract, table: Table) -> str:
    names = [column.name for column in table.columns]
    whole = {
        "version": 1,
        "as_at": extract.as_at.isoformat(),
        "edition": extract.edition,
        "table": table.name,
        "rows": [dict(zip(names, map(_value, row), strict=True)) for row in table.rows],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _value(cell: Cell) -> str | int | None:
    """Return whole counts and yes or no as JSON has them, all else as text."""
    return cell if cell is None or isinstance(cell, int) else written(cell)
