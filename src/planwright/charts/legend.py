"""The key of a chart: what each line, mark or shade stands for, in as many rows as it takes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planwright.charts.drawing import element, label, line, room, wrapped
from planwright.charts.marks import (
    EXPECTED,
    LIMIT,
    MEAN,
    OTHERS,
    RESULT,
    TARGET,
    TOLERANCE,
    diamond,
    dot,
    square,
)
from planwright.charts.series import Series
from planwright.palette import INK, LINE, PAPER

_LEFT, _ROW = Decimal(0), Decimal(22)
_SAMPLE = Decimal(26)
_Draw = Callable[[Decimal, Decimal], str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a key: its words, and what draws its sample, `width` across, from a place at middle height."""

    words: str
    draw: _Draw
    width: Decimal = _SAMPLE

    @property
    def room(self) -> Decimal:
        """How much room the entry takes, with the space after it."""
        return self.width + 6 + room([self.words]) + 16


def legend(entries: Sequence[Entry], width: Decimal) -> tuple[list[str], Decimal]:
    """Return a key of that width and the height it takes."""
    parts = []
    x, y = _LEFT, Decimal(14)
    for entry in entries:
        if x > _LEFT and x + entry.room - 16 > width:
            x, y = _LEFT, y + _ROW
        parts.append(entry.draw(x, y - 4))
        for place, words in enumerate(wrapped(entry.words, width - _LEFT - entry.width - 6)):
            y += _ROW if place else 0
            parts.append(label(words, x + entry.width + 6, y, fill=INK))
        x += entry.room
    return parts, y + 10


def entries_of(series: Series) -> Iterator[Entry]:
    """Yield what the chart of a series needs explained: only what is there."""
    points = series.points
    yield Entry("Result", lambda x, y: line(_across(x, y), **RESULT) + dot(x + _SAMPLE / 2, y, LINE))
    if any(point.target is not None for point in points):
        yield Entry("Target", lambda x, y: line(_across(x, y), **TARGET))
    if any(point.edges for point in points):
        yield Entry(
            "Within tolerance",
            lambda x, y: element("rect", x=x, y=y - 6, width=_SAMPLE, height=12, **TOLERANCE),
        )
    if any(point.provisional for point in points):
        yield Entry("Provisional", lambda x, y: dot(x + 6, y, PAPER), Decimal(12))
    if series.forecast:
        yield Entry(
            f"Forecast for {series.forecast.label}",
            lambda x, y: line(_across(x, y), **EXPECTED) + diamond(x + _SAMPLE / 2, y, PAPER),
        )
    if series.comparison:
        yield Entry(series.comparison.name, lambda x, y: line(_across(x, y), **OTHERS))
    if series.process:
        yield Entry("Mean", lambda x, y: line(_across(x, y), **MEAN))
        yield Entry("Natural process limits", lambda x, y: line(_across(x, y), **LIMIT))
    if series.process and series.process.special:
        yield Entry("Special cause", lambda x, y: square(x + 6, y, LINE), Decimal(12))


def _across(x: Decimal, y: Decimal) -> list[tuple[Decimal, Decimal]]:
    return [(x, y), (x + _SAMPLE, y)]
