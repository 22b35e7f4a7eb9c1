"""The golden thread as a picture: layers as bands, items as boxes, and a line of its own kind for each kind of link."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planwright.charts.drawing import Chart, picture
from planwright.charts.legend import legend
from planwright.charts.threads_looks import LOOKS, SUSPECT, Node, Tie, entries
from planwright.charts.threads_placing import Grid, place
from planwright.charts.threads_routing import Net, across
from planwright.charts.threads_sheet import LEFT, Sheet
from planwright.wording import listed, number_of

_WIDTH = 1000  # what a page of landscape paper, and a screen, show without making it smaller


@dataclass(frozen=True, slots=True)
class Words:
    """How a picture is spoken of: what it shows, what a box and a line are called, and the heads of its data."""

    subject: str
    box: str = "item"
    line: str = "link"
    header: tuple[str, str, str, str] = ("Item", "What it serves", "How", "So that")


def thread(nodes: Sequence[Node], ties: Sequence[Tie], layers: Sequence[str], words: Words) -> Chart:
    """Return the picture of what serves what; `layers` names the bands of all nodes, the highest first.

    Ties between nodes that are not there, or of a node with itself, are left out.
    """
    known = {node.id: node for node in nodes if node.layer in layers}
    drawn = [tie for tie in ties if tie.child in known and tie.parent in known and tie.child != tie.parent]
    by_layer = [(layer, [node.id for node in known.values() if node.layer == layer]) for layer in layers]
    grid = place(by_layer, [(tie.child, tie.parent) for tie in drawn])
    nets = _nets(grid, drawn)
    key, head = legend(list(entries(list(known.values()), drawn)), Decimal(_WIDTH))
    lie = across(grid, nets, LEFT, _WIDTH)
    sheet = Sheet(grid, nets, lie, known, int(head))
    alt = _finding(known, drawn, layers, words)
    svg = picture(Decimal(max(lie.right, _WIDTH)), Decimal(sheet.foot), alt, [*key, *sheet.parts()])
    return Chart(svg, alt, words.header, tuple(_data(known, drawn, grid)), wide=True, folds=tuple(sheet.folds()))


def _nets(grid: Grid, ties: Iterable[Tie]) -> list[Net]:
    """Return the lines of each look from each box, in the order of the grid; each line once."""
    spots = grid.spots
    found: dict[tuple[str, str, bool, bool], dict[str, None]] = {}
    for tie in ties:
        upward = spots[tie.parent][0] < spots[tie.child][0]
        upper, lower = (tie.parent, tie.child) if upward else (tie.child, tie.parent)
        found.setdefault((upper, tie.type, tie.suspect, upward), {})[lower] = None
    nets = (Net(upper, tuple(lower), look, suspect, upward) for (upper, look, suspect, upward), lower in found.items())
    return sorted(nets, key=lambda net: (spots[net.upper], spots[net.lower[0]], net.look, net.suspect, net.upward))


def _finding(nodes: Mapping[str, Node], ties: Sequence[Tie], layers: Sequence[str], words: Words) -> str:
    """Return how many items each layer has, how they are linked, and what is amiss, in sentences."""
    bands = {layer: sum(node.layer == layer for node in nodes.values()) for layer in layers}
    items = ", ".join(f"{layer.lower()} {number}" for layer, number in bands.items() if number)
    types = {type_: sum(tie.type == type_ for tie in ties) for type_ in LOOKS}
    links = ", ".join(f"{LOOKS[type_].words.lower()} {number}" for type_, number in types.items() if number)
    said = [f"{words.subject}: {number_of(len(nodes), words.box)}" + (f", by layer {items}" if items else "")]
    said.append(f"{number_of(len(ties), words.line)}" + (f": {links}" if links else ""))
    if suspect := sum(tie.suspect for tie in ties):
        said.append(f"{number_of(suspect, words.line)} to be confirmed again")
    notes: dict[str, list[str]] = {}
    for node in nodes.values():
        if node.note:
            notes.setdefault(node.note, []).append(node.id)
    said += [f"{note}: {listed(ids)}" for note, ids in notes.items()]
    return ". ".join(said) + "."


def _data(nodes: Mapping[str, Node], ties: Sequence[Tie], grid: Grid) -> Iterator[tuple[str, ...]]:
    """Yield a row for each tie, in the order of the picture, and one for each item that has none."""
    by_child: dict[str, list[Tie]] = {}
    for tie in ties:
        by_child.setdefault(tie.child, []).append(tie)
    tied = {end for tie in ties for end in (tie.child, tie.parent)}
    for id_ in grid.spots:
        node = nodes[id_]
        name = f"{node.name}. {node.note}" if node.note else node.name
        for tie in by_child.get(id_, ()):
            how = LOOKS[tie.type].words + (f". {SUSPECT}" if tie.suspect else "")
            yield name, nodes[tie.parent].name, how, tie.said or "–"
        if id_ not in tied or (node.note and id_ not in by_child):
            yield name, "–", "–", "–"
