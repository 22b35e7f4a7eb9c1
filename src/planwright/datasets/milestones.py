"""Milestones: the dated steps of actions, and how they stand."""

from collections.abc import Iterator, Mapping

from planwright.datasets import _states
from planwright.datasets._fields import Fields
from planwright.records.action import Milestone
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("action", "number")
LINKS: Mapping[str, str] = {"action": "actions"}
_FIELDS = Fields(Milestone, ("id", "title", "due", "done", "status", "reason", "evidence"))


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return whose step it is, how it stands, then its own fields."""
    return (
        Column("action", "string", "The id of the action."),
        Column("number", "integer", "Its place among the action's milestones, 1 first."),
        *_states.COLUMNS,
        Column("due_now", "string", "The date that counts today: the latest agreed, else the one first promised."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every milestone, by action and then in file order."""
    for subject in edition.of("action"):
        steps = edition.value(subject.record, "milestones") or ()
        # Where the edition may not show steps there are none to go with their ratings.
        for number, (step, rating) in enumerate(zip(steps, edition.work[subject.id][1:], strict=False), start=1):
            yield (
                subject.id,
                number,
                *_states.cells(edition, rating.state),
                str(rating.due) if rating.due else None,
                *_FIELDS.cells(edition, step),
            )
