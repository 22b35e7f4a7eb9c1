"""The golden thread, from the community's aims to the teams: pictures, lists, stories, gaps, and how plans feed it."""

from collections.abc import Mapping

from planwright.assessment.thread import PLANS
from planwright.assessment.thread_tree import NODES
from planwright.charts.threads_looks import LOOKS
from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_of, frame
from planwright.reports._thread_documents import plans_drawing
from planwright.reports._thread_findings import findings
from planwright.reports._thread_stories import key_stories, stories
from planwright.reports._threads import ShownTree, Strand, drawing, listing, own_goals, shown_tree, strand_of, strands
from planwright.wording import plural

TITLE = "The golden thread"
WHOLE = True


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the services that have objectives of their own."""
    tree = shown_tree(edition)
    return {one.id: one.id for one in edition.of("service") if own_goals(tree, one.id)}


def view(edition: Edition, subject: str | None) -> View:
    """Return the thread of the whole council or, with a subject, a service's part of it."""
    tree, service = shown_tree(edition), subject or ""
    title = edition.named(service, by_title=True) if service else ""
    if service:
        parts = [_part(tree, strand_of(tree, service), title)]
        own = {one.id: one for one in own_goals(tree, service)}
        highest = [one for one in own.values() if not any(edge.parent.id in own for edge in tree.above(one))]
        above, below = tree.up(*highest), tree.down(*highest)
    else:
        parts = [_part(tree, strand, _name(tree, strand)) for strand in strands(tree)]
        above, below = (), tree.down(*tree.roots)
    return frame(edition, exempted_of(edition, service, (*NODES, *PLANS))) | {
        "service": title,
        "parts": parts,
        "above": listing(tree, above),
        "below": listing(tree, below),
        "stories": stories(tree, service) if service else list(key_stories(tree)),
        "gaps": findings(tree, service),
        "plans": None if service else plans_drawing(tree),
        "looks": {type_: look.words for type_, look in LOOKS.items()},
    }


def _name(tree: ShownTree, strand: Strand) -> str:
    return tree.title(strand.top) if strand.top else ""


def _part(tree: ShownTree, strand: Strand, name: str) -> View:
    about = name or f"Under none of these {plural(tree.edition.term('aim'))}"
    return {
        "id": strand.top.id if strand.top else "",
        "title": about,
        "description": tree.edition.value(strand.top.record, "description") if strand.top else "",
        "chart": drawing(tree, strand, about),
    }
