"""Where the boxes of a golden thread stand: bands of rows, one grid of columns, as few crossings as may be."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

_MOST = 5  # boxes beside each other that a landscape page can hold
_SWEEPS = 4

Pair = tuple[str, str]
_Neighbours = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of boxes: the layer it belongs to, and the id in each column that is taken."""

    layer: str
    boxes: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows, the highest first; `spots` gives the row and the column of each id."""

    rows: tuple[Row, ...]
    columns: int

    @property
    def spots(self) -> dict[str, tuple[int, int]]:
        """The row and the column in which each box stands."""
        return {id_: (index, column) for index, row in enumerate(self.rows) for column, id_ in row.boxes}


def place(layers: Sequence[tuple[str, Sequence[str]]], pairs: Sequence[Pair]) -> Grid:
    """Return the grid for the ids of each layer, the highest layer first; a pair is a child and its parent.

    Within a layer a parent stands above its children, unless their links lead in a circle.
    """
    levels = [(layer, level) for layer, ids in layers for level in _levels(ids, pairs)]
    beside = _beside(pairs)
    orders = _ordered([level for _, level in levels], beside)
    stacks = [_stacks(order, _MOST) for order in orders]
    columns = max(map(len, stacks), default=1)
    taken = _columns(stacks, beside, columns)
    rows = (
        Row(layer, tuple((column, stack[depth]) for column, stack in zip(at, level, strict=True) if depth < len(stack)))
        for (layer, _), level, at in zip(levels, stacks, taken, strict=True)
        for depth in range(len(level[0]))
    )
    return Grid(tuple(rows), columns)


def _levels(ids: Sequence[str], pairs: Sequence[Pair]) -> Iterator[list[str]]:
    """Yield the ids of a layer by how many others of the layer stand above them; a circle is cut at its first."""
    left = dict.fromkeys(ids)
    parents: dict[str, set[str]] = {id_: set() for id_ in ids}
    for child, parent in pairs:
        if child in left and parent in left:
            parents[child].add(parent)
    while left:
        level = [id_ for id_ in left if parents[id_].isdisjoint(left)] or [next(iter(left))]
        yield level
        for id_ in level:
            del left[id_]


def _beside(pairs: Sequence[Pair]) -> dict[str, list[str]]:
    """Return what each id is joined with."""
    found: dict[str, list[str]] = {}
    for child, parent in pairs:
        found.setdefault(child, []).append(parent)
        found.setdefault(parent, []).append(child)
    return found


def _ordered(levels: Sequence[Sequence[str]], beside: _Neighbours) -> list[list[str]]:
    """Return each level from left to right by the mean place of what its items are joined with, above and below."""
    orders = [list(level) for level in levels]
    at = {id_: place for level in orders for id_, place in _spread(level)}
    depth = {id_: index for index, level in enumerate(orders) for id_ in level}
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for index in range(len(orders)) if down else reversed(range(len(orders))):
            wanted = {
                id_: _mean([at[other] for other in beside.get(id_, ()) if (depth[other] < index) is down], at[id_])
                for id_ in orders[index]
            }
            orders[index].sort(key=wanted.__getitem__)
            at.update(_spread(orders[index]))
    return orders


def _spread(level: Sequence[str]) -> Iterator[tuple[str, Fraction]]:
    return ((id_, Fraction(2 * index + 1, 2 * len(level))) for index, id_ in enumerate(level))


def _mean(places: Collection[Fraction], otherwise: Fraction) -> Fraction:
    return sum(places, Fraction(0)) / len(places) if places else otherwise


def _stacks(order: Sequence[str], columns: int) -> list[list[str]]:
    """Return a level in stacks, one a column, so that neighbours stay neighbours where it takes several rows."""
    high = -(-len(order) // columns)
    return [list(order[start : start + high]) for start in range(0, len(order), high)]


def _columns(levels: Sequence[Sequence[Sequence[str]]], beside: _Neighbours, columns: int) -> list[tuple[int, ...]]:
    """Return the columns of each level's stacks, as near as may be to what they are joined with."""
    taken = [tuple(range(len(level))) for level in levels]
    at: dict[str, Fraction] = {}
    for downward in (True, False, True):
        for index in range(len(levels)) if downward else reversed(range(len(levels))):
            level = levels[index]
            middles = [
                (Fraction(2 * place + 1, 2 * len(level)) * columns) - Fraction(1, 2) for place in range(len(level))
            ]
            wanted = [
                _mean([at[other] for id_ in stack for other in beside.get(id_, ()) if other in at], middle)
                for stack, middle in zip(level, middles, strict=True)
            ]
            taken[index] = _nearest(wanted, columns)
            at.update(
                (id_, Fraction(column)) for column, stack in zip(taken[index], level, strict=True) for id_ in stack
            )
    return taken


def _nearest(wanted: Sequence[Fraction], columns: int) -> tuple[int, ...]:
    """Return that many columns from left to right, as near as may be to those wanted, and then to the middle."""
    middle = Fraction(columns - 1, 2)

    def cost(chosen: tuple[int, ...]) -> tuple[Fraction, Fraction]:
        far = sum((abs(want - column) for want, column in zip(wanted, chosen, strict=True)), Fraction(0))
        return far, sum((abs(middle - column) for column in chosen), Fraction(0))

    return min(combinations(range(columns), len(wanted)), key=cost)
