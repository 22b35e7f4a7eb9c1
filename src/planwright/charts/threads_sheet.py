"""The golden thread drawn: bands, lines, boxes and marks at the places that placing and routing gave them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from planwright.charts.drawing import Attribute, element, label, wrapped
from planwright.charts.threads_looks import BADGE, LOOKS, NOTED, Node, badge
from planwright.charts.threads_placing import Grid
from planwright.charts.threads_routing import TRACK, Across, Net, channels, places_in, rows_of
from planwright.palette import INK, MUTED, PAPER

LEFT = 96  # room for the names of layers
_LETTERS, _BASE, _RIM = 17, 13, 7
_PAD = 8  # of a band around its boxes
_ABOVE, _BELOW = 16, 10  # between boxes and the lines that run across
_CUT = 12  # below a box, clear of an arrow head
_TALLEST = 1150  # what a sheet of upright paper holds if words are not to become too small
_WASH = "#f3f6f6"


class Sheet:
    """All that is drawn, from `top` down to `foot`."""

    def __init__(self, grid: Grid, nets: Sequence[Net], lie: Across, nodes: Mapping[str, Node], top: int) -> None:
        self._grid, self._nets, self._lie, self._nodes = grid, nets, lie, nodes
        self._spots = grid.spots
        self._tracks = channels(grid, nets, lie)
        self._said = {id_: self._lines(nodes[id_]) for id_ in self._spots}
        self._marked = {self._spots[id_][0] for net in nets if net.suspect for id_ in net.lower}
        self._feet: list[int] = []
        self._tops: list[int] = []
        y = top + _PAD
        for index, row in enumerate(grid.rows):
            self._tops.append(y)
            self._feet.append(y + max(self._high(id_) for _, id_ in row.boxes))
            last = index + 1 == len(grid.rows) or grid.rows[index + 1].layer != row.layer
            y = self._feet[-1] + self._room(index) + (2 * _PAD if last else 0)
        self.foot = self._feet[-1] + _PAD if self._feet else top

    def folds(self) -> Iterator[int]:
        """Yield the heights at which the picture is cut into sheets of paper: between bands, or else between rows."""
        start = 0
        rows = self._grid.rows
        while self.foot - start > _TALLEST:
            below = {row: foot + _CUT for row, foot in enumerate(self._feet[:-1]) if foot + _CUT > start}
            if not below:
                return
            fitting = {row: cut for row, cut in below.items() if cut - start <= _TALLEST}
            ends = [cut for row, cut in fitting.items() if rows[row].layer != rows[row + 1].layer]
            start = max(ends or fitting.values(), default=min(below.values()))
            yield start

    def _lines(self, node: Node) -> tuple[list[str], list[str], list[str]]:
        """Return what a box says: its id and sort, its title, and what is amiss with it."""
        width = Decimal(self._lie.box - 2 * _RIM)
        note = wrapped(f"▲ {node.note}", width) if node.note else []
        return wrapped(node.head, width) if node.head else [], wrapped(node.title, width), note

    def _high(self, id_: str) -> int:
        return sum(map(len, self._said[id_])) * _LETTERS + 2 * _RIM

    def _room(self, row: int) -> int:
        """Return how much room there is below a row for the lines that run across."""
        marks = 2 * BADGE if row + 1 in self._marked else 0
        return _ABOVE + _BELOW + TRACK * max(self._tracks[row].values(), default=0) + marks

    def _ends(self, net: Net, row: int) -> list[str]:
        return [id_ for id_ in net.lower if self._spots[id_][0] == row]

    def _top(self, id_: str) -> int:
        return self._tops[self._spots[id_][0]]

    def _foot(self, id_: str) -> int:
        return self._top(id_) + self._high(id_)

    def parts(self) -> Iterator[str]:
        """Yield everything, from the back to the front."""
        yield from self._bands()
        for net in self._nets:
            yield element("path", d=" ".join(self._path(net)), fill="none", **LOOKS[net.look].line)
        for net in self._nets:
            yield from self._heads(net)
        for id_ in self._spots:
            yield from self._box(id_)
        for net in self._nets:
            yield from (self._mark(net, id_) for id_ in net.lower if net.suspect)

    def _bands(self) -> Iterator[str]:
        for layer, group in groupby(range(len(self._tops)), key=lambda index: self._grid.rows[index].layer):
            rows = list(group)
            top, foot = self._tops[rows[0]] - _PAD, self._feet[rows[-1]] + _PAD
            yield element("rect", x=0, y=top, width=self._lie.right, height=foot - top, rx=4, fill=_WASH)
            for index, words in enumerate(wrapped(layer, Decimal(LEFT - _RIM))):
                y = Decimal(top + _PAD + _RIM + _BASE + _LETTERS * index)
                yield label(words, Decimal(_RIM), y, font_weight="bold", fill=MUTED)

    def _box(self, id_: str) -> Iterator[str]:
        left, top = self._lie.lefts[self._spots[id_][1]], self._top(id_)
        look: Mapping[str, Attribute] = NOTED if self._nodes[id_].note else {"fill": PAPER, "stroke": MUTED}
        yield element("rect", x=left, y=top, width=self._lie.box, height=self._high(id_), rx=4, **look)
        y = top + _RIM + _BASE
        for lines, weight in zip(self._said[id_], ("bold", "normal", "bold"), strict=True):
            for words in lines:
                yield label(words, Decimal(left + _RIM), Decimal(y), font_weight=weight, fill=INK)
                y += _LETTERS

    def _path(self, net: Net) -> Iterator[str]:
        """Yield the strokes of a net: down from its box, across, down a gutter, and down to each lower box."""
        begins = self._spots[net.upper][0]
        heights: list[int] = []
        for row in rows_of(net, self._spots):
            places = places_in(row, net, self._lie, self._spots)
            y = self._feet[row] + _ABOVE + TRACK * self._tracks[row].get(net, 0)
            heights.append(y)
            if row == begins:
                yield f"M{self._lie.bottoms[net]},{self._foot(net.upper)} V{y}"
            if net in self._tracks[row]:
                yield f"M{min(places)},{y} H{max(places)}"
            for id_ in self._ends(net, row + 1):
                yield f"M{self._lie.tops[id_, net]},{y} V{self._top(id_)}"
        if net in self._lie.gutters:
            yield f"M{self._lie.gutters[net]},{heights[0]} V{heights[-1]}"

    def _heads(self, net: Net) -> Iterator[str]:
        """Yield the arrow heads, which stand at what is served."""
        look = LOOKS[net.look]
        colour = look.line["stroke"]
        if not look.arrow:
            return
        if net.upward:
            yield _arrow(self._lie.bottoms[net], self._foot(net.upper), 9, colour)
        else:
            yield from (_arrow(self._lie.tops[id_, net], self._top(id_), -9, colour) for id_ in net.lower)

    def _mark(self, net: Net, id_: str) -> str:
        return badge(Decimal(self._lie.tops[id_, net]), Decimal(self._top(id_) - BADGE - 3))


def _arrow(x: int, y: int, length: int, colour: Attribute) -> str:
    return element("path", d=f"M{x},{y} l-5,{length} h10 Z", fill=colour)
