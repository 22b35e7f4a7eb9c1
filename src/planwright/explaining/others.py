"""What others reached, and which value would stand in another quarter or place among them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil

from planwright.assessment import IndicatorRating
from planwright.assessment.benchmarking import QUARTILES, goodness, position
from planwright.quantity import said
from planwright.records.rating import Benchmark
from planwright.records.thread import Target

from .lines import Line
from .printed import printed_value


def average_line(rating: IndicatorRating) -> Iterator[Line]:
    """Yield the average of the others, where there is one."""
    field = rating.field
    if field and field.average is not None:
        source = "published" if field.published else f"worked out from {field.named}"
        spot = field.published.spot if field.published else field.peers[0].spot
        now = () if rating.value is None else (rating.value,)
        average = printed_value(rating, field.average, now)
        yield Line("average of others", f"{average} ({field.when}, {source})", spot)


def others_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    """Yield what others reached: their average, and each of them where the rating follows from that."""
    yield from average_line(rating)
    field = rating.field
    if field and field.peers and rating.basis == "benchmark":
        each = ", ".join(f"{peer.comparator.with_} {said(peer.comparator.value, unit)}" for peer in field.peers)
        yield Line("others", f"{each} ({field.when})", field.peers[0].spot)


def place_edges(rating: IndicatorRating) -> str:
    """Return the value at which each state by quarter or place begins, best first, for a rating that has one."""
    field, place = rating.field, rating.rule.place
    target = rating.target.target if rating.target else None
    polarity, unit = rating.subject.record.polarity, rating.subject.record.unit or ""
    found = [goodness(value, polarity, target) for value in field.values] if field else []
    others = sorted(one for one in found if one is not None)
    keys = ("green", "amber", "red") if place.by == "rank" else QUARTILES
    words = [rating.engine.states[key].word.lower() for key in keys]
    parts: list[str] = []
    before: Decimal | None = None
    for word, beaten in zip(words, _beaten(len(others), place), strict=False):
        if beaten <= 0:
            return ", ".join([*parts, f"otherwise {word}"])
        least = others[beaten - 1] if beaten <= len(others) else before
        if least != before and least is not None:
            parts.append(f"{word} {_reached(least, polarity, target, unit)}")
            before = least
    return ", ".join([*parts, f"otherwise {words[-1]}"])


def _beaten(others: int, place: Benchmark) -> Sequence[int]:
    """Return for each state but the last how many of the others a result must reach or pass, best first."""
    if place.by == "rank":
        return [others + 1 - place.green, others + 1 - max(place.green, place.amber)]
    if place.cut == "rank":
        return [others + 1 - quarter * (others + 1) // 4 for quarter in (1, 2, 3)]
    return [ceil(position(others + 1, number, place.cut)) for number in (3, 2, 1)]


def _reached(good: Decimal, polarity: str, target: Target | None, unit: str) -> str:
    if polarity == "range" and target and target.low is not None and target.high is not None:
        return f"within {said(-good, unit)} of {said((target.low + target.high) / 2, unit)}"
    return f"at {said(good, unit)} or more" if polarity == "higher" else f"at {said(-good, unit)} or less"
