"""Improvement plans: for which indicator, since when, and how they stand."""

from collections.abc import Iterator, Mapping

from planwright.datasets import _states
from planwright.datasets._fields import Fields
from planwright.kinds.pip import Pip
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("id",)
LINKS: Mapping[str, str] = {"indicator": "indicators"}
_FIELDS = Fields(
    Pip,
    ("indicator", "author", "opened", "target_rationale", "comments", "reported_to", "accepted", "lessons"),
)


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return what identifies a plan, how it stands, then its own fields."""
    return (
        Column("id", "string", "Unique and permanent."),
        Column("service", "string", "The id of the service whose indicator it is for."),
        *_states.COLUMNS,
        Column("open", "boolean", "Whether it still asks for something."),
        Column("progress_due", "date", "The last day for the next entry of progress."),
        Column("progress_overdue", "boolean", "Whether that day has passed."),
        Column("factors", "integer", "How many factors hold performance down."),
        Column("solutions", "integer", "How many solutions are proposed."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every improvement plan, in file order."""
    for subject in edition.of("pip"):
        rating = edition.assessment.pips[subject.id]
        yield (
            subject.id,
            edition.service(subject) or None,
            *_states.cells(edition, rating.state),
            rating.open,
            rating.progress_due,
            rating.progress_overdue,
            len(edition.value(subject.record, "factors") or ()),
            len(edition.value(subject.record, "solutions") or ()),
            *_FIELDS.cells(edition, subject.record),
        )
