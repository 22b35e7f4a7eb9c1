"""Restatements: the figures first published, which stay visible after they were corrected."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields
from planwright.datasets._results import figures
from planwright.kinds.results import Restatement
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("indicator", "period", "number")
LINKS: Mapping[str, str] = {"indicator": "indicators"}
_FIELDS = Fields(Restatement, ("was", "on", "reason"))


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return which figure was restated, then how."""
    return (
        Column("indicator", "string", "The id of the indicator."),
        Column("period", "string", "The period, as in the table of results."),
        Column("number", "integer", "1 for the figure first published, 2 for the next."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every earlier figure, by indicator, period and then oldest first."""
    for figure in figures(edition):
        for number, earlier in enumerate(edition.value(figure.result, "restated") or (), start=1):
            yield (figure.indicator, str(figure.period), number, *_FIELDS.cells(edition, earlier))
