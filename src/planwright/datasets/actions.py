"""Actions: what will be done, by whom and by when, and how it stands."""

from collections.abc import Iterator, Mapping

from planwright.datasets import _states
from planwright.datasets._fields import Fields, text
from planwright.records.action import Action
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("id",)
LINKS: Mapping[str, str] = {}
_FIELDS = Fields(
    Action,
    (
        "objective", "lead", "key", "theme", "start", "due", "done", "status", "reason", "percent", "evidence",
        "resources.money", "resources.fund", "resources.fte", "resources.funded", "priority", "tags", "retired.on",
        "retired.reason",
    ),
)  # fmt: skip


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return what identifies an action, how it stands, then its own fields."""
    return (
        Column("id", "string", "Unique and permanent."),
        Column("title", "string", "The task in one line."),
        Column("service", "string", "The id of the service that carries it out."),
        *_states.COLUMNS,
        Column("due_now", "string", "The date that counts today: the latest agreed, else the one first promised."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every action, in file order."""
    for subject in edition.of("action"):
        rating = edition.work[subject.id][0]
        yield (
            subject.id,
            text(edition.title(subject)),
            edition.service(subject) or None,
            *_states.cells(edition, rating.state),
            str(rating.due) if rating.due else None,
            *_FIELDS.cells(edition, subject.record),
        )
