"""Targets: what each indicator should reach, by period."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields
from planwright.records.thread import Target
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("indicator", "period")
LINKS: Mapping[str, str] = {"indicator": "indicators"}
FIELDS = Fields(Target, ("value", "low", "high", "green", "amber", "floor", "rationale", "approved_by"))


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return the period, then the target."""
    return (
        Column("indicator", "string", "The id of the indicator."),
        Column("period", "string", "The period: 2026-27 for a year, 2026-27-Q1 for a part of it."),
        *FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every target as it was set, by indicator and then in file order."""
    for subject in edition.of("indicator"):
        for period, target in (edition.value(subject.record, "targets") or {}).items():
            yield (subject.id, period, *FIELDS.cells(edition, target))
