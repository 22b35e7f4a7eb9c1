"""Ratings: how each indicator stood in each period so far, from which figures and why."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from planwright.assessment import Direction, IndicatorRating
from planwright.assessment.figures import TargetUsed
from planwright.assessment.states import WORKED_OUT
from planwright.datasets import _states
from planwright.datasets._fields import JOINT, text
from planwright.reports import Edition
from planwright.table import Cell, Column

KEY = ("indicator", "period")
LINKS: Mapping[str, str] = {"indicator": "indicators"}
_MOVED = "improved, declined, no-change, at-maximum, moved-up, moved-down, no-previous or not-comparable."


TARGET = (
    Column("target", "number", "The target that applied, shared out over the year where that is how it counts."),
    Column("target_low", "number", "The lower end of the target, where it is a range."),
    Column("target_high", "number", "The upper end of the target, where it is a range."),
)


def columns(edition: Edition) -> tuple[Column, ...]:
    """Return the period, the state, the figures behind it and where they are going."""
    del edition
    return (
        Column("indicator", "string", "The id of the indicator."),
        Column("period", "string", "The period that was rated."),
        *_states.COLUMNS,
        Column("basis", "string", "What it was rated by: actual, profile, benchmark or manual."),
        Column("method", "string", "How far off target gives which state, where that decided."),
        Column("tolerance", "string", "How far off target still counts: 10% of it, or 2 points in the unit."),
        Column("boundary", "string", "Whether a result exactly on an edge is inside, nearer the target, or outside."),
        Column("value", "number", "The value that was rated, in full."),
        *TARGET,
        Column("provisional", "boolean", "Whether the figure may still change."),
        Column("reason", "string", "Why it is in that state."),
        Column("previous", "string", f"Against the period before: {_MOVED}"),
        Column("last_year", "string", f"Against the same period a year before: {_MOVED}"),
        Column("last_year_end", "string", f"Against the end of the year before: {_MOVED}"),
        Column("baseline", "string", f"Against where it started: {_MOVED}"),
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
        rating.basis,
        *_rule(rating),
        rating.value,
        *target_cells(rating.target),
        bool(rating.result and rating.result.provisional),
        _reason(edition, rating),
        _moved(rating.previous),
        _moved(rating.last_year),
        _moved(rating.last_year_end),
        _moved(rating.baseline),
        rating.forecast,
        rating.forecast_state.key if rating.forecast_state else None,
        text(JOINT.join(rating.fired)),
    )


def _reason(edition: Edition, rating: IndicatorRating) -> str | None:
    """Return why it stands so; a reason that somebody wrote only where this edition may show it."""
    if rating.judgement and rating.basis == "manual" and rating.state.rated:
        return text(edition.value(rating.judgement, "reason") or "")
    worked_out = rating.state.rated or rating.state.key in WORKED_OUT
    return text(rating.reason) if worked_out or rating.reason in edition.published else None


def _rule(rating: IndicatorRating) -> tuple[str | None, str | None, str | None]:
    """Return method, tolerance and boundary, where they decided the state."""
    if rating.scale is None:
        return None, None, None
    rule = rating.rule
    band = rule.tolerance.value
    return rule.method.value, None if band is None else str(band), rule.boundary.value


def target_cells(used: TargetUsed | None) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Return the cells of the target that applied."""
    if used is None:
        return None, None, None
    target = used.target
    return target.green if target.value is None else target.value, target.low, target.high


def _moved(direction: Direction | None) -> str | None:
    return direction.key if direction else None
