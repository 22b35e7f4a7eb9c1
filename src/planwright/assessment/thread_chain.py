"""The "so that" story of an item: step by step up the golden thread, and whether it reaches the community's plan."""

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from planwright.workspace import Subject

from .thread import LAYERS
from .thread_tree import BELONGS_TO, CARRIES_OUT, Edge, Tree

_WEAKER = {CARRIES_OUT: 0, "direct": 0, "contributes": 1, BELONGS_TO: 1, "indirect": 2, "supports": 3}
"""How much less a type of link carries a story than the best; of equal stories the stronger is told."""
_TOP = ("national", "community")
_ENDS = ("objective", "aim")  # a priority says only what comes first


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One step of the story: an item, and the tie by which it leads on; None where the story ends."""

    subject: Subject
    edge: Edge | None

    @property
    def so_that(self) -> str:
        """What follows from the step: the reason written on its link, else the title of what it serves."""
        return (self.edge.so_that or self.edge.parent.title) if self.edge else ""

    @property
    def told(self) -> bool:
        """Whether the reason for the step is written, or none is needed."""
        return self.edge is None or self.edge.reasoned


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """The story from an item upward; `layer` is where it ends, `goal` the layer it should end in, or one above it.

    `planned` says whether there is anything in those layers that a story could end in.
    """

    steps: tuple[Step, ...]
    layer: str
    goal: str
    reaches: bool
    planned: bool


def chain(tree: Tree, subject: Subject) -> Chain:
    """Return the story of an item, of those that reach the community's plan (or the country's) if any does.

    Of several the one with the fewest unwritten reasons is told, then the one with the strongest links, then the
    shortest; where none reaches it, the one that gets highest. Where the council uses no community layer, its own
    highest layer is the goal.
    """
    goals = _goals(tree)
    best: dict[str, Edge | None] = {}
    ties = count()
    waiting: list[tuple[tuple[int, int, int], int, Subject, Edge | None]] = [((0, 0, 0), next(ties), subject, None)]
    last, highest = subject, (len(LAYERS), 0)
    while waiting:
        cost, _, one, came_by = heappop(waiting)
        if one.id in best:
            continue
        best[one.id] = came_by
        if tree.layer(one) in goals and one.thing in _ENDS:
            last = one
            break
        last, highest = min((last, highest), (one, (_height(tree, one), -cost[2])), key=lambda end: end[1])
        for edge in tree.above(one):
            if edge.parent.id not in best:
                dearer = (cost[0] + (not edge.reasoned), cost[1] + _WEAKER[edge.type], cost[2] + 1)
                heappush(waiting, (dearer, next(ties), edge.parent, edge))
    return _told(tree, best, last, goals)


def _height(tree: Tree, subject: Subject) -> int:
    """Return how far from the top the layer of an item is."""
    return LAYERS.index(tree.layer(subject)) if tree.layer(subject) else len(LAYERS)


def _goals(tree: Tree) -> tuple[str, ...]:
    """Return the layers a story should end in, the usual one last."""
    used = tree.assessment.workspace.settings.layers
    if not used:
        return _TOP
    return tuple(layer for layer in _TOP if layer in used) or (min(used, key=LAYERS.index),)


def _told(tree: Tree, best: dict[str, Edge | None], last: Subject, goals: tuple[str, ...]) -> Chain:
    """Return the story that ends in an item, by the tie through which each item was reached."""
    steps = [Step(last, None)]
    while edge := best[steps[-1].subject.id]:
        steps.append(Step(edge.child, edge))
    layer = tree.layer(last)
    planned = any(tree.layer(one) in goals for one in tree.assessment.workspace.of(*_ENDS))
    return Chain(tuple(reversed(steps)), layer, goals[-1], layer in goals and last.thing in _ENDS, planned)
