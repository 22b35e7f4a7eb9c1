"""Lines over time: a sparkline for a table cell, and a trend with axes, target, limits and marked points."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from planwright.charts.axes import Frame, axes, scale
from planwright.charts.drawing import Chart, picture, room
from planwright.charts.findings import finding
from planwright.charts.legend import entries_of, legend
from planwright.charts.marks import (
    bands,
    expected,
    limits,
    marks,
    other_lines,
    result_lines,
    target_lines,
)
from planwright.charts.series import Comparison, Forecast, Point, Series, Variation
from planwright.charts.values import values
from planwright.quantity import is_word

_WIDTH = Decimal(390)
_PLOT, _BOTTOM = Decimal(168), Decimal(34)


def sparkline(points: Sequence[Point], unit: str = "", interval: str = "quarters", *, running: bool = False) -> Chart:
    """Return a small line without axes: dashed target, the latest value marked, gaps where values are missing."""
    series = Series(points, unit, interval, running)
    held = scale(series)
    width, height = Decimal(132), Decimal(36)
    frame = Frame(Decimal(6), width - 6, Decimal(6), height - 6, held.low, held.high, len(points))
    parts = [*target_lines(points, frame), *result_lines(points, frame), *list(marks(series, frame))[-1:]]
    alt = finding(series)
    return Chart(picture(width, height, alt, parts), alt, *_data(series))


def trend(
    points: Sequence[Point],
    unit: str = "",
    interval: str = "quarters",
    *,
    running: bool = False,
    process: Variation | None = None,
    forecast: Forecast | None = None,
    comparison: Comparison | None = None,
) -> Chart:
    """Return a line with axes: values marked, provisional ones hollow, dashed target, gaps where values are missing.

    `interval` is the plural word for what one point stands for, used in the alt text; `running` says that values are
    totals since the beginning of their year, so that only the same period of two years can be compared. `process` adds
    the mean and the natural process limits of the values.
    """
    series = Series(points, unit, interval, running, process, forecast, comparison)
    key, top = legend(list(entries_of(series)), _WIDTH)
    frame, names = _frame(series, top + 14)
    parts = [*bands(points, frame), *axes(points, frame, names), *key]
    parts += limits(process, frame) if process else ()
    parts += target_lines(points, frame)
    parts += other_lines(comparison.values, frame) if comparison else ()
    parts += result_lines(points, frame)
    if forecast and series.known:
        parts += expected(forecast, series.known[-1], frame)
    parts += [*marks(series, frame), *values(series, frame, _WIDTH)]
    alt = finding(series)
    return Chart(picture(_WIDTH, frame.bottom + _BOTTOM, alt, parts), alt, *_data(series))


def _frame(series: Series, top: Decimal) -> tuple[Frame, list[tuple[Decimal, str]]]:
    """Return where the plot stands, with the values that have a line across and their names."""
    held, points = scale(series), series.points
    low = held.low
    lowest = min((known.value for known in series.known), default=held.high)
    if lowest - low < held.step and low != 0 and not series.answers:
        low -= held.step  # room for the latest value's words below its mark
    ticks = [low, *(tick for tick in held.ticks if tick != low)]
    names = [(tick, series.said(tick)) for tick in ticks]
    edge = room(point.label for point in points) / 2 + 2
    left, right = max(room(name for _, name in names) + 10, edge), _WIDTH - max(edge, Decimal(24))
    count = len(points) + (series.forecast.ahead if series.forecast else 0)
    return Frame(left, right, top, top + _PLOT, low, held.high, count), names


def _data(series: Series) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the header and rows of all that is drawn; a column only for what some point has.

    A unit that is a word stands in the header, once for a whole column.
    """
    unit = f" ({series.unit})" if is_word(series.unit) else ""
    told = replace(series, unit="") if unit else series
    columns = [(f"{name}{unit}", cells) for name, cells in _figures(told)]
    points, process, forecast = series.points, series.process, series.forecast
    if process:
        columns.append(("Special cause", [series.special(index) or "–" for index in range(len(points))]))
    rows = [(point.label, *(cells[index] for _, cells in columns)) for index, point in enumerate(points)]
    below = [(f"{forecast.label} forecast", told.said(forecast.value))] if forecast else []
    if process:
        lines = (("Mean", process.mean), ("Upper limit", process.upper), ("Lower limit", process.lower))
        below += [(name, told.derived(value)) for name, value in lines]
    blank = [""] * (len(columns) - 1)
    return ("Period", *(name for name, _ in columns)), (*rows, *((name, value, *blank) for name, value in below))


def _figures(series: Series) -> Iterator[tuple[str, list[str]]]:
    """Yield the columns of figures, each with a cell for every point."""
    points = series.points
    yield "Result", [_result(series, point) for point in points]
    if any(point.target is not None for point in points):
        yield "Target", [series.target_words(point) or "no target" for point in points]
    if any(point.edges for point in points):
        yield "Within tolerance", [series.band_words(point) or "none" for point in points]
    if series.comparison:
        theirs = series.comparison.values
        yield series.comparison.name, ["no value" if one is None else series.said(one) for one in theirs]


def _result(series: Series, point: Point) -> str:
    if point.value is None:
        return "no value"
    return f"{series.said(point.value)} (provisional)" if point.provisional else series.said(point.value)
