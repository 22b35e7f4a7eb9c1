"""How the lines of a golden thread run: square, beside the boxes and never through one, each on a track of its own."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, count, groupby

from planwright.charts.threads_placing import Grid

GUTTER, TRACK = 16, 9
_WIDEST, _LEAST = 224, 132  # a box
PORT = 18  # between the ends of two lines on one box
_ASIDE = 6  # how far a line steps aside where another one ends right below
_RIM = 12  # of a box, where no line ends


@dataclass(frozen=True, slots=True)
class Net:
    """All lines of one look from a box to boxes below it; `upward` says whether they point to the upper box."""

    upper: str
    lower: tuple[str, ...]
    look: str
    suspect: bool
    upward: bool


@dataclass(frozen=True, slots=True)
class Across:
    """How the grid lies across the page: where each column begins, how wide a box is, and where each net ends.

    `tops` and `bottoms` are the places where a net meets the upper and the lower side of a box; `gutters` those at
    which it runs down between the columns, for nets that pass a row.
    """

    lefts: tuple[int, ...]
    box: int
    right: int
    tops: Mapping[tuple[str, Net], int]
    bottoms: Mapping[Net, int]
    gutters: Mapping[Net, int]


def across(grid: Grid, nets: Sequence[Net], left: int, right: int) -> Across:
    """Return how a grid lies between two edges; where it takes too many lines, it is wider."""
    tracks = _gutter_tracks(grid, nets)
    rooms = [
        GUTTER + TRACK * len({track for gutter, track in tracks.values() if gutter == g})
        for g in range(grid.columns + 1)
    ]
    box = max(_LEAST, min(_WIDEST, (right - left - sum(rooms)) // grid.columns))
    starts = [left + sum(rooms[:column]) + box * column for column in range(grid.columns + 1)]
    lefts = tuple(start + room for start, room in zip(starts[:-1], rooms[:-1], strict=True))
    gutters = {
        net: starts[gutter] + GUTTER // 2 + TRACK * track + TRACK // 2 for net, (gutter, track) in tracks.items()
    }
    tops = _tops(grid, nets, lefts, box, gutters)
    return Across(lefts, box, starts[-1] + rooms[-1], tops, _bottoms(grid, nets, lefts, box, tops), gutters)


def _passing(net: Net, spots: Mapping[str, tuple[int, int]]) -> list[str]:
    """Return the lower boxes of a net that do not stand in the row right below its upper one."""
    return [id_ for id_ in net.lower if spots[id_][0] > spots[net.upper][0] + 1]


def _gutter_tracks(grid: Grid, nets: Iterable[Net]) -> dict[Net, tuple[int, int]]:
    """Return the gutter, and the track in it, of each net that passes a row: the gutter nearest to all its ends."""
    spots = grid.spots
    spans: dict[int, list[tuple[int, int, Net]]] = {}
    for net in nets:
        if passing := _passing(net, spots):
            ends = [spots[id_][1] for id_ in (net.upper, *passing)]
            gutter = min(range(grid.columns + 1), key=lambda gutter: sum(abs(2 * gutter - 2 * end - 1) for end in ends))
            last = max(spots[id_][0] for id_ in passing) - 1
            spans.setdefault(gutter, []).append((spots[net.upper][0], last, net))
    return {net: (gutter, track) for gutter, found in spans.items() for net, track in _tracks(found, 0).items()}


def _tracks(spans: Iterable[tuple[int, int, Net]], apart: int) -> dict[Net, int]:
    """Return a track for each span, such that no two spans in one track touch."""
    ends: list[int] = []
    found: dict[Net, int] = {}
    for start, end, net in sorted(spans, key=lambda span: span[:2]):
        track = next((index for index, taken in enumerate(ends) if taken + apart < start), len(ends))
        ends[track : track + 1] = [end]
        found[net] = track
    return found


def _ports(middle: int, box: int, number: int) -> list[int]:
    """Return that many places around the middle of a box's side."""
    step = min(PORT, (box - 2 * _RIM) // max(1, number - 1))
    return [middle + step * place // 2 for place in range(1 - number, number, 2)]


def _tops(
    grid: Grid, nets: Iterable[Net], lefts: Sequence[int], box: int, gutters: Mapping[Net, int]
) -> dict[tuple[str, Net], int]:
    """Return where each net meets the upper side of a lower box, in the order from which they come."""
    spots = grid.spots
    coming: dict[str, list[tuple[int, Net]]] = {}
    for net in nets:
        row, column = spots[net.upper]
        for id_ in net.lower:
            start = lefts[column] + box // 2 if spots[id_][0] == row + 1 else gutters[net]
            coming.setdefault(id_, []).append((start, net))
    found: dict[tuple[str, Net], int] = {}
    for id_, starts in coming.items():
        places = _ports(lefts[spots[id_][1]] + box // 2, box, len(starts))
        for place, (_, net) in zip(places, sorted(starts, key=lambda start: start[0]), strict=True):
            found[id_, net] = place
    return found


def _bottoms(
    grid: Grid, nets: Iterable[Net], lefts: Sequence[int], box: int, tops: Mapping[tuple[str, Net], int]
) -> dict[Net, int]:
    """Return where each net leaves its upper box: straight above its lower one, or clear of other nets' ends there."""
    spots = grid.spots
    ids = {spot: id_ for id_, spot in spots.items()}
    ends: dict[str, dict[int, Net]] = {}
    for (id_, net), place in tops.items():
        ends.setdefault(id_, {})[place] = net
    found: dict[Net, int] = {}
    by_upper = sorted(nets, key=lambda net: spots[net.upper])
    for upper, group in groupby(by_upper, key=lambda net: net.upper):
        row, column = spots[upper]
        below = ends.get(ids.get((row + 1, column), ""), {})
        leaving = sorted(group, key=lambda net: Fraction(sum(tops[id_, net] for id_ in net.lower), len(net.lower)))
        places = _ports(lefts[column] + box // 2, box, len(leaving))
        if len(leaving) == 1:
            places = [place for place, net in below.items() if net == leaving[0]] or places
        taken = set(below)
        for place, net in zip(places, leaving, strict=True):
            found[net] = place if below.get(place) == net else _clear(place, taken)
            taken.add(found[net])
    return found


def _clear(place: int, taken: Collection[int]) -> int:
    """Return the place nearest to one, a little aside where it is taken."""
    aside = (place + side * far for far in count(_ASIDE, 3) for side in (1, -1))
    return next(one for one in chain([place], aside) if one not in taken)


def channels(grid: Grid, nets: Sequence[Net], lie: Across) -> list[dict[Net, int]]:
    """Return, for the room below each row, the track on which each net runs across there, if it does."""
    spots = grid.spots
    spans: list[list[tuple[int, int, Net]]] = [[] for _ in grid.rows]
    for net in nets:
        for row in rows_of(net, spots):
            places = places_in(row, net, lie, spots)
            if len(set(places)) > 1:
                spans[row].append((min(places), max(places), net))
    return [_tracks(found, TRACK) for found in spans]


def rows_of(net: Net, spots: Mapping[str, tuple[int, int]]) -> list[int]:
    """Return the rows below which a net begins or leads to a box, from the top."""
    return sorted({spots[net.upper][0], *(spots[id_][0] - 1 for id_ in net.lower)})


def places_in(row: int, net: Net, lie: Across, spots: Mapping[str, tuple[int, int]]) -> list[int]:
    """Return where a net enters and leaves the room below one of its rows: from its box, by its gutter, to boxes."""
    begins = [lie.bottoms[net]] if spots[net.upper][0] == row else []
    passes = [lie.gutters[net]] if net in lie.gutters else []
    return begins + passes + [lie.tops[id_, net] for id_ in net.lower if spots[id_][0] == row + 1]
