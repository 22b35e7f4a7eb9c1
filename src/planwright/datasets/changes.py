"""Changes: what was changed on purpose, from what to what, why, and by whose decision."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields
from planwright.records.base import Change
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("item", "number")
LINKS: Mapping[str, str] = {}
_FIELDS = Fields(Change, ("field", "period", "from", "to", "on", "reason", "decision"))


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return what was changed, then the fields of the change."""
    return (
        Column("item", "string", "The id of what was changed."),
        Column("kind", "string", "What it is, for example indicator."),
        Column("number", "integer", "The place of the change among the item's, 1 first."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every recorded change, by item and then in file order."""
    for subject in edition.assessment.workspace.subjects.values():
        if edition.shows(subject.id):
            for number, change in enumerate(edition.value(subject.record, "changes") or (), start=1):
                yield (subject.id, subject.thing, number, *_FIELDS.cells(edition, change))
