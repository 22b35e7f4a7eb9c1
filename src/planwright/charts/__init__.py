"""Charts drawn as SVG from data, each with its finding in words and the table of its data."""

from planwright.charts.counts import Count, Square, bars, heat_map
from planwright.charts.drawing import Chart
from planwright.charts.lines import sparkline, trend
from planwright.charts.positions import Standing, position
from planwright.charts.series import Band, Comparison, Forecast, Point
from planwright.charts.stacks import Group, stacked

__all__ = [
    "Band",
    "Chart",
    "Comparison",
    "Count",
    "Forecast",
    "Group",
    "Point",
    "Square",
    "Standing",
    "bars",
    "heat_map",
    "position",
    "sparkline",
    "stacked",
    "trend",
]
