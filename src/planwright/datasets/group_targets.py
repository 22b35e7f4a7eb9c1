"""Targets of areas or groups: what a part of an indicator should reach, where it has a target of its own."""

from collections.abc import Iterator, Mapping

from planwright.datasets import targets
from planwright.datasets._fields import text
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("indicator", "group", "period")
LINKS: Mapping[str, str] = {"indicator": "indicators"}


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return the columns of targets with the group among them."""
    indicator, *others = targets.columns(edition)
    return (indicator, Column("group", "string", "The area or group."), *others)


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every group's own target, by indicator and then in file order."""
    for subject in edition.of("indicator"):
        breakdown = edition.value(subject.record, "breakdown")
        own = edition.value(breakdown, "targets") if breakdown else None
        for group, by_period in (own or {}).items():
            for period, target in by_period.items():
                yield (subject.id, text(group), period, *targets.FIELDS.cells(edition, target))
