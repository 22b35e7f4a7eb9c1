"""Risk scores: how likely and how bad each risk was found at each of its earlier reviews."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields
from planwright.kinds.risk_log import DatedScore
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("risk", "number")
LINKS: Mapping[str, str] = {"risk": "risks"}
_FIELDS = Fields(DatedScore, ("on", "likelihood", "impact", "note"))


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return which risk was scored, then the score."""
    return (
        Column("risk", "string", "The id of the risk."),
        Column("number", "integer", "The place of the review, 1 for the oldest."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield every earlier score, by risk and then oldest first."""
    for subject in edition.of("risk"):
        for number, score in enumerate(edition.value(subject.record, "history") or (), start=1):
            yield (subject.id, number, *_FIELDS.cells(edition, score))
