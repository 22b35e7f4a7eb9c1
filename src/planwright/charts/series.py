"""A series of values period by period, and what it shows in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planwright.quantity import is_yes_no, span, with_unit

_IN_A_YEAR = {"months": 12, "quarters": 4, "half-years": 2, "years": 1}


@dataclass(frozen=True, slots=True)
class Point:
    """One period's value, None where there is none, with the target that applied to it.

    `target_to` is the upper end where the target is a range, and `target` then the lower one.
    """

    label: str
    value: Decimal | None
    target: Decimal | None = None
    provisional: bool = False
    target_to: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """A point that has a value, and its place in the series."""

    index: int
    point: Point
    value: Decimal

    def said(self, unit: str) -> str:
        return f"{with_unit(self.value, unit)} ({self.point.label})"


def target_words(point: Point, unit: str) -> str:
    """Return a point's target: `95%`, or `85% to 95%` for a range; empty where it has none."""
    ends = (point.target, point.target_to)
    return span((end for end in ends if end is not None), unit)


def finding(points: Sequence[Point], unit: str, interval: str, *, running: bool = False) -> str:
    """Return what a series shows: `Fell from 96% (Q1) to 88.5% (Q2) over 2 quarters, below the target of 95%.`.

    `running` totals are compared with the same period of the year before.
    """
    known = [_Known(index, point, point.value) for index, point in enumerate(points) if point.value is not None]
    if not known:
        return "No values yet."
    moved = _running(known, unit, interval) if running else _moved(known, unit, interval)
    said = moved + _against_target(known[-1], unit)
    if not running and not is_yes_no(unit):
        said += "".join(f"; {extreme}" for extreme in _extremes(known, unit))
    missing = len(points) - len(known)
    return said + (f"; no value for {missing} of {len(points)} {interval}." if missing else ".")


def _moved(known: Sequence[_Known], unit: str, interval: str) -> str:
    first, last = known[0], known[-1]
    if first is last:
        return f"{last.said(unit)}, the only value so far"
    over = f"over {last.index - first.index + 1} {interval}"
    if first.value == last.value:
        now = with_unit(last.value, unit)
        return f"{now} at the start ({first.point.label}) and at the end ({last.point.label}) {over}"
    verb = "From" if is_yes_no(unit) else "Rose from" if last.value > first.value else "Fell from"
    return f"{verb} {first.said(unit)} to {last.said(unit)} {over}"


def _running(known: Sequence[_Known], unit: str, interval: str) -> str:
    last = known[-1]
    said = f"Running total since the year began: {last.said(unit)}"
    before = next((one for one in known if one.index == last.index - _IN_A_YEAR[interval]), None)
    if before is None:
        return said
    if before.value == last.value:
        return f"{said}, the same as a year before ({before.point.label})"
    return f"{said}, {'up' if last.value > before.value else 'down'} from {before.said(unit)} a year before"


def _against_target(last: _Known, unit: str) -> str:
    low, words = last.point.target, target_words(last.point, unit)
    if low is None:
        return ""
    high = low if last.point.target_to is None else last.point.target_to
    if is_yes_no(unit):
        return f", {'on' if last.value == low else 'off'} the target of {words}"
    inside = "on" if high == low else "within"
    where = "below" if last.value < low else "above" if last.value > high else inside
    return f", {where} the target of {words}"


def _extremes(known: Sequence[_Known], unit: str) -> Iterator[str]:
    """Yield the highest and lowest value where neither the first nor the last is it."""
    ends = {known[0].value, known[-1].value}
    for name, one in (
        ("highest", max(known, key=lambda one: one.value)),
        ("lowest", min(known, key=lambda one: one.value)),
    ):
        if one.value not in ends:
            yield f"{name} {one.said(unit)}"
