"""What is drawn over time: bands and lines of targets, limits and others, and the marks of results."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType

from planwright.charts.axes import Frame
from planwright.charts.drawing import Attribute, Spot, element, line
from planwright.charts.series import Forecast, Known, Point, Series, Variation
from planwright.palette import BAND, BAND_EDGE, INK, LINE, MUTED, PAPER

_Look = Mapping[str, Attribute]
# Told apart by their dashes as well, since papers are printed in black and white.
RESULT: _Look = MappingProxyType({"stroke": LINE, "stroke_width": "2.5", "stroke_linejoin": "round"})
TARGET: _Look = MappingProxyType({"stroke": MUTED, "stroke_width": 2, "stroke_dasharray": "6 4"})
TOLERANCE: _Look = MappingProxyType({"fill": BAND, "stroke": BAND_EDGE, "stroke_width": "0.75"})
MEAN: _Look = MappingProxyType({"stroke": INK, "stroke_width": 1})
LIMIT: _Look = MappingProxyType(
    {"stroke": INK, "stroke_width": 2, "stroke_dasharray": "0.1 5", "stroke_linecap": "round"}
)
OTHERS: _Look = MappingProxyType({"stroke": INK, "stroke_width": "1.2", "stroke_dasharray": "12 3 3 3"})
EXPECTED: _Look = MappingProxyType({"stroke": LINE, "stroke_width": "1.2", "stroke_dasharray": "3 3"})


def result_lines(points: Sequence[Point], frame: Frame) -> Iterator[str]:
    """Yield the line of results, broken where values are missing."""
    for run in _runs([point.value for point in points], frame):
        if len(run) > 1:
            yield line(run, **RESULT)


def target_lines(points: Sequence[Point], frame: Frame) -> Iterator[str]:
    """Yield dashed lines for targets, two where they are ranges: level while one target applies, then a step."""
    for ends in ([point.target for point in points], [point.target_to for point in points]):
        for run in _runs(ends, frame):
            yield line(_steps(run, frame), **TARGET)


def other_lines(values: Sequence[Decimal | None], frame: Frame) -> Iterator[str]:
    """Yield the thin line of what others reached; a value alone is a short dash."""
    for run in _runs(values, frame):
        yield line(run if len(run) > 1 else _steps(run, frame), **OTHERS)


def bands(points: Sequence[Point], frame: Frame) -> Iterator[str]:
    """Yield the shaded stretches in which results are short of target and still within tolerance."""
    for place in range(max((len(point.edges) for point in points), default=0)):
        edges = [point.edges[place] if place < len(point.edges) else None for point in points]
        near = _runs([edge.green if edge else None for edge in edges], frame)
        far = _runs([edge.amber if edge else None for edge in edges], frame)
        for inner, outer in zip(near, far, strict=True):
            corners = [*_steps(inner, frame), *reversed(_steps(outer, frame))]
            yield element("polygon", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in corners), **TOLERANCE)


def limits(process: Variation, frame: Frame) -> Iterator[str]:
    """Yield the mean as a thin line and the natural process limits as dotted ones."""
    for value, look in ((process.mean, MEAN), (process.lower, LIMIT), (process.upper, LIMIT)):
        yield line([(frame.left, frame.y(value)), (frame.right, frame.y(value))], **look)


def marks(series: Series, frame: Frame) -> Iterator[str]:
    """Yield a mark for each result: a dot, hollow where provisional, a square where it has a special cause."""
    for known in series.known:
        draw = square if series.special(known.index) else dot
        yield draw(frame.x(known.index), frame.y(known.value), PAPER if known.point.provisional else LINE)


def expected(forecast: Forecast, last: Known, frame: Frame) -> Iterator[str]:
    """Yield the hollow diamond of a forecast, and the way to it from the latest result."""
    end = (frame.x(frame.count - 1), frame.y(forecast.value))
    yield line([(frame.x(last.index), frame.y(last.value)), end], **EXPECTED)
    yield diamond(*end, PAPER)


def dot(x: Decimal, y: Decimal, fill: str) -> str:
    """Return the mark of an ordinary result."""
    return element("circle", cx=x, cy=y, r=4, fill=fill, stroke=LINE, stroke_width=2)


def square(x: Decimal, y: Decimal, fill: str) -> str:
    """Return the mark of a result that has a special cause."""
    return element("rect", x=x - 5, y=y - 5, width=10, height=10, fill=fill, stroke=LINE, stroke_width=2)


def diamond(x: Decimal, y: Decimal, fill: str) -> str:
    """Return the mark of what stands apart: a forecast, or our own council among others."""
    corners = ((x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y))
    spots = " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
    return element("polygon", points=spots, fill=fill, stroke=LINE, stroke_width=2)


def _runs(values: Sequence[Decimal | None], frame: Frame) -> Iterator[list[Spot]]:
    """Yield the unbroken stretches of a series as places."""
    for missing, places in groupby(range(len(values)), key=lambda index: values[index] is None):
        if not missing:
            yield [(frame.x(index), frame.y(value)) for index in places if (value := values[index]) is not None]


def _steps(run: Sequence[Spot], frame: Frame) -> list[Spot]:
    """Return the corners of a line that keeps each height from half a period before its place to half a one after."""
    half = (frame.x(1) - frame.x(0)) / 2 if frame.count > 1 else Decimal(8)
    corners: list[Spot] = []
    for height, places in groupby(run, key=lambda spot: spot[1]):
        inside = [x for x, _ in places]
        corners.append((max(inside[0] - half, frame.left), height))
        corners.append((min(inside[-1] + half, frame.right), height))
    return corners
