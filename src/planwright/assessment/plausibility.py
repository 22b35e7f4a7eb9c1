"""Whether a figure is so far from history and target that somebody should look again before it stands."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from planwright.kinds.indicators import Indicator
from planwright.period import Period
from planwright.quantity import grouped, is_per_cent, is_yes_no, shown, span
from planwright.workspace import Subject

from .aggregation import Measured, measured, sums_counts
from .indicators import IndicatorRatings

_LARGER = 5  # times the largest of all that was measured or aimed at
_SMALLER = 8  # times below the smallest of them, once there is some history
_WILD = 50  # times off where there is next to no history: 0.95 for 95 per cent
_ENOUGH = 3  # results that make a history
_FEW = 4  # counts up to this many times _LARGER come and go by chance
_SOME = 20  # counts from here on do not vanish by chance
_SLIPS = {10: "ten", 100: "a hundred", 1000: "a thousand"}
_NEAR = Decimal("1.4")
_RATES = 7  # up to a rate per million
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a figure is held against: other results like it, both ends of its target, and the best value possible."""

    others: tuple[Decimal, ...] = ()
    target: tuple[Decimal, ...] = ()
    best: Decimal | None = None
    lower_is_better: bool = False
    unit: str = ""

    @property
    def likely(self) -> tuple[Decimal, ...]:
        """Everything measured or aimed at."""
        return (*self.others, *self.target)


def evidence(ratings: IndicatorRatings, subject: Subject, period: Period, group: str = "") -> Evidence:
    """Return what a result of an indicator, or of one of its groups, is held against in a period.

    Other results are those for periods of the same length; of a running total, those for the same part of the year.
    """
    indicator: Indicator = subject.record
    alike = [
        other
        for other in ratings.figures.results.get(subject.id, {})
        if other != period
        and other.months == period.months
        and (indicator.aggregation != "cumulative" or other.first.month == period.first.month)
    ]
    found = [_group_value(ratings, subject, one, group) if group else ratings.value(subject, one) for one in alike]
    own_target = not group or (indicator.breakdown is not None and group in indicator.breakdown.targets)
    used = ratings.figures.target(subject, period, group) if own_target else None
    return Evidence(
        tuple(value for value in found if value is not None),
        tuple(used.target.ends) if used else (),
        indicator.maximum,
        indicator.polarity == "lower",
        indicator.unit or "",
    )


def _group_value(ratings: IndicatorRatings, subject: Subject, period: Period, group: str) -> Decimal | None:
    result = ratings.figures.results[subject.id][period].result.groups.get(group)
    return measured(subject.record, result) if result else None


def doubt(value: Decimal, known: Evidence) -> str:
    """Return why a figure is implausible, in words; empty where it may well be right.

    It is, where a yes or no was expected, where it lies beyond the best value possible, where it is negative and
    nothing else is, and where it is out of all proportion: over 5 times the largest other result and target, over 8
    times below the smallest of three results or more (a percentage or rate of 0 only where all are 20 or more), or
    over 50 times below a target without history. Small counts (up to 20) come and go by chance, and nothing is
    called unlikely where there is nothing to hold it against.
    """
    if is_yes_no(known.unit):
        return "" if value in {0, 1} else f"{grouped(value)} is neither yes (1) nor no (0)"
    if _beyond(value, known):
        return f"{grouped(value)} is beyond {grouped(known.best or Decimal(0))}, the best value possible"
    if value < 0 and known.likely and min(known.likely) > 0:
        return f"{grouped(value)} is negative, and {_told(known)}"
    if not known.likely or not _out_of_proportion(value, known):
        return ""
    return f"{grouped(value)} is {_times(abs(value), known)}; {_told(known)}"


def _beyond(value: Decimal, known: Evidence) -> bool:
    if known.best is None:
        return False
    if known.lower_is_better:  # some state the top of the scale here, which a good result is always below
        return bool(known.likely) and value < known.best <= min(known.likely)
    return value > known.best


def _out_of_proportion(value: Decimal, known: Evidence) -> bool:
    size, sizes = abs(value), [abs(one) for one in known.likely]
    smallest, largest = min(sizes), max(sizes)
    counted = all(one == one.to_integral_value() for one in (value, *sizes))
    settled = len(known.others) >= _ENOUGH
    rate = settled and not counted and smallest > 0
    larger = _LARGER if settled or known.target else _WILD
    smaller = _SMALLER if settled else _WILD
    if size > larger * (largest if rate else max(largest, Decimal(_FEW))):
        return True
    if size == 0:  # what an empty cell adds up to; counts and small rates do come down to it
        return settled and smallest >= _SOME and (rate or is_per_cent(known.unit))
    return size * smaller < smallest and (rate or smallest >= _SOME)


def _times(size: Decimal, known: Evidence) -> str:
    """Return by what factor a figure is off, and what slip that looks like."""
    usual = median([abs(one) for one in known.others or known.target])
    if usual == 0 or size == 0:
        return "far from what was likely"
    what = "usual" if known.others else "the target"
    large = size > usual
    factor = size / usual if large else usual / size
    for slip, word in _SLIPS.items():
        if slip / _NEAR <= factor <= slip * _NEAR:
            return f"about {word} times too {'large' if large else 'small'} (a slipped decimal point?)"
    number = grouped(factor.quantize(Decimal(1), ROUND_HALF_UP))
    return f"{number} times {'' if large else 'smaller than '}{what}"


def _told(known: Evidence) -> str:
    parts = []
    if known.others:
        low, high = min(known.others), max(known.others)
        ends = (low,) if low == high else (low, high)
        parts.append(f"other results are {span(ends, known.unit)}")
    if known.target:
        parts.append(f"the target is {span(known.target, known.unit)}")
    return " and ".join(parts)


def contradiction(result: Measured, indicator: Indicator) -> str:
    """Return how a value differs from its own numerator and denominator, in words; empty where it does not.

    A difference of up to one in the last digit of the value is rounding. A rate (per 1,000, per 100,000) is the
    fraction times a power of ten; a rolling figure is that of its window, not of what was counted in the period.
    """
    unit = indicator.unit or ""
    value, above, below = result.value, result.numerator, result.denominator
    if value is None or above is None or below is None or is_yes_no(unit) or indicator.aggregation == "rolling":
        return ""
    percent = is_per_cent(unit)
    if below == 0:
        return f"{shown(value)}{' per cent' if percent else ''} of nothing; the denominator is 0"
    share = above * 100 / below if percent else above / below
    last_digit = Decimal(1).scaleb(int(value.as_tuple().exponent))
    scales = (share,) if percent else (share.scaleb(power) for power in range(_RATES))
    if any(abs(scaled - value) < last_digit for scaled in scales):
        return ""
    exact = shown(share.quantize(_HUNDREDTH, ROUND_HALF_UP))
    said = f"{exact} per cent" if percent else exact
    return f"{shown(above)} out of {shown(below)} is {said}, but the value is {shown(value)}"


def uncounted(result: Measured, indicator: Indicator) -> str:
    """Return why a numerator and a denominator make no value, in words; empty where they do, or neither is given.

    Where an indicator sums up counts over a window, a numerator alone is enough.
    """
    above, below = result.numerator, result.denominator
    if above is not None and below is not None and below == 0:
        return f"the denominator is 0, and {shown(above)} out of nothing has no value"
    if (above is None) == (below is None) or (below is None and sums_counts(indicator)):
        return ""
    there, lacking = ("denominator", "numerator") if above is None else ("numerator", "denominator")
    return f"there is a {there} but no {lacking}; give both or neither"
