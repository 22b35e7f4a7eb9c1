"""Risk actions: what is done to prevent, prepare for or alleviate each risk, by whom and by when."""

from collections.abc import Iterator, Mapping

from planwright.datasets._fields import Fields
from planwright.kinds.risk_log import RiskAction
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("risk", "number")
LINKS: Mapping[str, str] = {"risk": "risks"}
_FIELDS = Fields(RiskAction, ("title", "type", "owner", "due", "done", "action"))


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return which risk it is for, then its own fields."""
    return (
        Column("risk", "string", "The id of the risk."),
        Column("number", "integer", "Its place among what is done about the risk, 1 first."),
        *_FIELDS.columns(edition),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield what is done, by risk and then in file order."""
    for subject in edition.of("risk"):
        for number, action in enumerate(edition.value(subject.record, "actions") or (), start=1):
            yield (subject.id, number, *_FIELDS.cells(edition, action))
