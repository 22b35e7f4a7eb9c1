"""Confirm links of the golden thread: each is dated, and takes down how what it serves reads now."""

from collections.abc import Iterable, Iterator

from planwright.assessment.thread_tree import NODES, Edge, Tree
from planwright.diagnostic import PlanwrightError
from planwright.document.editing import AddKey, Edit, Edits, Nest
from planwright.edits.sound import refuse_unsound
from planwright.nearest import did_you_mean
from planwright.visible import one_line
from planwright.wording import a, listed
from planwright.workspace import Subject


def links_to_confirm(tree: Tree, subject: Subject, parent: str = "", *, every: bool = False) -> tuple[Edge, ...]:
    """Return the links of an item that are to be confirmed: those never confirmed, and those whose parent was reworded.

    With `parent` it is the one link to that item, with `every` all there are. Raises PlanwrightError where the item has
    no links, or none to the parent.
    """
    if subject.thing not in NODES:
        raise PlanwrightError(
            f"{subject.id} is {a(subject.thing)}, which has no links to confirm; name an objective, aim or action"
        )
    links = [edge for edge in tree.above(subject) if edge.index is not None]
    if not links:
        raise PlanwrightError(f"{subject.id} has no links to anything that is known{_from_below(tree, subject)}")
    if parent:
        found = [edge for edge in links if edge.parent.id == parent]
        if not found:
            known = [edge.parent.id for edge in links]
            hint = did_you_mean(parent, known) or f"it is linked to {listed(known)}"
            raise PlanwrightError(f"{subject.id} is not linked to {one_line(parent, 60)}; {hint}")
        return tuple(found)
    return tuple(edge for edge in links if every or edge.suspect or not edge.confirmed)


def _from_below(tree: Tree, subject: Subject) -> str:
    """Return how the links to an item are confirmed, where it has been taken for the one that holds them."""
    below = [edge.child.id for edge in tree.below(subject) if edge.index is not None]
    if not below:
        return ", so there is nothing to confirm"
    each = f"`planwright confirm ID {subject.id}` with {listed(below, 'or')}"
    return f"; links to it are confirmed for what serves it: {each}"


def confirm(tree: Tree, links: Iterable[Edge]) -> tuple[Edits, ...]:
    """Return the edits that confirm links at the assessment's date, one for each file.

    Raises EditRefusedError where something in such a file could not be read.
    """
    by_file: dict[str, list[Edit]] = {}
    for edge in links:
        refuse_unsound(tree.assessment.workspace, edge.spot.file)
        by_file.setdefault(edge.spot.file, []).extend(_edits(tree, edge))
    return tuple(Edits(file, tuple(edits)) for file, edits in by_file.items())


def _edits(tree: Tree, edge: Edge) -> Iterator[Edit]:
    """Yield what one link takes: a bare id first becomes a mapping, which can hold more."""
    route = edge.spot.route
    node = tree.assessment.workspace.documents[edge.spot.file].node(route)
    if node and node.kind == "scalar":
        yield Nest(route, "to")
    yield AddKey(route, "confirmed", tree.assessment.as_at.isoformat())
    yield AddKey(route, "wording", " ".join(edge.parent.title.split()))
