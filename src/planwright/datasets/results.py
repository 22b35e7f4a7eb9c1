"""Results: the figure of each indicator for each period, with what was said about it."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields
from planwright.datasets._results import figures
from planwright.kinds.results import Result
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("indicator", "period")
LINKS: Mapping[str, str] = {"indicator": "indicators"}
_FIELDS = Fields(
    Result,
    (
        "value", "numerator", "denominator", "as_at", "published", "provisional", "forecast", "forecast_by",
        "forecast_on", "forecast_note", "judgement.state", "judgement.reason", "judgement.by", "judgement.on",
        "comment", "action", "missing", "reason", "source", "checked_by",
    ),
)  # fmt: skip


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return the period, then the result."""
    return (
        Column("indicator", "string", "The id of the indicator."),
        Column("period", "string", "The period: 2026-27-Q2, 2026-27-H1, 2026-04, or 2026-27 for a year."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every result as it was recorded, by indicator and then by period."""
    for figure in figures(edition):
        yield (figure.indicator, str(figure.period), *_FIELDS.cells(edition, figure.result))
