"""One indicator among other councils: a row each, best first, our own marked, with the average and the quarters."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType
from typing import Literal

from planwright.charts.axes import GRID, scale_of
from planwright.charts.drawing import Attribute, Chart, element, label, line, picture, room, wrapped
from planwright.charts.findings import ordinal
from planwright.charts.legend import Entry, legend
from planwright.charts.marks import diamond
from planwright.palette import INK, LINE, MUTED, PAPER
from planwright.quantity import with_unit

_WIDTH = Decimal(390)
_NAMES = Decimal(170)
_LINE = Decimal(18)
_QUARTERS = {1: "Best quarter", 2: "Second quarter", 3: "Third quarter", 4: "Last quarter"}


_AVERAGE: Mapping[str, Attribute] = MappingProxyType({"stroke": INK, "stroke_width": "1.5", "stroke_dasharray": "6 4"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What one council reached; `ours` marks our own. `quarter` is 1 for the best to 4, None where it is not cut."""

    name: str
    value: Decimal
    ours: bool = False
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class _Plot:
    """Turns values into places from left to right."""

    left: Decimal
    right: Decimal
    low: Decimal
    high: Decimal

    def x(self, value: Decimal) -> Decimal:
        return self.left + (self.right - self.left) * (value - self.low) / (self.high - self.low)


def position(
    standings: Sequence[Standing],
    unit: str = "",
    *,
    better: Literal["higher", "lower"] = "higher",
    average: Decimal | None = None,
    noun: str = "councils",
) -> Chart:
    """Return a row for each council, the best first, with a mark at its value; equal values share a place.

    `average` is drawn as a line as it is given, rounded as it shall be read; `noun` is the plural of who is compared.
    """
    ordered = sorted(standings, key=lambda one: (-one.value if better == "higher" else one.value, one.name))
    values = [one.value for one in ordered]
    held = scale_of([*values, *([] if average is None else [average])])
    printed = room(with_unit(value, unit) for value in values)
    column = min(_NAMES, room(one.name for one in ordered) + 6)
    plot = _Plot(column + 12, _WIDTH - printed - 18, held.low, held.high)
    key, top = legend(list(_entries(ordered, average, unit)), _WIDTH)
    parts, start = list(key), top
    for quarter, members in groupby(ordered, key=lambda one: one.quarter):
        if quarter is not None:
            parts.append(line([(Decimal(0), top + 4), (_WIDTH, top + 4)], stroke=MUTED, stroke_width=1))
            parts.append(label(_QUARTERS[quarter], Decimal(0), top + 20, fill=MUTED, font_style="italic"))
            top += 24
        for one in members:
            drawn, height = _row(one, plot, column, top, with_unit(one.value, unit))
            parts += drawn
            top += height
    if average is not None:
        at = plot.x(average)
        parts.append(line([(at, start + 4), (at, top)], **_AVERAGE))
    alt = _finding(ordered, unit, better, average, noun)
    return Chart(picture(_WIDTH, top + 6, alt, parts), alt, *_data(ordered, unit, average))


def _entries(ordered: Sequence[Standing], average: Decimal | None, unit: str) -> Iterator[Entry]:
    if any(one.ours for one in ordered):
        yield Entry("Our own", lambda x, y: diamond(x + 7, y, LINE), Decimal(14))
    if any(not one.ours for one in ordered):
        yield Entry("Others", lambda x, y: _other(x + 5, y), Decimal(10))
    if average is not None:
        words = f"Average, {with_unit(average, unit)}"
        yield Entry(words, lambda x, y: line([(x, y), (x + 26, y)], **_AVERAGE))


def _row(one: Standing, plot: _Plot, column: Decimal, top: Decimal, value: str) -> tuple[list[str], Decimal]:
    """Return what a council's row draws and how high it is, by how many lines its name takes."""
    names = wrapped(one.name, column)
    height = _LINE * len(names) + 8
    weight = "bold" if one.ours else "normal"
    middle = top + height / 2
    parts = [line([(plot.left, middle), (plot.right, middle)], stroke=GRID, stroke_width=1)]
    for index, words in enumerate(names):
        parts.append(label(words, Decimal(0), top + 18 + _LINE * index, font_weight=weight, fill=INK))
    at = plot.x(one.value)
    parts.append(diamond(at, middle, LINE) if one.ours else _other(at, middle))
    parts.append(label(value, _WIDTH, middle + 5, text_anchor="end", font_weight=weight, fill=INK))
    return parts, height


def _other(x: Decimal, y: Decimal) -> str:
    return element("circle", cx=x, cy=y, r=4, fill=PAPER, stroke=MUTED, stroke_width=2)


def _place(ordered: Sequence[Standing], one: Standing) -> tuple[int, bool]:
    """Return a council's place, and whether it shares it."""
    values = [other.value for other in ordered]
    return values.index(one.value) + 1, values.count(one.value) > 1


def _finding(ordered: Sequence[Standing], unit: str, better: str, average: Decimal | None, noun: str) -> str:
    ours = next((one for one in ordered if one.ours), None)
    mean = "" if average is None else f"; the average is {with_unit(average, unit)}"
    if ours is None:
        return f"No result of our own among {len(ordered)} {noun}{mean}."
    place, shared = _place(ordered, ours)
    where = f"{'joint ' if shared else ''}{ordinal(place)} of {len(ordered)} {noun}"
    quarter = f", in the {_QUARTERS[ours.quarter].lower()}" if ours.quarter else ""
    return f"{ours.name}, {with_unit(ours.value, unit)}: {where}, {better} being better{quarter}{mean}."


def _data(
    ordered: Sequence[Standing], unit: str, average: Decimal | None
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return place, result and quarter of everybody; a shared place is marked `4=`."""
    cut = any(one.quarter for one in ordered)
    rows = []
    for one in ordered:
        place, shared = _place(ordered, one)
        quarter = (_QUARTERS[one.quarter] if one.quarter else "none",) if cut else ()
        rows.append((one.name, f"{place}=" if shared else str(place), with_unit(one.value, unit), *quarter))
    if average is not None:
        rows.append(("Average", "", with_unit(average, unit), *(("",) if cut else ())))
    return ("Name", "Place", "Result", *(("Quarter",) if cut else ())), tuple(rows)
