"""What is ordinary for an indicator's last three years, where the settings ask for process limits."""

from collections.abc import Sequence
from decimal import Decimal

from planwright.kinds.indicators import Indicator
from planwright.kinds.settings import Process as Rules
from planwright.quantity import is_per_cent, is_yes_no

from .collecting import YEAR, collecting
from .process import Process, process
from .rating import IndicatorRating

_YEARS = 3
_WHOLE = Decimal(100)


def recent(history: Sequence[IndicatorRating]) -> tuple[IndicatorRating, ...]:
    """Return the last three years of an indicator's ratings, oldest first."""
    months = collecting(history[-1].subject.record).months if history else YEAR
    return tuple(history[-(_YEARS * YEAR // months) :])


def limited(rating: IndicatorRating, rules: Rules) -> bool:
    """Whether an indicator is shown with process limits: not running totals, and not yes and no."""
    indicator = rating.subject.record
    return rules.show and indicator.aggregation != "cumulative" and not is_yes_no(indicator.unit or "")


def variation(ratings: Sequence[IndicatorRating], rules: Rules) -> Process | None:
    """Return the mean and natural limits of some ratings' values; None where there are none to show."""
    if not ratings or not limited(ratings[-1], rules):
        return None
    values = [rating.value for rating in ratings]
    return process(
        values,
        least_points=rules.least_points,
        run=rules.run,
        trend=rules.trend,
        lowest=Decimal(0),
        highest=_highest(ratings[-1].subject.record, values),
    )


def _highest(indicator: Indicator, values: Sequence[Decimal | None]) -> Decimal | None:
    """Return the most an indicator can reach: its maximum, else 100 for a share that was never below 0."""
    if indicator.maximum is not None or not is_per_cent(indicator.unit or ""):
        return indicator.maximum
    return None if any(value < 0 for value in values if value is not None) else _WHOLE
