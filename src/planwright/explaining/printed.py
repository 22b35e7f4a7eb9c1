"""Dates, periods and figures as people read them, on their own and within a sentence of ours."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from planwright.assessment import IndicatorRating
from planwright.assessment.rounding import decimals_beside, rounded
from planwright.page import MONTHS, printed_date
from planwright.period import Period
from planwright.quantity import said, trimmed, with_unit

_ACADEMIC = (8, 9)  # months in which years of schools begin, and none of councils
_WRITTEN = 2  # decimals that people write without being asked
# Longest first: a date, a part of a year, then a year or a month, which look alike.
_DATED = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2})|-([QH][1-4]))?\b(?! week)")


def printed_period(period: Period) -> str:
    """Return a period as people say it: `Q2 2026-27`, `2026-27`, `2026-27 academic year`, `August 2026`."""
    academic = period.part == "year" and period.year_start in _ACADEMIC
    return f"{short_period(period)} academic year" if academic else short_period(period)


def short_period(period: Period) -> str:
    """Return a period as people say it among others of its indicator, where nobody takes one year for another."""
    if period.months == 1:
        return f"{MONTHS[period.first.month - 1]} {period.first.year}"
    return str(period.year) if period.part == "year" else f"{period.part} {period.year}"


def with_printed_dates(sentence: str) -> str:
    """Return a sentence of our own with its dates and periods written out."""
    return _DATED.sub(_printed, sentence)


def _printed(found: re.Match[str]) -> str:
    year, second, day, part = found.groups()
    if day:
        return printed_date(date(int(year), int(second), int(day)))
    if part:
        return f"{part} {year}-{second}"
    follows = int(second) == (int(year) + 1) % 100  # 2026-27 is a year, 2026-10 a month
    return found[0] if follows or not 1 <= int(second) <= len(MONTHS) else f"{MONTHS[int(second) - 1]} {year}"


def limits_of(rating: IndicatorRating) -> tuple[Decimal, ...]:
    """Return the values at which a rating's state changes: the ends of its target and the edges of its scale."""
    ends = rating.target.target.ends if rating.target else ()
    edges = (step.edge for step in rating.scale.steps if step.edge is not None) if rating.scale else ()
    return (*ends, *edges)


def is_short(value: Decimal, decimals: int | None) -> bool:
    """Whether a figure is no longer than people write figures of an indicator that shows so many decimals."""
    return trimmed(value) == rounded(value, max(decimals or 0, _WRITTEN))


def printed_value(rating: IndicatorRating, value: Decimal, beside: Iterable[Decimal]) -> str:
    """Return a figure of a rating's indicator with its unit: exactly, where it is no longer than people write figures.

    A longer one, which was worked out, is rounded as papers are, with more decimals where fewer would move it across
    one of the values it is seen beside.
    """
    indicator = rating.subject.record
    if is_short(value, indicator.decimals):
        return said(value, indicator.unit or "")
    return _short(rating, value, beside)


def worked_out_value(rating: IndicatorRating, value: Decimal) -> str:
    """Return a rating's own figure that nobody wrote, with its unit: rounded as papers are, on its side of each limit.

    Its sentence shows it with the same decimals.
    """
    return _short(rating, value, limits_of(rating))


def _short(rating: IndicatorRating, value: Decimal, beside: Iterable[Decimal]) -> str:
    indicator, display = rating.subject.record, rating.engine.figures.workspace.settings.display
    decimals = decimals_beside(value, beside, indicator.decimals, display)
    return with_unit(rounded(value, decimals, display), indicator.unit or "")
