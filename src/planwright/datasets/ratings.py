"""Ratings: how each indicator stood in each period so far, from which figures and why."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from planwright.assessment import Direction, IndicatorRating
from planwright.datasets import _states
from planwright.datasets._fields import JOINT, text
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("indicator", "period")
LINKS: Mapping[str, str] = {"indicator": "indicators"}
_WORKED_OUT = frozenset({"not-due", "awaited", "late", "no-target", "no-tolerance", "data-only"})
_MOVED = "improved, declined, no-change, at-maximum, moved-up, moved-down, no-previous or not-comparable."


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return the period, the state, the figures behind it and where they are going."""
    del edition
    return (
        Column("indicator", "string", "The id of the indicator."),
        Column("period", "string", "The period that was rated."),
        *_states.COLUMNS,
        Column("basis", "string", "What was rated."),
        Column("value", "number", "The value that was rated, in full."),
        Column("target", "number", "The target that applied, shared out over the year where that is how it counts."),
        Column("target_low", "number", "The lower end of the target, where it is a range."),
        Column("target_high", "number", "The upper end of the target, where it is a range."),
        Column("provisional", "boolean", "Whether the figure may still change."),
        Column("reason", "string", "Why it is in that state."),
        Column("previous", "string", f"Against the period before: {_MOVED}"),
        Column("last_year", "string", f"Against the same period a year before: {_MOVED}"),
        Column("forecast", "number", "The value expected at the year's end."),
        Column("forecast_state", "string", "The state that value would have."),
        Column("triggers", "string", "The conditions that fired and ask for an improvement plan or an explanation."),
    )


def rows(edition: Edition) -> Iterator[tuple[Cell, ...]]:
    """Yield the rating of every period, by indicator and then by period."""
    for subject in edition.of("indicator"):
        for rating in edition.assessment.ratings.history(subject):
            yield _row(edition, rating)


def _row(edition: Edition, rating: IndicatorRating) -> tuple[Cell, ...]:
    return (
        rating.subject.id,
        str(rating.period),
        *_states.cells(edition, rating.state),
        _basis(rating),
        rating.value,
        *_target(rating),
        bool(rating.result and rating.result.provisional),
        _reason(edition, rating),
        _moved(rating.previous),
        _moved(rating.last_year),
        rating.forecast,
        rating.forecast_state.key if rating.forecast_state else None,
        text(JOINT.join(rating.fired)),
    )


def _reason(edition: Edition, rating: IndicatorRating) -> str | None:
    """Return why it stands so; a reason that somebody wrote only where this edition may show it."""
    worked_out = rating.state.rated or rating.state.key in _WORKED_OUT
    return text(rating.reason) if worked_out or rating.reason in edition.published else None


def _basis(rating: IndicatorRating) -> str | None:
    return None if rating.value is None else "actual" if rating.figure else "computed"


def _target(rating: IndicatorRating) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    if rating.target is None:
        return None, None, None
    target = rating.target.target
    return target.green if target.value is None else target.value, target.low, target.high


def _moved(direction: Direction | None) -> str | None:
    return direction.key if direction else None
