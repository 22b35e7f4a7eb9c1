"""The latest value and the forecast in words beside their marks, clear of the line and of each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from planwright.charts.axes import Frame
from planwright.charts.drawing import Attribute, label, room
from planwright.charts.series import Forecast, Series
from planwright.palette import INK, PAPER

_ABOVE, _BELOW = Decimal(-12), Decimal(22)
_HIGH = 18  # how much height a line of words takes


@dataclass(frozen=True, slots=True)
class _Words:
    """Words around a middle, on a base line."""

    text: str
    x: Decimal
    y: Decimal

    @property
    def half(self) -> Decimal:
        return room([self.text]) / 2

    def meets(self, other: "_Words") -> bool:
        """Whether the words run into others."""
        return abs(self.x - other.x) < self.half + other.half and abs(self.y - other.y) < _HIGH

    def drawn(self) -> str:
        """Return the words in bold; a line that passes behind, such as the target's, is held off by a rim of paper."""
        rim: dict[str, Attribute] = {"stroke": PAPER, "stroke_width": 5, "paint_order": "stroke"}
        return label(self.text, self.x, self.y, text_anchor="middle", font_weight="bold", fill=INK, **rim)


def values(series: Series, frame: Frame, most: Decimal) -> Iterator[str]:
    """Yield the words of the latest value and of the forecast; `most` is how far right they may reach."""
    if not series.known:
        return
    latest = _latest(series, frame, most)
    yield latest.drawn()
    if series.forecast:
        yield _forecast(series, series.forecast, frame, most, latest).drawn()


def _latest(series: Series, frame: Frame, most: Decimal) -> _Words:
    """Return the latest value above or below its mark, whichever side the line does not come from.

    Where there is no line before it, on the side away from the target.
    """
    *_, last = series.known
    text = series.said(last.value)
    half = room([text]) / 2
    x = min(frame.x(last.index), most - half - 2)
    drawn = [(frame.x(known.index), frame.y(known.value)) for known in series.known]
    heights = [height for spot, height in drawn if spot > x - half]
    target = frame.y(last.point.target) if last.point.target is not None else frame.bottom
    before = heights[:-1] or [height for _, height in drawn[-2:-1]] or [target]
    below = sum(before) / len(before) < heights[-1] and max(heights) + _BELOW < frame.bottom
    return _Words(text, x, max(heights) + _BELOW if below else min(heights) + _ABOVE)


def _forecast(series: Series, forecast: Forecast, frame: Frame, most: Decimal, latest: _Words) -> _Words:
    """Return a forecast on the side of its mark away from the latest result, or else where there is room."""
    text, height = series.said(forecast.value), frame.y(forecast.value)
    x = min(frame.x(frame.count - 1), most - room([text]) / 2 - 2)
    above, below = _Words(text, x, height + _ABOVE), _Words(text, x, height + _BELOW)
    first, other = (above, below) if forecast.value >= series.known[-1].value else (below, above)
    return other if first.meets(latest) or first.y > frame.bottom else first
