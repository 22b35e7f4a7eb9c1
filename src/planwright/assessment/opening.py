"""The figures with which an improvement plan opens: target, score, last year's end and twelve months ago."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planwright.period import Period, parse_period
from planwright.workspace import Subject

from .collecting import collecting
from .indicators import IndicatorRatings


@dataclass(frozen=True, slots=True)
class Dated:
    """A value and the day it stands for."""

    value: Decimal
    as_at: date


@dataclass(frozen=True, slots=True)
class OpeningFigures:
    """What section 1 of an improvement plan states about its indicator; None where there is no such figure."""

    period: Period
    target: Dated | None
    score: Dated | None
    last_year_end: Dated | None
    twelve_months_ago: Dated | None


def opening_figures(ratings: IndicatorRatings, indicator: Subject, period: Period) -> OpeningFigures:
    """Return the figures of an indicator for the period that opens a plan.

    A target stands for the last day of the period it was set for. The score at last year's end is the year's figure,
    or that of the year's last period where the year has none; a survey's that comes less often is the survey before.
    """
    how = collecting(indicator.record)
    last_year = how.a_year_before(period.year)
    end = _result(ratings, indicator, last_year) or _result(ratings, indicator, _last_part(last_year, period))
    return OpeningFigures(
        period,
        _target(ratings, indicator, period),
        _result(ratings, indicator, period),
        end,
        _result(ratings, indicator, how.a_year_before(period)),
    )


def _last_part(year: Period, period: Period) -> Period:
    *_, last = year.parts(period.months)
    return last


def _result(ratings: IndicatorRatings, indicator: Subject, period: Period) -> Dated | None:
    value = ratings.value(indicator, period)
    if value is None:
        return None
    figure = ratings.figures.results.get(indicator.id, {}).get(period)
    return Dated(value, (figure.result.as_at if figure else None) or period.last)


def _target(ratings: IndicatorRatings, indicator: Subject, period: Period) -> Dated | None:
    used = ratings.figures.target(indicator, period)
    if used is None:
        return None
    value = used.target.green if used.target.value is None else used.target.value
    set_for = parse_period(str(used.spot.route[-1]), ratings.figures.start(indicator.record))
    return None if value is None else Dated(value, set_for.last)
