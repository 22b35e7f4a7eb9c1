"""The golden thread as an edition may show it: its items and ties, its strands, and both as pictures and lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from planwright.assessment.thread import LAYERS
from planwright.assessment.thread_gaps import dead_ends, unserved
from planwright.assessment.thread_tree import BELONGS_TO, CARRIES_OUT, Branch, Edge, Tree
from planwright.charts import Chart
from planwright.charts.threads import Words, thread
from planwright.charts.threads_looks import LOOKS, Node, Tie
from planwright.reports._edition import Edition, View
from planwright.wording import capital
from planwright.workspace import Subject


@dataclass(frozen=True)
class ShownTree(Tree):
    """The thread without the items that an edition leaves out, and so without the ties to them."""

    edition: Edition

    @cached_property
    def nodes(self) -> tuple[Subject, ...]:
        """The items that may be shown."""
        return tuple(one for one in Tree(self.assessment).nodes if self.edition.shows(one.id))

    def above(self, subject: Subject) -> tuple[Edge, ...]:
        """Return the ties from an item to what it serves and may be shown."""
        return tuple(edge for edge in super().above(subject) if self.edition.shows(edge.parent.id))

    def leads_on(self, subject: Subject) -> bool:
        """Whether an item serves something that this edition leaves out."""
        return len(self.above(subject)) < len(super().above(subject))

    def title(self, subject: Subject) -> str:
        """Return what an item is called."""
        return self.edition.title(subject)

    @cached_property
    def notes(self) -> dict[str, str]:
        """What is amiss with items, by id; what is served or leads on in the whole plan is not amiss."""
        loose = {end.subject.id: "Leads nowhere" for end in dead_ends(self.assessment)}
        return loose | {one.id: "Nothing serves it" for one in unserved(self.assessment)}


@dataclass(frozen=True, slots=True)
class Strand:
    """What belongs in one picture: `top` is the aim it is about, None for what is under no aim."""

    top: Subject | None
    ids: frozenset[str]


def shown_tree(edition: Edition) -> ShownTree:
    """Return the thread as an edition may show it."""
    return ShownTree(edition.assessment, edition)


def strands(tree: ShownTree) -> Iterator[Strand]:
    """Yield a strand for each aim of the community's plan, or else for what stands at the top; then what is left.

    Actions stand in lists, not in these pictures. What serves two aims is in the strands of both.
    """
    goals = [one for one in tree.nodes if one.thing != "action"]
    tops = [one for one in goals if one.thing == "aim" and tree.layer(one) == "community"]
    tops = tops or [one for one in tree.roots if one.thing != "action" and _ids(tree.down(one)) - {one.id}]
    left = {one.id: one for one in goals}
    for top in tops:
        ids = _ids(tree.down(top)) | _ids(tree.up(top))
        yield Strand(top, ids)
        left = {id_: one for id_, one in left.items() if id_ not in ids}
    if left:
        yield Strand(None, _ids(tree.up(*left.values())))


def strand_of(tree: ShownTree, service: str) -> Strand:
    """Return the part of the thread that is one service's: what it serves, what serves it, and its key actions."""
    own = own_goals(tree, service)
    ids = _ids(tree.up(*own)) | _ids(tree.down(*own))
    return Strand(None, ids | {action.id for one in own for action in key_actions(tree, one)})


def own_goals(tree: ShownTree, service: str) -> tuple[Subject, ...]:
    """Return a service's objectives, those of its teams included."""
    return tuple(one for one in tree.nodes if one.thing != "action" and tree.edition.service(one) == service)


def key_actions(tree: ShownTree, goal: Subject) -> tuple[Subject, ...]:
    """Return the key actions by which an objective's own service carries it out."""
    edition, below = tree.edition, [edge.child for edge in tree.below(goal)]
    keyed = (one for one in below if edition.value(one.record, "key"))
    return tuple(one for one in keyed if edition.service(one) == edition.service(goal))


def _ids(branches: Iterable[Branch]) -> frozenset[str]:
    """Return the ids of all aims, priorities and objectives in trees."""
    walked = (one.subject for branch in branches for _, one in branch.walk())
    return frozenset(subject.id for subject in walked if subject.thing != "action")


def drawing(tree: ShownTree, strand: Strand, subject: str) -> Chart:
    """Return the picture of a strand; `subject` is what it is about, in words."""
    held = [one for one in tree.nodes if one.id in strand.ids]
    nodes = [
        Node(one.id, head(tree, one), tree.title(one), capital(tree.layer(one)), tree.notes.get(one.id, ""))
        for one in held
    ]
    ties = [_tie(edge) for one in held for edge in tree.above(one)]
    return thread(nodes, ties, [capital(layer) for layer in LAYERS], Words(subject))


def _tie(edge: Edge) -> Tie:
    """Return a line of a picture, with the reason for it and the part that is ours."""
    share = f"Our part: {edge.share}" if edge.share else ""
    said = ". ".join(part for part in (edge.so_that, share) if part)
    return Tie(edge.child.id, edge.parent.id, edge.type, said, edge.suspect)


def head(tree: ShownTree, subject: Subject) -> str:
    """Return an item's id with what sort of item it is, in the council's word."""
    return f"{subject.id} {tree.edition.term(subject.thing)}"


def listing(tree: ShownTree, branches: Iterable[Branch]) -> list[View]:
    """Return trees as rows of a nested list, in the order of reading."""
    return [_row(tree, branch, depth) for start in branches for depth, branch in start.walk()]


def _row(tree: ShownTree, branch: Branch, depth: int) -> View:
    subject, edge = branch.subject, branch.edge
    lead = tree.edition.value(subject.record, "lead")
    how = LOOKS[edge.type].words.lower() if edge and edge.type not in {CARRIES_OUT, BELONGS_TO} else ""
    return {
        "depth": depth,
        "id": subject.id,
        "title": tree.title(subject),
        "sort": f"{tree.layer(subject)} {tree.edition.term(subject.thing)}".strip(),
        "how": how,
        "suspect": bool(edge and edge.suspect),
        "again": branch.again,
        "lead": tree.edition.named(lead, by_title=True) if lead else "",
        "note": tree.notes.get(subject.id, ""),
    }
