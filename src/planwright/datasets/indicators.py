"""Indicators: what is measured, by whom, how often and which way is good."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields, text
from planwright.kinds.indicators import Indicator
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("id",)
LINKS: Mapping[str, str] = {}
_FIELDS = Fields(
    Indicator,
    (
        "description", "owner", "scope", "key", "unit", "decimals", "weight", "polarity", "frequency", "aggregation",
        "window_months", "maximum", "lag_days", "since", "baseline.value", "baseline.period", "target_pending",
        "target_rationale", "source", "formula", "breakdown.by", "perspective", "tags", "retired.on", "retired.reason",
    ),
)  # fmt: skip


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return what identifies an indicator, then its definition."""
    return (
        Column("id", "string", "Unique and permanent."),
        Column("title", "string", "Its name, as papers print it."),
        Column("service", "string", "The id of the service it belongs to."),
        Column("service_title", "string", "The name of that service."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every indicator, in file order."""
    for subject in edition.of("indicator"):
        service = edition.service(subject)
        name = edition.named(service, by_title=True) if service else None
        own = _FIELDS.cells(edition, subject.record)
        yield (subject.id, text(edition.title(subject)), service or None, text(name or ""), *own)
