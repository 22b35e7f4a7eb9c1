"""The scale of a chart over time, its grid, and the names of values and periods along it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from planwright.charts.drawing import CHARACTER, label, line, room
from planwright.charts.series import Point, Series
from planwright.palette import MUTED

GRID = "#d5dcdf"


@dataclass(frozen=True, slots=True)
class Frame:
    """Turns positions in the series and values into places in the picture."""

    left: Decimal
    right: Decimal
    top: Decimal
    bottom: Decimal
    low: Decimal
    high: Decimal
    count: int

    def x(self, index: int) -> Decimal:
        """Return how far right a position stands."""
        if self.count == 1:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * index / (self.count - 1)

    def y(self, value: Decimal) -> Decimal:
        """Return how far down a value stands."""
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Scale:
    """Round lowest and highest values that hold everything drawn, and the round step between them."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def ticks(self) -> list[Decimal]:
        """The values that have a line across."""
        return [self.low + self.step * index for index in range(int((self.high - self.low) / self.step) + 1)]


def scale(series: Series) -> Scale:
    """Return the scale that holds all that a series draws."""
    return Scale(Decimal(0), Decimal(1), Decimal(1)) if series.answers else scale_of(series.figures)


def scale_of(values: Sequence[Decimal]) -> Scale:
    """Return the scale that holds some values."""
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    if low == high:
        pad = max(abs(high) / 10, Decimal(1))
        low, high = low - pad, high + pad
    rough = (high - low) / 4
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * size for size in (1, 2, 5, 10) if power * size >= rough)
    bottom = (low / step).to_integral_value(rounding=ROUND_FLOOR) * step
    top = (high / step).to_integral_value(rounding=ROUND_CEILING) * step
    return Scale(_tidy(bottom), _tidy(top), _tidy(step))


def _tidy(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def axes(points: Sequence[Point], frame: Frame, ticks: Sequence[tuple[Decimal, str]]) -> Iterator[str]:
    """Yield a line across for each value with its name, and the names of as many periods as fit."""
    for tick, name in ticks:
        y = frame.y(tick)
        yield line([(frame.left, y), (frame.right, y)], stroke=GRID, stroke_width=1)
        yield label(name, frame.left - 8, y + 4, text_anchor="end", fill=MUTED)
    gap = frame.x(1) - frame.x(0) if frame.count > 1 else frame.right
    needed = room(point.label for point in points) + CHARACTER
    every = max(1, int((needed / gap).to_integral_value(rounding=ROUND_CEILING)))
    # Counted from the end, so that the latest period is always named.
    for index in range(len(points) - 1, -1, -every):
        yield label(points[index].label, frame.x(index), frame.bottom + 22, text_anchor="middle", fill=MUTED)
