"""Where the golden thread is broken or tangled: what nobody serves, what leads nowhere, overlaps and doubtful links."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planwright.workspace import Subject

from . import Assessment
from .thread import LAYERS, PLANS
from .thread_overlaps import Overlap, SharedIssue, overlaps, shared_issues
from .thread_plans import planned_twice, unplanned, unrepresented
from .thread_tree import Edge, Tree

BELOW_CORPORATE = frozenset({"department", "service", "team", "individual"})
_ABOVE_SERVICES = LAYERS[: LAYERS.index("service")]


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """An objective that leads nowhere: `end` is where its links end, the objective itself where it has none."""

    subject: Subject
    end: Subject


@dataclass(frozen=True, slots=True)
class Gaps:
    """All that is to be mended or moderated in a thread; every part in file order."""

    unserved: tuple[Subject, ...]
    nowhere: tuple[DeadEnd, ...]
    circles: tuple[tuple[Subject, ...], ...]
    suspect: tuple[Edge, ...]
    unconfirmed: tuple[Edge, ...]
    unreasoned: tuple[Edge, ...]
    overlaps: tuple[Overlap, ...]
    shared: tuple[SharedIssue, ...]
    unplanned: tuple[Subject, ...]
    planned_twice: tuple[tuple[Subject, Subject], ...]
    unrepresented: tuple[Subject, ...]


def gaps(tree: Tree) -> Gaps:
    """Return the gaps in a golden thread, overlaps for moderation and links to be looked at again."""
    assessment = tree.assessment
    links = [edge for edge in tree.edges if edge.index is not None]
    return Gaps(
        tuple(unserved(assessment)),
        tuple(dead_ends(assessment)),
        assessment.thread.circles,
        tuple(edge for edge in links if edge.suspect),
        tuple(edge for edge in links if not edge.confirmed),
        tuple(edge for edge in links if not edge.reasoned),
        overlaps(tree),
        shared_issues(assessment),
        tuple(unplanned(assessment)),
        tuple((later, first) for later, first in planned_twice(assessment)),
        tuple(unrepresented(tree)),
    )


def unserved(assessment: Assessment, *layers: str) -> Iterator[Subject]:
    """Yield the aims, priorities and objectives that nothing in a layer below their own leads to.

    `layers` are those looked at, all above the services where none is named. An aim that a partner leads on is the
    partner's to serve. While a file cannot be read nothing is yielded: what serves it may stand there.
    """
    workspace, thread = assessment.workspace, assessment.thread
    if workspace.unread:
        return
    asked = layers or _ABOVE_SERVICES
    served = {layer: reached(assessment, LAYERS[LAYERS.index(layer) + 1 :]) for layer in asked}
    for subject in workspace.of("aim", "priority", "objective"):
        layer = thread.layer(subject)
        if layer not in served or subject.id in served[layer] or assessment.gone(subject):
            continue
        if not workspace.get(getattr(subject.record, "lead", None), "partner"):
            yield subject


def dead_ends(assessment: Assessment) -> Iterator[DeadEnd]:
    """Yield the objectives that no chain of links leads to the council's own objectives, or to anything at all.

    A `supports` link or a statutory driver on the way is reason enough, and what leads into a file that could not be
    read may well arrive.
    """
    workspace, thread = assessment.workspace, assessment.thread
    top = top_layer(assessment)
    for subject in workspace.of("objective"):
        if assessment.gone(subject) or thread.layer(subject) in {"", top}:
            continue
        loose = not (thread.parents(subject) or subject.record.statutory_driver or thread.doubtful(subject))
        if loose or (thread.layer(subject) in BELOW_CORPORATE and not thread.satisfied(subject)):
            yield DeadEnd(subject, thread.end(subject))


def top_layer(assessment: Assessment) -> str:
    """Return the highest layer that a plan exists for, which need not link to anything; empty where there is none."""
    workspace, thread = assessment.workspace, assessment.thread
    found = {thread.layer(plan) for plan in workspace.of(*PLANS)}
    return next((layer for layer in LAYERS if layer in found), "")


def reached(assessment: Assessment, layers: Iterable[str]) -> frozenset[str]:
    """Return the ids of all that the live objectives and actions of these layers lead to through any chain of links."""
    thread, workspace, wanted = assessment.thread, assessment.workspace, frozenset(layers)
    waiting: list[Subject] = []
    named: set[str] = set()
    for subject in workspace.of("aim", "objective", "priority"):
        if thread.layer(subject) in wanted and not assessment.gone(subject):
            waiting += thread.parents(subject)
    for subject in workspace.of("action"):
        if thread.layer(subject) in wanted and not assessment.gone(subject):
            named.add(subject.record.objective)
            named.update(link.to for link in subject.record.links)
    waiting += [item for name in named if (item := workspace.get(name, "aim", "objective", "priority"))]
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one.id not in found:
            found.add(one.id)
            waiting += thread.parents(one)
    return frozenset(found)
