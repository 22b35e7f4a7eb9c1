"""A year's figure from its parts, by the way the indicator states and no other."""

from collections.abc import Sequence
from decimal import Decimal

from planwright.kinds.indicators import Indicator
from planwright.kinds.results import Result


def aggregate(indicator: Indicator, results: Sequence[Result]) -> Decimal | None:
    """Return the year's figure from the results of all its parts, in order.

    None where a part has no value, where no aggregation is stated, or where the year's figure is supplied.
    """
    values = [result.value for result in results if result.value is not None]
    if not values or len(values) < len(results):
        return None
    if indicator.aggregation in {"latest", "rolling", "cumulative"}:
        return values[-1]
    if indicator.aggregation == "sum":
        return sum(values, Decimal(0))
    if indicator.aggregation == "mean":
        return sum(values, Decimal(0)) / len(values)
    return _weighted(results, indicator) if indicator.aggregation == "weighted" else None


def _weighted(results: Sequence[Result], indicator: Indicator) -> Decimal | None:
    """Return all numerators over all denominators, in per cent where that is the unit; None where one is missing."""
    above = [result.numerator for result in results if result.numerator is not None]
    below = [result.denominator for result in results if result.denominator is not None]
    if len(above) < len(results) or len(below) < len(results) or not sum(below):
        return None
    share = sum(above, Decimal(0)) / sum(below, Decimal(0))
    return share * 100 if indicator.unit == "%" else share
