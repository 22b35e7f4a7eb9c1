"""Revisions: every new date that was agreed for an action or a milestone, and why."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields
from planwright.kinds import Record
from planwright.records.action import Slip
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("action", "milestone", "number")
LINKS: Mapping[str, str] = {"action": "actions"}
_FIELDS = Fields(Slip, ("to", "on", "reason", "implications", "decision"))


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return what has a new date, then the fields of the revision."""
    return (
        Column("action", "string", "The id of the action."),
        Column("milestone", "integer", "The milestone's place among the action's, 1 first; 0 for the action itself."),
        Column("number", "integer", "The place of the revision, 1 for the oldest."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every new date: by action its own, then those of its milestones, the oldest first."""
    for subject in edition.of("action"):
        steps = edition.value(subject.record, "milestones") or ()
        for place, held in enumerate((subject.record, *steps)):
            yield from ((subject.id, place, *cells) for cells in _revisions(edition, held))


def _revisions(edition: Edition, held: Record) -> Iterator[tuple[Cell, ...]]:
    for number, slip in enumerate(edition.value(held, "revised") or (), start=1):
        yield (number, *_FIELDS.cells(edition, slip))
