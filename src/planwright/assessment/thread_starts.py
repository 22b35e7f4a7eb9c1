"""Where anything stands in the golden thread: the objectives an indicator measures, what a post leads, a plan's own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from planwright.workspace import Reference, Subject

from .thread import PLANS
from .thread_tree import NODES, Tree

_NAMED_FOR = frozenset({"measured_by", "indicator", "lead", "portfolio", "risks", "partners"})
_PLANNED_FOR = frozenset({"service", "team", "post", "department"})
_PLANNING = (*PLANS, "service", "team", "department")

Step = Callable[[Subject], Iterable[Subject]]


@dataclass(frozen=True, slots=True)
class Starts:
    """The aims, priorities, objectives and actions that an item stands for: where to begin upward, and downward.

    Both are empty where nothing in the thread has to do with the item.
    """

    up: tuple[Subject, ...]
    down: tuple[Subject, ...]


def starts(tree: Tree, subject: Subject) -> Starts:
    """Return what an item of any sort stands for in the thread.

    An indicator stands for what it measures, a post for what it leads, a team, service, department or plan for what it
    plans, a milestone for its action, a risk for what it threatens. Of several in one chain only the last are begun
    from, as the others are met on the way; what plans is begun from its highest both ways.
    """
    if subject.thing in NODES:
        return Starts((subject,), (subject,))
    found = tuple({one.id: one for one in _standing(tree, subject)}.values())
    highest = _not_met(found, lambda one: (edge.child for edge in tree.below(one)))
    if subject.thing in _PLANNING:
        return Starts(highest, highest)
    return Starts(_not_met(found, lambda one: (edge.parent for edge in tree.above(one))), highest)


def _standing(tree: Tree, subject: Subject) -> Iterator[Subject]:
    workspace = tree.assessment.workspace
    if subject.parent and subject.parent.thing in NODES:
        yield subject.parent
    if subject.thing in PLANS:
        yield from (one for one in tree.nodes if one.root is subject)
    for reference in workspace.inbound.get(subject.id, ()):
        yield from _naming(tree, reference)
    if subject.thing in {"risk", "pip"}:
        for reference in workspace.outbound.get(subject.id, ()):
            named = workspace.get(reference.target, *NODES, "indicator")
            yield from starts(tree, named).up if named else ()


def _naming(tree: Tree, reference: Reference) -> Iterator[Subject]:
    """Yield what in the thread names something by a reference that ties the two together."""
    source, field = reference.source, reference.field
    if source is None or tree.assessment.gone(source):
        return
    if source.thing in NODES and field in _NAMED_FOR:
        yield source
    elif (source.thing in PLANS and field in _PLANNED_FOR) or (source.thing == "service" and field == "department"):
        yield from _standing(tree, source)


def _not_met(subjects: tuple[Subject, ...], step: Step) -> tuple[Subject, ...]:
    """Return the items that are met from none of the others; all of them where they stand in a circle."""
    met: set[str] = set()
    waiting = [one for subject in subjects for one in step(subject)]
    while waiting:
        one = waiting.pop()
        if one.id not in met:
            met.add(one.id)
            waiting += step(one)
    return tuple(one for one in subjects if one.id not in met) or subjects
