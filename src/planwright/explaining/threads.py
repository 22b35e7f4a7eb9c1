"""The golden thread in lines of text: trees up and down, the "so that" story, and how plans feed one another."""

from collections.abc import Iterable, Iterator

from planwright.assessment.thread import LAYERS
from planwright.assessment.thread_chain import Chain, Step
from planwright.assessment.thread_documents import Documents, Feed, Plan
from planwright.assessment.thread_starts import starts
from planwright.assessment.thread_tree import BELONGS_TO, CARRIES_OUT, Branch, Edge, Tree
from planwright.document import SETTINGS_FILE
from planwright.visible import one_line
from planwright.wording import capital, number_of
from planwright.wording import named as word
from planwright.workspace import Subject

HOW = {
    "direct": "directly",
    "indirect": "indirectly",
    "supports": "in support",
    "contributes": "contributes",
    CARRIES_OUT: CARRIES_OUT,
    BELONGS_TO: BELONGS_TO,
}
"""How a tie holds, in a word or two, by its type."""


def named(subject: Subject) -> str:
    """Return an item's id and title in one line."""
    return subject.id if subject.title == subject.id else f"{subject.id} {one_line(subject.title)}"


def around(tree: Tree, subject: Subject, *, up: bool, down: bool) -> Iterator[str]:
    """Yield what an item serves and what serves it; for one outside the thread, of what in it the item stands for."""
    found = starts(tree, subject)
    yield _placed(tree, subject)
    if not found.up:
        yield "Nothing in the thread has to do with it: no aim, priority, objective or action names it."
        inbound = tree.assessment.workspace.inbound.get(subject.id, ())
        for headed in (one.source for one in inbound if one.field == "head" and one.source):
            yield f"It heads {named(headed)}: `planwright thread {headed.id}` shows what that stands for."
        return
    inside = found.up == (subject,)
    if up:
        grown = tree.up(*found.up)
        yield from ("", "What it serves" if inside else "Where it stands, and what that serves")
        yield from _branches(tree, grown[0].branches if inside else grown) or ("  nothing",)
    if down:
        grown = tree.down(*found.down)
        yield from ("", "What serves it" if inside else "What serves that")
        yield from _branches(tree, grown[0].branches if inside else grown) or ("  nothing",)


def whole(tree: Tree) -> Iterator[str]:
    """Yield the whole thread from the top; what is tied to nothing above it comes under its own layer."""
    layer = None
    for root in tree.down(*tree.roots):
        if tree.layer(root.subject) != layer:
            if layer is not None:
                yield ""
            first = layer is None
            layer = tree.layer(root.subject)
            yield f"{capital(layer or 'no')} layer{'' if first else ', tied to nothing above'}"
        yield from _branches(tree, (root,))
    if layer is None:
        yield "There is no aim, priority, objective or action yet."


def _branches(tree: Tree, branches: Iterable[Branch]) -> list[str]:
    """Return an indented line for each branch, and one for the link by which it hangs where one is written."""
    lines = []
    for root in branches:
        for depth, branch in root.walk():
            indent = "  " * (depth + 1)
            lines.append(f"{indent}- {_placed(tree, branch.subject)}{'; see above' if branch.again else ''}")
            if branch.edge and branch.edge.index is not None:
                lines.append(f"{indent}    {tie(branch.edge)}")
    return lines


def _placed(tree: Tree, subject: Subject) -> str:
    """Return an item with its sort, its layer and the post that leads on it."""
    lead = getattr(subject.record, "lead", None)
    layer = tree.layer(subject)
    what = f"{word(subject.thing)}{f', {layer}' if layer else ''}"
    law = getattr(subject.record, "statutory_driver", None)
    notes = [what, str(lead or ""), f"required by {one_line(law)}" if law else ""]
    if tree.assessment.gone(subject):
        notes.append("ended")
    return f"{named(subject)} ({'; '.join(filter(None, notes))})"


def tie(edge: Edge) -> str:
    """Return how a tie holds: its type, its reason, its share, and whether it is to be looked at again."""
    parts = [HOW[edge.type]]
    if edge.so_that:
        parts.append(f"so that {one_line(edge.so_that)}")
    if edge.share:
        parts.append(f"our share: {one_line(edge.share)}")
    words = ", ".join(parts[:2]) + "".join(f"; {part}" for part in parts[2:])
    return f"{words}; {doubt(edge)}" if edge.suspect else words


def doubt(edge: Edge) -> str:
    """Return why a suspect link is to be looked at again, and how it is confirmed."""
    was = f"'{one_line(edge.wording)}'"
    return (
        f"SUSPECT: {edge.parent.id} read {was} when confirmed (`planwright confirm {edge.child.id} {edge.parent.id}`)"
    )


def story(chain: Chain) -> Iterator[str]:
    """Yield the "so that" story of an item, a line a step, and last where it ends if that is not where it should."""
    first, *_, last = (chain.steps[0], *chain.steps)
    yield named(first.subject)
    for step in chain.steps[:-1]:
        yield f"  {_step(step)}"
    if chain.reaches:
        yield f"  so that the {chain.layer} {last.subject.thing} can be met: {named(last.subject)}"
    else:
        where = f"in the {chain.layer} layer" if chain.layer else "outside every layer"
        yield f"The story ends at {named(last.subject)}, {where}: it does not reach the {chain.goal} layer."
        if not chain.planned:
            yield f"No plan here is of that layer: write one, or name those you use under layers: in {SETTINGS_FILE}."
        if law := getattr(last.subject.record, "statutory_driver", None):
            yield f"The law requires it: {one_line(law)}."
    untold = [step.edge for step in chain.steps if step.edge and not step.told]
    for edge in untold:
        yield f"No reason is written for the link from {edge.child.id} to {edge.parent.id}: add so_that: there."


def _step(step: Step) -> str:
    """Return one step: what follows from it, and the item that it leads to."""
    if step.edge is None or step.edge.so_that:
        return f"so that {one_line(step.so_that)}{_leads(step)}"
    how = {CARRIES_OUT: "which carries out", BELONGS_TO: "which belongs to"}.get(step.edge.type, "which serves")
    return f"{how} {named(step.edge.parent)}"


def _leads(step: Step) -> str:
    weak = f", {HOW[step.edge.type]}" if step.edge and step.edge.type in {"indirect", "supports"} else ""
    return f" ({step.edge.parent.id}{weak})" if step.edge else ""


def plans(found: Documents) -> Iterator[str]:
    """Yield all plans by layer, each with how it stands to others; what is only named comes last."""
    if not found.plans:
        yield "There is no plan yet."
    known = {plan.key: plan for plan in found.plans}
    ties: dict[str, list[str]] = {plan.key: [] for plan in found.plans}
    for feed in found.feeds:
        ties[feed.source].append(_fed(feed, known[feed.target]))
    for layer in (*LAYERS, ""):
        listed = [plan for plan in found.plans if plan.layer == layer]
        if listed:
            yield f"{capital(layer)} layer" if layer else "Named, and kept elsewhere"
        for plan in listed:
            yield f"  {_called(plan)} ({'statutory' if plan.statutory else 'not statutory'})"
            yield from (f"    {line}" for line in ties[plan.key])


def _called(plan: Plan) -> str:
    return f"{plan.key} {one_line(plan.title)}" if plan.subject else one_line(plan.title)


def _fed(feed: Feed, target: Plan) -> str:
    count = f" ({number_of(feed.links, 'link')})" if feed.links else ""
    return f"{feed.relation} {_called(target)}{count}"
