"""Charts drawn as SVG from data, each with its finding in words and the table of its data."""

from planwright.charts.counts import Count, Square, bars, heat_map
from planwright.charts.drawing import Chart
from planwright.charts.lines import Point, sparkline, trend

__all__ = ["Chart", "Count", "Point", "Square", "bars", "heat_map", "sparkline", "trend"]
