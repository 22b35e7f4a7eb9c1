"""Ratings of areas or groups: how each part of an indicator stood in each period."""

from collections.abc import Iterator, Mapping

from planwright.datasets import _states
from planwright.datasets._fields import text
from planwright.datasets.ratings import TARGET, target_cells
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("indicator", "period", "group")
LINKS: Mapping[str, str] = {"indicator": "indicators"}


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return the group, its state and the figures behind it."""
    del edition
    return (
        Column("indicator", "string", "The id of the indicator."),
        Column("period", "string", "The period that was rated."),
        Column("group", "string", "The area or group."),
        *_states.COLUMNS,
        Column("value", "number", "The value that was rated, in full."),
        *TARGET,
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield the rating of every group, by indicator, period and then in the order the indicator names them."""
    for subject in edition.of("indicator"):
        if not edition.value(subject.record, "breakdown"):
            continue
        for rating in edition.assessment.ratings.history(subject):
            for group in rating.groups:
                state = _states.cells(edition, group.state)
                own = (*state, group.value, *target_cells(group.target))
                yield (subject.id, str(rating.period), text(group.name), *own)
