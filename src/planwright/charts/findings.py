"""What charts show, in a sentence or two."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from planwright.charts.series import Known, Point, Series
from planwright.wording import capital, latest

_IN_A_YEAR = {"months": 12, "quarters": 4, "half-years": 2}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TELLING = 4  # results there must be before the highest or lowest of them says something
_TEENS = range(11, 14)


def ordinal(number: int) -> str:
    """Return `third`, or `12th` from ten on."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def counted(subject: str, counts: Iterable[tuple[str, int]]) -> str:
    """Return how many there are in each state: `Risks by state: 3 High, 4 Low; 7 in all.`."""
    found = list(counts)
    parts = ", ".join(f"{number} {word}" for word, number in found) or "none"
    return f"{subject}: {parts}; {sum(number for _, number in found)} in all."


def finding(series: Series) -> str:
    """Return what a series shows: `88.5% in Q3, below the target of 95% for the third quarter running; falling ...`.

    Running totals are compared with the same period of the year before. What has a special cause is a second sentence.
    """
    known = series.known
    if not known:
        return "No values yet."
    last = known[-1]
    start = "Running total since the year began: " if series.running else ""
    parts = [f"{start}{series.said(last.value)} in {last.point.label}{_against_target(series, last)}"]
    parts += _year_before(series) if series.running else _movement(series)
    if series.comparison and (theirs := series.comparison.values[last.index]) is not None:
        parts.append(f"{series.comparison.name}: {series.said(theirs)}")
    if series.forecast:
        parts.append(f"forecast for {series.forecast.label}: {series.said(series.forecast.value)}")
    missing = len(series.points) - len(known)
    if missing:
        parts.append(f"no value for {missing} of {len(series.points)} {series.interval}")
    return f"{capital('; '.join(parts))}.{_special(series)}"


def _against_target(series: Series, last: Known) -> str:
    words, side = series.target_words(last.point), _side(last.point)
    if not side:
        return ""
    lasting, before = 0, None
    for point in reversed(series.points[: last.index + 1]):
        if _side(point) != side:
            break
        lasting, before = lasting + 1, point
    same = before is None or series.target_words(before) == words
    many = f" for the {ordinal(lasting)} {series.interval.removesuffix('s')} running" if lasting > 1 else ""
    still = f", still {last.point.still}" if last.point.still else ""
    if last.point.two and last.point.target_to is not None:
        return _beside_two(series, last.point, side, many, same=same)
    where = side if not series.answers else "on" if side == "on" else "off"
    return (f", {where} the target of {words}{many}" if same else f", {where} target{many} (now {words})") + still


def _beside_two(series: Series, point: Point, side: str, many: str, *, same: bool) -> str:
    """Return where a value stands beside a low and a high target."""
    low, high = (series.said(end) for end in (point.target, point.target_to) if end is not None)
    if side == "between":
        return (
            f", between the low target of {low} and the high target of {high}{many}"
            if same
            else f", between the low and the high target{many} (now {low} and {high})"
        )
    name, words = ("low", low) if side == "below" else ("high", high)
    return f", {side} the {name} target of {words}{many}" if same else f", {side} the {name} target{many} (now {words})"


def _side(point: Point) -> str:
    """Return on which side of its target a value stands, in words; empty where either is missing."""
    if point.value is None or point.target is None:
        return ""
    high = point.target if point.target_to is None else point.target_to
    just = "just " if point.still else ""
    if point.value < point.target:
        return f"{just}below"
    if point.value > high:
        return f"{just}above"
    if point.two:
        return "on" if point.value == high else "between"
    return "on" if high == point.target else "within"


def _movement(series: Series) -> Iterator[str]:
    """Yield how the latest value was reached, and the highest and lowest that stand out."""
    known = series.known
    last, *earlier = reversed(known)
    if not earlier:
        yield "the only value so far"
        return
    start = earlier[0]
    way = _way(start.value, last.value)
    for after, before in pairwise(earlier):
        if _way(before.value, after.value) != way:
            break
        start = before
    was = "" if way == 0 else f" ({series.said(start.value)})"
    if series.answers and way:
        yield f"{series.said(earlier[0].value)} in {earlier[0].point.label}"
        return
    if start is earlier[0] and way:
        yield f"{'up' if way > 0 else 'down'} from {series.said(start.value)} in {start.point.label}"
    else:
        yield f"{('unchanged', 'rising', 'falling')[way]} since {start.point.label}{was}"
    if not series.answers and len(known) >= _TELLING:
        yield from _extremes(series, known, start)


def _extremes(series: Series, known: list[Known], start: Known) -> Iterator[str]:
    """Yield the highest and lowest value: whether it is the latest, or which it is where it was not named yet."""
    last = known[-1]
    for name, found in (
        ("highest", max(known, key=lambda one: one.value)),
        ("lowest", min(known, key=lambda one: one.value)),
    ):
        if found.value not in {last.value, start.value}:
            yield f"{name} {series.said(found.value)} ({found.point.label})"
        elif found is last:
            yield f"the {name} of {len(known)} results"


def _year_before(series: Series) -> Iterator[str]:
    *_, last = known = series.known
    span = _IN_A_YEAR.get(series.interval, 1)
    before = next((one for one in known if one.index == last.index - span), None)
    if before is None:
        return
    way = _way(before.value, last.value)
    if way == 0:
        yield f"the same as a year before ({before.point.label})"
    else:
        yield f"{'up' if way > 0 else 'down'} from {series.said(before.value)} a year before ({before.point.label})"


def _way(before: Decimal, after: Decimal) -> int:
    return (after > before) - (after < before)


def _special(series: Series) -> str:
    """Return what has a special cause as a sentence of its own; that nothing has is a finding as well."""
    if series.process is None:
        return ""
    found = latest([f"{cause.words} ({_spell(series, cause.indices)})" for cause in series.process.told])
    return f" Special cause: {found}." if found else " No special cause: all variation is ordinary."


def _spell(series: Series, indices: Sequence[int]) -> str:
    first, last = (series.points[index].label for index in (indices[0], indices[-1]))
    return first if first == last else f"{first} to {last}"
