"""Lines over time: a sparkline for a table cell, and a trend with axes, target and marked points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import groupby

from planwright.charts.drawing import CHARACTER, Chart, element, label, picture, room
from planwright.charts.series import Point, finding, target_words
from planwright.palette import INK, LINE, MUTED, PAPER
from planwright.quantity import is_yes_no, with_unit

_WIDTH, _HEIGHT = Decimal(390), Decimal(240)
_TOP, _BOTTOM = Decimal(38), Decimal(34)
_GRID = "#d5dcdf"
_Spot = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Turns positions in the series and values into places in the picture."""

    left: Decimal
    right: Decimal
    top: Decimal
    bottom: Decimal
    low: Decimal
    high: Decimal
    count: int

    def x(self, index: int) -> Decimal:
        if self.count == 1:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * index / (self.count - 1)

    def y(self, value: Decimal) -> Decimal:
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


def sparkline(points: Sequence[Point], unit: str = "", interval: str = "quarters", *, running: bool = False) -> Chart:
    """Return a small line without axes: dashed target, the latest value marked, gaps where values are missing."""
    low, high, _ = _scale(points, unit)
    width, height = Decimal(132), Decimal(36)
    frame = _Frame(Decimal(6), width - 6, Decimal(6), height - 6, low, high, len(points))
    parts = [*_target_lines(points, frame), *_result_lines(points, frame)]
    known = [index for index, point in enumerate(points) if point.value is not None]
    parts += [_marker(points[index], frame, index) for index in known[-1:]]
    alt = finding(points, unit, interval, running=running)
    return Chart(picture(width, height, alt, parts), alt, *_data(points, unit))


def trend(points: Sequence[Point], unit: str = "", interval: str = "quarters", *, running: bool = False) -> Chart:
    """Return a line with axes: values marked, provisional ones hollow, dashed target, gaps where values are missing.

    `interval` is the plural word for what one point stands for, used in the alt text; `running` says that values are
    totals since the beginning of their year, so that only the same period of two years can be compared.
    """
    low, high, step = _scale(points, unit)
    lowest = min((point.value for point in points if point.value is not None), default=high)
    if lowest - low < step and low != 0 and not is_yes_no(unit):
        low -= step  # room for the latest value's words below its mark
    ticks = [low + step * index for index in range(int((high - low) / step) + 1)]
    names = [with_unit(tick, unit) for tick in ticks]
    edge = room(point.label for point in points) / 2 + 2
    frame = _Frame(
        max(room(names) + 10, edge), _WIDTH - max(edge, Decimal(24)), _TOP, _HEIGHT - _BOTTOM, low, high, len(points)
    )
    parts = [*_axes(points, frame, list(zip(ticks, names, strict=True))), *_legend(points)]
    parts += [*_target_lines(points, frame), *_result_lines(points, frame)]
    parts += [_marker(point, frame, index) for index, point in enumerate(points) if point.value is not None]
    parts += _last_value(points, frame, unit)
    alt = finding(points, unit, interval, running=running)
    return Chart(picture(_WIDTH, _HEIGHT, alt, parts), alt, *_data(points, unit))


def _scale(points: Sequence[Point], unit: str) -> tuple[Decimal, Decimal, Decimal]:
    """Return round lowest and highest values that hold everything, and the round step between them."""
    if is_yes_no(unit):
        return Decimal(0), Decimal(1), Decimal(1)
    values = [value for point in points for value in (point.value, point.target, point.target_to) if value is not None]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    if low == high:
        pad = max(abs(high) / 10, Decimal(1))
        low, high = low - pad, high + pad
    rough = (high - low) / 4
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * size for size in (1, 2, 5, 10) if power * size >= rough)
    bottom = (low / step).to_integral_value(rounding=ROUND_FLOOR) * step
    top = (high / step).to_integral_value(rounding=ROUND_CEILING) * step
    return _tidy(bottom), _tidy(top), _tidy(step)


def _tidy(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _runs(values: Sequence[Decimal | None], frame: _Frame) -> Iterator[list[_Spot]]:
    """Yield the unbroken stretches of a series as places."""
    run: list[_Spot] = []
    for index, value in enumerate(values):
        if value is not None:
            run.append((frame.x(index), frame.y(value)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _path(spots: Sequence[_Spot]) -> str:
    points = " ".join(f"{x.quantize(Decimal('0.1')):f},{y.quantize(Decimal('0.1')):f}" for x, y in spots)
    return f"M{points.replace(' ', ' L')}"


def _result_lines(points: Sequence[Point], frame: _Frame) -> Iterator[str]:
    for run in _runs([point.value for point in points], frame):
        if len(run) > 1:
            yield element("path", d=_path(run), fill="none", stroke=LINE, stroke_width="2.5", stroke_linejoin="round")


def _target_lines(points: Sequence[Point], frame: _Frame) -> Iterator[str]:
    """Yield dashed lines for targets, two where they are ranges: level while one target applies, then a step."""
    for ends in ([point.target for point in points], [point.target_to for point in points]):
        for run in _runs(ends, frame):
            spots = _steps(run, frame)
            yield element("path", d=_path(spots), fill="none", stroke=MUTED, stroke_width=2, stroke_dasharray="6 4")


def _steps(run: Sequence[_Spot], frame: _Frame) -> list[_Spot]:
    """Return the corners of a line that keeps each height from half a period before its place to half a one after."""
    half = (frame.x(1) - frame.x(0)) / 2 if frame.count > 1 else Decimal(8)
    corners: list[_Spot] = []
    for height, places in groupby(run, key=lambda spot: spot[1]):
        inside = [x for x, _ in places]
        corners.append((max(inside[0] - half, frame.left), height))
        corners.append((min(inside[-1] + half, frame.right), height))
    return corners


def _marker(point: Point, frame: _Frame, index: int) -> str:
    height = frame.y(point.value) if point.value is not None else frame.bottom
    fill = PAPER if point.provisional else LINE
    return element("circle", cx=frame.x(index), cy=height, r=4, fill=fill, stroke=LINE, stroke_width=2)


def _axes(points: Sequence[Point], frame: _Frame, ticks: Sequence[tuple[Decimal, str]]) -> Iterator[str]:
    for tick, name in ticks:
        y = frame.y(tick)
        yield element("path", d=_path([(frame.left, y), (frame.right, y)]), stroke=_GRID, stroke_width=1)
        yield label(name, frame.left - 8, y + 4, text_anchor="end", fill=MUTED)
    gap = frame.x(1) - frame.x(0) if len(points) > 1 else frame.right
    needed = room(point.label for point in points) + CHARACTER
    every = max(1, int((needed / gap).to_integral_value(rounding=ROUND_CEILING)))
    # Counted from the end, so that the latest period is always named.
    for index in range(len(points) - 1, -1, -every):
        yield label(points[index].label, frame.x(index), frame.bottom + 22, text_anchor="middle", fill=MUTED)


def _legend(points: Sequence[Point]) -> Iterator[str]:
    x, y = Decimal(8), Decimal(14)
    entries = [("Result", LINE, "", LINE)]
    if any(point.target is not None for point in points):
        entries.append(("Target", MUTED, "6 4", ""))
    if any(point.provisional for point in points):
        entries.append(("Provisional", "", "", PAPER))
    for name, stroke, dashes, dot in entries:
        if stroke:
            line = {"stroke_dasharray": dashes} if dashes else {}
            yield element("path", d=_path([(x, y - 4), (x + 26, y - 4)]), stroke=stroke, stroke_width=2, **line)
        if dot:
            yield element("circle", cx=x + 13, cy=y - 4, r=4, fill=dot, stroke=LINE, stroke_width=2)
        yield label(name, x + 32, y, fill=INK)
        x += 32 + room([name]) + 16


def _last_value(points: Sequence[Point], frame: _Frame, unit: str) -> list[str]:
    """Return the latest value in words above or below its mark, whichever side the line does not come from.

    Where there is no line before it, on the side away from the target.
    """
    known = [(frame.x(index), point) for index, point in enumerate(points) if point.value is not None]
    if not known:
        return []
    at, last = known[-1]
    words = with_unit(last.value, unit) if last.value is not None else ""
    x = min(at, _WIDTH - room([words]) / 2 - 2)
    drawn = [(spot, frame.y(point.value)) for spot, point in known if point.value is not None]
    heights = [height for spot, height in drawn if spot > x - room([words]) / 2]
    target = frame.y(last.target) if last.target is not None else frame.bottom
    before = heights[:-1] or [height for _, height in drawn[-2:-1]] or [target]
    below = sum(before) / len(before) < heights[-1] and max(heights) + 22 < frame.bottom
    y = max(heights) + 22 if below else min(heights) - 12
    # A line that passes behind, such as the target's, is held off by a rim of paper.
    rim: dict[str, Decimal | int | str] = {"stroke": PAPER, "stroke_width": 5, "paint_order": "stroke"}
    return [label(words, x, y, text_anchor="middle", font_weight="bold", fill=INK, **rim)]


def _data(points: Sequence[Point], unit: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    targeted = any(point.target is not None for point in points)
    header = ("Period", "Result", "Target") if targeted else ("Period", "Result")
    rows = []
    for point in points:
        value = "no value" if point.value is None else with_unit(point.value, unit)
        target = target_words(point, unit) or "no target"
        said = f"{value} (provisional)" if point.provisional and point.value is not None else value
        rows.append((point.label, said, target) if targeted else (point.label, said))
    return header, tuple(rows)
