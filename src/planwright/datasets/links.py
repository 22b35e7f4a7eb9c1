"""Links: what each aim, objective and action serves in the golden thread, how and why."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields
from planwright.records.thread import Link
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("item", "number")
LINKS: Mapping[str, str] = {}
_FIELDS = Fields(Link, ("to", "type", "so_that", "share", "confirmed", "wording"))


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return what has the link, then the fields of the link."""
    return (
        Column("item", "string", "The id of what serves."),
        Column("kind", "string", "What it is: aim, objective or action."),
        Column("number", "integer", "The place of the link among the item's, 1 first."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every link to what may be shown, by item and then in file order."""
    for subject in edition.of("aim", "objective", "action"):
        for number, link in enumerate(edition.value(subject.record, "links") or (), start=1):
            if edition.value(link, "to"):
                yield (subject.id, subject.thing, number, *_FIELDS.cells(edition, link))
