"""Items: every id there is, what stands behind it, what it carries on from, and how it ended."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields, text
from planwright.records.base import Item
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("id",)
LINKS: Mapping[str, str] = {}
_FIELDS = Fields(
    Item,
    (
        "replaces", "merged_into", "retired.on", "retired.reason", "retired.decision", "exempt.paragraph",
        "exempt.review",
    ),
)  # fmt: skip


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return what identifies an item, then what all items may say."""
    return (
        Column("id", "string", "Unique and permanent."),
        Column("kind", "string", "What it is, for example objective or post."),
        Column("title", "string", "What readers call it."),
        Column("service", "string", "The id of the service it belongs to."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield everything with an id of its own, in file order."""
    for subject in edition.assessment.workspace.subjects.values():
        if edition.shows(subject.id) and isinstance(subject.record, Item):
            service = edition.service(subject)
            title = text(edition.title(subject))
            yield (subject.id, subject.thing, title, service or None, *_FIELDS.cells(edition, subject.record))
