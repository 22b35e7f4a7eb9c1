"""The golden thread: what each objective serves, directly and through any chain of links."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from planwright.records.thread import Link, Objective
from planwright.workspace import Subject, Workspace

from .ending import ended

Step = Callable[[Subject], tuple[Subject, ...]]
_LINKED = ("aim", "priority", "objective")
_LAYERS = {
    "national-priorities": "national",
    "community-plan": "community",
    "corporate-plan": "corporate",
    "department-plan": "department",
    "service-plan": "service",
    "team-plan": "team",
    "work-plan": "individual",
}
LAYERS = tuple(_LAYERS.values())
"""The layers of the thread from the top, be they used or not."""
PLANS = tuple(_LAYERS)
"""The sorts of plans that make up these layers, in the same order."""


@dataclass(frozen=True)
class Thread:
    """All links between aims, priorities and objectives of a workspace; what has ended by the date leads nowhere."""

    workspace: Workspace
    as_at: date
    _ends: dict[str, Subject] = field(default_factory=dict)

    def layer(self, subject: Subject) -> str:
        """Return the layer an item stands in, one of LAYERS; empty outside any."""
        return _LAYERS.get(subject.root.thing, "")

    def links(self, subject: Subject) -> tuple[Link, ...]:
        """Return the links an item states."""
        links: tuple[Link, ...] = getattr(subject.record, "links", ())
        return links

    def parents(self, subject: Subject) -> tuple[Subject, ...]:
        """Return the known items directly above one, each once: those it links to, and the aim of a priority."""
        if ended(subject.record, self.as_at):
            return ()
        names = [str(link.to) for link in self.links(subject)]
        aim = getattr(subject.record, "aim", None)
        names += [str(aim)] if aim else []
        found = (self.workspace.get(name, "aim", "objective", "priority") for name in dict.fromkeys(names))
        return tuple(parent for parent in found if parent)

    @cached_property
    def children(self) -> dict[str, tuple[Subject, ...]]:
        """The items directly below each item."""
        found: dict[str, list[Subject]] = {}
        for subject in self.workspace.of(*_LINKED):
            for parent in self.parents(subject):
                found.setdefault(parent.id, []).append(subject)
        return {parent: tuple(below) for parent, below in found.items()}

    def above(self, subject: Subject) -> tuple[Subject, ...]:
        """Return everything an item reaches upward through any chain of links, nearest first, itself not included."""
        return self._reach(subject, self.parents)

    def below(self, subject: Subject, without: str = "") -> tuple[Subject, ...]:
        """Return everything that reaches an item from below, nearest first; `without` links of one type where named."""
        return self._reach(
            subject,
            lambda one: tuple(child for child in self.children.get(one.id, ()) if self._serves(child, one, without)),
        )

    def _serves(self, child: Subject, parent: Subject, without: str) -> bool:
        """Whether an item is linked to the one above it by anything but links of a type."""
        types = {link.type for link in self.links(child) if str(link.to) == parent.id}
        return not without or types != {without}

    def _reach(self, subject: Subject, step: Step) -> tuple[Subject, ...]:
        found: dict[str, Subject] = {}
        waiting = deque(step(subject))
        while waiting:
            one = waiting.popleft()
            if one.id not in found and one.id != subject.id:
                found[one.id] = one
                waiting += step(one)
        return tuple(found.values())

    @cached_property
    def circles(self) -> tuple[tuple[Subject, ...], ...]:
        """The chains of links that lead back to where they began, each once, from its first item in file order."""
        done: set[str] = set()
        circles: list[tuple[Subject, ...]] = []
        for start in self.workspace.of(*_LINKED):
            path: list[Subject] = []
            on_path: set[str] = set()
            waiting: list[tuple[Subject, bool]] = [(start, False)]
            while waiting:
                one, leaving = waiting.pop()
                if leaving:
                    path.pop()
                    on_path.discard(one.id)
                    done.add(one.id)
                elif one.id in on_path:
                    begin = next(index for index, step in enumerate(path) if step.id == one.id)
                    circles.append(tuple(path[begin:]))
                elif one.id not in done:
                    path.append(one)
                    on_path.add(one.id)
                    waiting.append((one, True))
                    waiting += [(parent, False) for parent in reversed(self.parents(one))]
        return tuple(circles)

    def satisfied(self, subject: Subject) -> bool:
        """Whether an objective reaches the corporate layer, or need not: a support link or a statutory driver."""
        return self._settled(subject) or any(parent.id in self._reaching for parent in self.parents(subject))

    @cached_property
    def _reaching(self) -> frozenset[str]:
        return self.reaching(one for one in self.workspace.of(*_LINKED) if self._settled(one))

    def reaching(self, tops: Iterable[Subject]) -> frozenset[str]:
        """Return the ids of these items and of all that reach any of them through any chain of links, in one pass."""
        found: set[str] = set()
        waiting = list(tops)
        while waiting:
            one = waiting.pop()
            if one.id not in found:
                found.add(one.id)
                waiting += self.children.get(one.id, ())
        return frozenset(found)

    def _settled(self, subject: Subject) -> bool:
        """Whether an item that has not ended stands at the top, or says itself why it need not lead there."""
        record = subject.record
        return not ended(record, self.as_at) and (
            self.layer(subject) in {"corporate", "community", "national"}
            or any(link.type == "supports" for link in self.links(subject))
            or (isinstance(record, Objective) and bool(record.statutory_driver))
            or self.doubtful(subject)
        )

    def doubtful(self, subject: Subject) -> bool:
        """Whether a link of an item leads to what could not be read, so that nobody can tell where it ends."""
        names = (str(link.to) for link in self.links(subject))
        return any(self.workspace.knows(name) for name in names if name not in self.workspace.subjects)

    def end(self, subject: Subject) -> Subject:
        """Return where the links upward end, following the first of each item; in a circle, where it would close."""
        path: dict[str, Subject] = {}
        one = subject
        while one.id not in self._ends and one.id not in path:
            path[one.id] = one
            one = next(iter(self.parents(one)), one)
        end = self._ends.get(one.id) or list(path.values())[-1]
        self._ends.update(dict.fromkeys(path, end))
        return end
