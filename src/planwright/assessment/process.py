"""Statistical process control: the mean and natural limits of a series, and which results have a special cause.

The limits are those of the XmR chart: mean plus and minus 2.66 times the average moving range (Donald J. Wheeler,
Understanding Variation: The Key to Managing Chaos). The rules of runs and trends are those of the NHS programme Making
Data Count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from itertools import groupby, pairwise

from planwright.quantity import PRECISION
from planwright.wording import number_of

# Three standard deviations over the mean of two results' ranges: 3 / 1.128, as Wheeler prints it.
_WIDTH = Decimal("2.66")


@dataclass(frozen=True, slots=True)
class Cause:
    """A signal that something special happened: the places of its results in the series, and what it is in words.

    `sign` is one word for it in a table: limit, run or trend.
    """

    indices: tuple[int, ...]
    words: str
    sign: str


@dataclass(frozen=True, slots=True)
class Process:
    """What is ordinary for a series: its mean, its natural process limits, and what has a special cause.

    `special` holds every sign of that on its own; `told` what sentences tell, the latest last: results beyond a limit
    belong to the run they lie in, and neighbours beyond the same limit are one.
    """

    mean: Decimal
    moving_range: Decimal
    lower: Decimal
    upper: Decimal
    special: tuple[Cause, ...]
    told: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """A result and its place in the series."""

    index: int
    value: Decimal


def process(
    values: Sequence[Decimal | None],
    *,
    least_points: int,
    run: int,
    trend: int,
    lowest: Decimal | None = None,
    highest: Decimal | None = None,
) -> Process | None:
    """Return the process behind a series in its own unit, None where `lacking` says why there are no limits.

    Gaps are passed over: the results around one follow each other. `run` results in a row on one side of the mean, and
    `trend` results in a row each higher (or each lower) than the one before, have a special cause, as has a result
    beyond a limit. Limits are cut at the natural bounds `lowest` and `highest`; a bound the results themselves pass is
    none.
    """
    known = [_Known(index, value) for index, value in enumerate(values) if value is not None]
    if lacking(values, least_points=least_points):
        return None
    figures = [one.value for one in known]
    with localcontext(prec=PRECISION):
        mean = sum(figures, Decimal(0)) / len(figures)
        moving_range = sum((abs(after - before) for before, after in pairwise(figures)), Decimal(0)) / (len(known) - 1)
        lower, upper = mean - _WIDTH * moving_range, mean + _WIDTH * moving_range
    if lowest is not None and lowest <= min(figures):
        lower = max(lower, lowest)
    if highest is not None and highest >= max(figures):
        upper = min(upper, highest)
    beyond, runs, trends = [*_beyond(known, lower, upper)], [*_runs(known, mean, run)], [*_trends(known, trend)]
    special = sorted([*beyond, *runs, *trends], key=lambda cause: cause.indices)
    told = sorted([*_told(known, beyond, runs), *trends], key=lambda cause: (cause.indices[-1], cause.indices))
    return Process(mean, moving_range, lower, upper, tuple(special), tuple(told))


def lacking(values: Sequence[Decimal | None], *, least_points: int) -> str:
    """Return why a series has no limits: `there are 5 results, and limits need 8`; empty where it has."""
    number, needed = sum(value is not None for value in values), max(least_points, 2)
    if number >= needed:
        return ""
    return f"there {'is' if number == 1 else 'are'} {number_of(number, 'result')}, and process limits need {needed}"


def _beyond(known: Sequence[_Known], lower: Decimal, upper: Decimal) -> Iterator[Cause]:
    for one in known:
        if one.value < lower:
            yield Cause((one.index,), "below the lower process limit", "limit")
        elif one.value > upper:
            yield Cause((one.index,), "above the upper process limit", "limit")


def _told(known: Sequence[_Known], beyond: Sequence[Cause], runs: Sequence[Cause]) -> Iterator[Cause]:
    """Yield the runs with how many of their results lie beyond a limit, then what lies beyond outside of any run."""
    left = {cause.indices[0]: (cause.words, cause.sign) for cause in beyond}
    for run in runs:
        # A run stands on one side of the mean, so it can only pass the limit of that side.
        passed = [left.pop(index)[0] for index in run.indices if index in left]
        number = "all" if len(passed) == len(run.indices) else len(passed)
        among = f", {number} of them {passed[0]}" if passed else ""
        yield replace(run, words=f"{run.words}{among}")
    for (words, sign), stretch in groupby(known, key=lambda one: left.get(one.index, ("", ""))):
        indices = tuple(one.index for one in stretch)
        if words:
            yield Cause(indices, words if len(indices) == 1 else f"{len(indices)} results running {words}", sign)


def _runs(known: Sequence[_Known], mean: Decimal, least: int) -> Iterator[Cause]:
    """Yield results running on one side of the mean; one exactly on it ends a run."""
    for side, stretch in _stretches([_sign(one.value - mean) for one in known]):
        if len(stretch) >= least:
            indices = tuple(known[place].index for place in stretch)
            yield Cause(indices, f"{len(stretch)} results running {'above' if side > 0 else 'below'} the mean", "run")


def _trends(known: Sequence[_Known], least: int) -> Iterator[Cause]:
    """Yield results in a row that all rise, or all fall, the first and the last of them counted."""
    for way, moves in _stretches([_sign(after.value - before.value) for before, after in pairwise(known)]):
        stretch = [*moves, moves[-1] + 1]
        if len(stretch) >= least:
            indices = tuple(known[place].index for place in stretch)
            yield Cause(indices, f"{len(stretch)} results running that {'rise' if way > 0 else 'fall'}", "trend")


def _stretches(signs: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield each sign that is not 0 with the places at which it stands unbroken."""
    for sign, places in groupby(range(len(signs)), key=lambda place: signs[place]):
        if sign:
            yield sign, list(places)


def _sign(difference: Decimal) -> int:
    return (difference > 0) - (difference < 0)
