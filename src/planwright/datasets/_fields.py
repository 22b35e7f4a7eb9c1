"""Columns that are fields of a record: their types and meanings come from the model, their cells from an edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from planwright.escaping import printable
from planwright.kinds import Record
from planwright.records.shape import FieldShape
from planwright.reports import Edition
from planwright.table import Cell, Column, ColumnType

_TYPES: dict[type | None, ColumnType] = {Decimal: "number", int: "integer", bool: "boolean", date: "date"}
JOINT = "; "  # between several words in one cell


@dataclass(frozen=True, slots=True)
class Fields:
    """Some fields of one type of record, by their names in files; `current.impact` is a field of the record inside.

    An edition has only those it may show.
    """

    model: type[Record]
    paths: tuple[str, ...]

    def columns(self, edition: Edition) -> tuple[Column, ...]:
        """Return a column for each field."""
        return tuple(
            Column(path.replace(".", "_"), _TYPES.get(field.shape.value, "string"), field.description)
            for path, field in self._shown(edition)
        )

    def cells(self, edition: Edition, record: Record) -> tuple[Cell, ...]:
        """Return one record's cells for these columns."""
        return tuple(_cell(_at(edition, record, path)) for path, _ in self._shown(edition))

    def _shown(self, edition: Edition) -> Iterator[tuple[str, FieldShape]]:
        for path in self.paths:
            *outer, last = path.split(".")
            model: type[Record] | None = self.model
            for step in outer:
                field = edition.permitted(model).get(step) if model else None
                model = field.shape.record if field else None
            field = edition.permitted(model).get(last) if model else None
            if field:
                yield path, field


def _at(edition: Edition, record: Record, path: str) -> Any:
    found: Any = record
    for step in path.split("."):
        found = edition.value(found, step) if isinstance(found, Record) else None
    return found


def _cell(value: Any) -> Cell:
    match value:
        case None | Decimal() | int() | date():
            return value
        case tuple():
            return JOINT.join(printable(str(part)) for part in value) or None
    return text(str(value))


def text(words: str) -> str | None:
    """Return a cell with a text, with what could hide in it made visible; missing where it is empty."""
    return printable(words) or None
