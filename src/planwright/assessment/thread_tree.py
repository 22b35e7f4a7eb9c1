"""The golden thread as ties between aims, priorities, objectives and actions, and as trees up and down from any."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planwright.records.thread import Link
from planwright.workspace import Spot, Subject

from . import Assessment
from .thread import LAYERS

_SERVED = ("aim", "priority", "objective")
NODES = (*_SERVED, "action")
CARRIES_OUT, BELONGS_TO = "carries out", "belongs to"
"""How an action hangs below its objective, and a priority below its aim: no link is written for either."""


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """One tie from an item to what it serves.

    `type` is that of the link (direct, indirect, supports, contributes), CARRIES_OUT or BELONGS_TO; `so_that`, `share`
    and `wording` are empty where not written; `index` is the link's position in the item, None where none is written.
    """

    child: Subject
    parent: Subject
    type: str
    so_that: str = ""
    share: str = ""
    confirmed: date | None = None
    wording: str = ""
    index: int | None = None

    @property
    def suspect(self) -> bool:
        """Whether the parent reads differently from what the link was confirmed against."""
        return bool(self.wording) and self.wording.split() != self.parent.title.split()

    @property
    def reasoned(self) -> bool:
        """Whether it says why it holds, or needs no reason: an action is there to carry out its objective."""
        return bool(self.so_that) or self.index is None

    @property
    def spot(self) -> Spot:
        """Where it stands: the link in its item, or the item itself."""
        return self.child.spot if self.index is None else self.child.spot.at("links", self.index)


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """An item in a tree, and what hangs on it.

    `edge` ties it to what it hangs on, None at the root. `again` says that it was shown before, be it that a circle
    closes here; what hangs on it is not repeated.
    """

    subject: Subject
    edge: Edge | None
    branches: tuple["Branch", ...] = ()
    again: bool = False

    def walk(self) -> Iterator[tuple[int, "Branch"]]:
        """Yield each branch with its depth, 0 for this one, in the order of reading."""
        waiting = [(0, self)]
        while waiting:
            depth, one = waiting.pop()
            yield depth, one
            waiting += [(depth + 1, branch) for branch in reversed(one.branches)]


@dataclass(frozen=True)
class Tree:
    """All ties of an assessment's golden thread; what has ended hangs below nothing any more."""

    assessment: Assessment

    @cached_property
    def nodes(self) -> tuple[Subject, ...]:
        """The items that have not ended: by layer from the top, then by sort, then in file order."""
        live = (one for one in self.assessment.workspace.of(*NODES) if not self.assessment.gone(one))
        return tuple(sorted(live, key=lambda one: LAYERS.index(self.layer(one)) if self.layer(one) else len(LAYERS)))

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every tie of an item that has not ended, in the order of `nodes`."""
        return tuple(edge for one in self.nodes for edge in self.above(one))

    @cached_property
    def roots(self) -> tuple[Subject, ...]:
        """The items from which all others hang: those that serve nothing that lasts, and the first of each circle."""
        begun = [root.subject for root in self.down(*self.nodes) if not root.again]
        found: list[Subject] = []
        met: set[str] = set()
        for start in reversed(begun):  # what a later one leads down to hangs from that one
            if start.id not in met:
                found.append(start)
            waiting = [start]
            while waiting:
                one = waiting.pop()
                if one.id not in met:
                    met.add(one.id)
                    waiting += [edge.child for edge in self.below(one)]
        return tuple(reversed(found))

    @cached_property
    def _below(self) -> dict[str, tuple[Edge, ...]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(edge.parent.id, []).append(edge)
        return {parent: tuple(edges) for parent, edges in found.items()}

    @cached_property
    def _above(self) -> dict[str, tuple[Edge, ...]]:
        return {}

    def layer(self, subject: Subject) -> str:
        """Return the layer an item stands in, one of LAYERS; empty outside any."""
        return self.assessment.thread.layer(subject)

    def above(self, subject: Subject) -> tuple[Edge, ...]:
        """Return the ties from an item that has not ended to what it serves, those without a link first."""
        if subject.id not in self._above:
            self._above[subject.id] = () if self.assessment.gone(subject) else tuple(self._ties(subject))
        return self._above[subject.id]

    def below(self, subject: Subject) -> tuple[Edge, ...]:
        """Return the ties to an item from what serves it."""
        return self._below.get(subject.id, ())

    def _ties(self, subject: Subject) -> Iterator[Edge]:
        """Yield one tie to each known item that an item names, the first link where several lead there."""
        links: dict[str, tuple[int, Link]] = {}
        for index, link in enumerate(self.assessment.thread.links(subject)):
            links.setdefault(str(link.to), (index, link))
        for field, type_ in (("objective", CARRIES_OUT), ("aim", BELONGS_TO)):
            name = str(getattr(subject.record, field, None) or "")
            if name not in links and (parent := self._known(name)):
                yield Edge(subject, parent, type_)
        for name, (index, link) in links.items():
            if parent := self._known(name):
                said = (link.so_that or "", link.share or "", link.confirmed, link.wording or "")
                yield Edge(subject, parent, link.type, *said, index)

    def _known(self, name: str) -> Subject | None:
        return self.assessment.workspace.get(name, *_SERVED)

    def up(self, *starts: Subject) -> tuple[Branch, ...]:
        """Return for each start the tree of what it serves through any chain; what several serve is told out once."""
        return _grown(starts, self.above, lambda edge: edge.parent)

    def down(self, *starts: Subject) -> tuple[Branch, ...]:
        """Return for each start the tree of what serves it through any chain; what serves several is told out once."""
        return _grown(starts, self.below, lambda edge: edge.child)


def _grown(
    starts: Iterable[Subject], step: Callable[[Subject], tuple[Edge, ...]], end: Callable[[Edge], Subject]
) -> tuple[Branch, ...]:
    """Return a tree from each start, each item told out where it is first met; long chains need no recursion."""
    seen: set[str] = set()
    grown: list[list[Branch]] = [[]]
    waiting: list[tuple[Subject, Edge | None, bool]] = [(one, None, False) for one in reversed(tuple(starts))]
    while waiting:
        subject, edge, done = waiting.pop()
        if done:
            grown[-2].append(Branch(subject, edge, tuple(grown.pop())))
        elif subject.id in seen:
            grown[-1].append(Branch(subject, edge, again=True))
        else:
            seen.add(subject.id)
            grown.append([])
            waiting.append((subject, edge, True))
            waiting += [(end(one), one, False) for one in reversed(step(subject))]
    return tuple(grown[0])
