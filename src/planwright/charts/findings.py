"""What charts show, in a sentence or two."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from planwright.charts.series import Known, Point, Series
from planwright.wording import capital, listed

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
    if side is None:
        return ""
    lasting, before = 0, None
    for point in reversed(series.points[: last.index + 1]):
        if _side(point) != side:
            break
        lasting, before = lasting + 1, point
    same = before is None or series.target_words(before) == words
    many = f" for the {ordinal(lasting)} {series.interval.removesuffix('s')} running" if lasting > 1 else ""
    exact = last.point.target_to in {None, last.point.target}
    if series.answers:
        where = "on" if side == 0 else "off"
    else:
        where = ("on" if exact else "within") if side == 0 else "below" if side < 0 else "above"
    return f", {where} the target of {words}{many}" if same else f", {where} target{many} (now {words})"


def _side(point: Point) -> int | None:
    """Return -1 for a value below its target, 1 above, 0 on it or within it; None where either is missing."""
    if point.value is None or point.target is None:
        return None
    high = point.target if point.target_to is None else point.target_to
    return -1 if point.value < point.target else int(point.value > high)


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
    places: dict[str, list[str]] = {}
    for cause in series.process.special:
        first, last = series.points[cause.indices[0]].label, series.points[cause.indices[-1]].label
        places.setdefault(cause.words, []).append(first if first == last else f"{first} to {last}")
    if not places:
        return " No special cause: all variation is ordinary."
    said = "; ".join(f"{words} ({listed(labels)})" for words, labels in places.items())
    return f" Special cause: {said}."
