"""Tidy tables as values: one row an observation, one column a variable, and what each column means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Cell = str | Decimal | int | date | None
ColumnType = Literal["string", "number", "integer", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One variable: its heading, what its cells are, and what it means in a sentence."""

    name: str
    type: ColumnType
    description: str


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; `key` names the columns that tell rows apart, `links` the table that a column's ids stand in.

    A cell without a value is None; numbers are exact.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extract:
    """The tables of one council at a date, in one edition."""

    council: str
    as_at: date
    edition: str
    tables: tuple[Table, ...]


def written(cell: Cell) -> str:
    """Return a cell as text: numbers in full as they were stored, dates as 2026-09-30, yes or no, empty for missing."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case Decimal():
            return format(cell, "f")
        case date():
            return cell.isoformat()
    return str(cell)
