"""Values from their parts: a fraction from what was counted, a longer period from its parts by the way stated only."""

from collections.abc import Sequence
from decimal import Decimal

from planwright.kinds.indicators import Indicator
from planwright.kinds.results import GroupResult, Result
from planwright.quantity import exactly, is_per_cent

Measured = Result | GroupResult


def measured(indicator: Indicator, result: Measured) -> Decimal | None:
    """Return the value of a result: the one given, else numerator over denominator; None where a reason stands for it.

    Where the unit is per cent, the fraction is too.
    """
    if isinstance(result, Result) and result.missing:
        return None
    if result.value is not None:
        return result.value
    return fraction(indicator, [result])


@exactly
def aggregate(indicator: Indicator, results: Sequence[Measured]) -> Decimal | None:
    """Return a longer period's figure from the results of all its parts, in order.

    None where a part has no value (for a weighted figure, no numerator or denominator), where no aggregation is
    stated, or where the longer period's figure is supplied.
    """
    if indicator.aggregation == "weighted":
        return fraction(indicator, results)
    values = [value for result in results if (value := measured(indicator, result)) is not None]
    if not values or len(values) < len(results):
        return None
    if indicator.aggregation in {"latest", "rolling", "cumulative"}:
        return values[-1]
    if indicator.aggregation == "sum":
        return sum(values, Decimal(0))
    return sum(values, Decimal(0)) / len(values) if indicator.aggregation == "mean" else None


def sums_counts(indicator: Indicator) -> bool:
    """Whether what was counted in a rolling window may be summed where it is not out of anything."""
    rolls = indicator.aggregation == "rolling" and indicator.window_months is not None
    return rolls and not is_per_cent(indicator.unit or "")


@exactly
def rolled(indicator: Indicator, results: Sequence[Measured]) -> Decimal | None:
    """Return the figure of a rolling window: all numerators over all denominators, or their sum where it has no others.

    None where one is missing or nothing was counted.
    """
    above = [result.numerator for result in results if result.numerator is not None]
    alone = all(result.denominator is None and result.value is None for result in results)
    if sums_counts(indicator) and alone and len(above) == len(results):
        return sum(above, Decimal(0))
    return fraction(indicator, results)


@exactly
def fraction(indicator: Indicator, results: Sequence[Measured]) -> Decimal | None:
    """Return all numerators over all denominators; None where one is missing or nothing was counted.

    Where the unit is per cent, the fraction is too.
    """
    above = [result.numerator for result in results if result.numerator is not None]
    below = [result.denominator for result in results if result.denominator is not None]
    if len(above) < len(results) or len(below) < len(results) or not sum(below):
        return None
    share = sum(above, Decimal(0)) / sum(below, Decimal(0))
    return share * 100 if is_per_cent(indicator.unit or "") else share
