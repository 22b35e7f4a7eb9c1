"""Charts drawn as SVG from data, each with its finding in words and the table of its data."""

from planwright.charts.counts import Count, Square, bars, heat_map
from planwright.charts.drawing import Chart
from planwright.charts.lines import sparkline, trend
from planwright.charts.series import Point

__all__ = ["Chart", "Count", "Point", "Square", "bars", "heat_map", "sparkline", "trend"]
