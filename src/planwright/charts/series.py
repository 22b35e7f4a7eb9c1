"""A series of values period by period, and what may stand beside it: targets, limits, a forecast, other councils."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from planwright.quantity import finer, is_yes_no, span, with_unit


@dataclass(frozen=True, slots=True)
class Band:
    """Where results are short of target but still within tolerance: from the `green` limit to the `amber` one."""

    green: Decimal
    amber: Decimal


@dataclass(frozen=True, slots=True)
class Point:
    """One period's value, None where there is none, with the target that applied to it.

    `target_to` is the upper end where the target is a range, and `target` then the lower one. `edges` are the bands of
    tolerance beside the target: one, or two where it is a range. `two` says that the target is no range but a low and a
    high one; `still` is the word of the state where a value that misses the target keeps that of one which meets it.
    """

    label: str
    value: Decimal | None
    target: Decimal | None = None
    provisional: bool = False
    target_to: Decimal | None = None
    edges: tuple[Band, ...] = ()
    two: bool = False
    still: str = ""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected at the end of the year `label`, that many periods `ahead` of the last point."""

    label: str
    value: Decimal
    ahead: int = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """What others reached, such as `Similar councils, average`: one value for each point, None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]


class Signal(Protocol):
    """Points that have a special cause: their places in the series, and what it is in words."""

    @property
    def indices(self) -> tuple[int, ...]:
        """The places, from 0."""

    @property
    def words(self) -> str:
        """What is special, such as `8 results running above the mean`."""

    @property
    def sign(self) -> str:
        """The same in one word, such as `run`."""


class Variation(Protocol):
    """What is ordinary for a series: its mean, its natural process limits, and what has a special cause."""

    @property
    def mean(self) -> Decimal:
        """The mean."""

    @property
    def lower(self) -> Decimal:
        """The lower natural process limit."""

    @property
    def upper(self) -> Decimal:
        """The upper natural process limit."""

    @property
    def special(self) -> Sequence[Signal]:
        """What has a special cause, each sign of it on its own."""

    @property
    def told(self) -> Sequence[Signal]:
        """What has a special cause as sentences tell it: what belongs together as one, the latest last."""


@dataclass(frozen=True, slots=True)
class Known:
    """A point that has a value, and its place in the series."""

    index: int
    point: Point
    value: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """All that one chart over time shows.

    `interval` is the plural word for what one point stands for; `running` says that values are totals since the
    beginning of their year, so that only the same period of two years can be compared.
    """

    points: Sequence[Point]
    unit: str = ""
    interval: str = "quarters"
    running: bool = False
    process: Variation | None = None
    forecast: Forecast | None = None
    comparison: Comparison | None = None

    @property
    def known(self) -> list[Known]:
        """The points that have a value."""
        return [Known(index, point, point.value) for index, point in enumerate(self.points) if point.value is not None]

    @property
    def answers(self) -> bool:
        """Whether values are yes or no."""
        return is_yes_no(self.unit)

    @property
    def figures(self) -> list[Decimal]:
        """Every value that is drawn."""
        found = [value for point in self.points for value in (point.value, point.target, point.target_to)]
        found += [end for point in self.points for band in point.edges for end in (band.green, band.amber)]
        found += self.comparison.values if self.comparison else ()
        found += [self.forecast.value] if self.forecast else []
        found += [self.process.mean, self.process.lower, self.process.upper] if self.process else []
        return [value for value in found if value is not None]

    def special(self, index: int) -> str:
        """Return what is special about a point, a word each; empty for ordinary ones."""
        causes = self.process.special if self.process else ()
        return ", ".join(dict.fromkeys(cause.sign for cause in causes if index in cause.indices))

    def said(self, value: Decimal) -> str:
        """Return a value with its unit."""
        return with_unit(value, self.unit)

    def target_words(self, point: Point) -> str:
        """Return a point's target: `95%`, or `85% to 95%` for a range; empty where it has none."""
        return span((end for end in (point.target, point.target_to) if end is not None), self.unit)

    def band_words(self, point: Point) -> str:
        """Return where results are short of target but within tolerance: both ends, or `to 85.5%` from the target."""
        if point.target_to is None and [band.green for band in point.edges] == [point.target]:
            return f"to {self.said(point.edges[0].amber)}"
        return ", ".join(span(sorted((band.green, band.amber)), self.unit) for band in point.edges)

    def derived(self, value: Decimal) -> str:
        """Return a mean or limit with its unit, as fine as the results let it be."""
        most = max((-int(known.value.as_tuple().exponent) for known in self.known), default=0)
        return with_unit(finer(value, most), self.unit)
