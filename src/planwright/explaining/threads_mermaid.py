"""The golden thread, a story or the plans of a council as a Mermaid flowchart, which many readers of Markdown draw."""

import re
from collections.abc import Iterable, Iterator, Sequence

from planwright.assessment.thread import LAYERS
from planwright.assessment.thread_documents import Documents
from planwright.assessment.thread_tree import Edge, Tree
from planwright.visible import one_line
from planwright.workspace import Subject

from .threads import HOW

# What Mermaid would read as its own: quotes, Markdown (lists too), entities, directives, and what HTML takes for tags.
_OWN = re.compile(r"[\"`#<>&%{}\\*_|;]|(?<!\S)[-+](?=\s)|(?<=\d)[.)](?=\s)")
_LONGEST = 120
_ARROWS = {"direct": "==>", "indirect": "-.->", "supports": "-.->", "beside": "-.-"}


def thread_chart(tree: Tree, items: Sequence[Subject], edges: Iterable[Edge]) -> Iterator[str]:
    """Yield the lines of a flowchart of some items and their ties, upward, each layer in a box of its own."""
    names = {one.id: f"n{number}" for number, one in enumerate(items)}
    yield "flowchart BT"
    for layer in (*LAYERS, ""):
        inside = [one for one in items if tree.layer(one) == layer]
        if inside:
            yield from _box(layer, ((names[one.id], one.id, one.title) for one in inside))
    for edge in edges:
        reason = f": so that {edge.so_that}" if edge.so_that else ""
        doubt = " (SUSPECT)" if edge.suspect else ""
        label = f"{HOW[edge.type]}{reason}{doubt}"
        yield _arrow(names[edge.child.id], edge.type, names[edge.parent.id], label)


def documents_chart(found: Documents) -> Iterator[str]:
    """Yield the lines of a flowchart of plans and how they feed one another; statutory ones say so."""
    names = {plan.key: f"n{number}" for number, plan in enumerate(found.plans)}
    yield "flowchart BT"
    for layer in (*LAYERS, ""):
        inside = [plan for plan in found.plans if plan.layer == layer]
        if inside:
            marked = ((plan, " (statutory)" if plan.statutory else "") for plan in inside)
            yield from _box(
                layer,
                ((names[plan.key], plan.key if plan.subject else "", f"{plan.title}{mark}") for plan, mark in marked),
            )
    for feed in found.feeds:
        yield _arrow(names[feed.source], feed.relation, names[feed.target], feed.relation)


def _box(layer: str, nodes: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Yield a layer's box with its nodes: the name in the chart, the id and the title of each."""
    yield f'  subgraph layer_{layer or "none"}["{layer or "elsewhere"}"]'
    for name, id_, title in nodes:
        yield f'    {name}["{f"{_label(id_)}<br/>" if id_ else ""}{_label(title)}"]'
    yield "  end"


def _arrow(source: str, type_: str, target: str, label: str) -> str:
    return f'  {source} {_ARROWS.get(type_, "-->")}|"{_label(label)}"| {target}'


def _label(text: str) -> str:
    """Return text as Mermaid shows it literally."""
    return _OWN.sub(lambda match: f"#{ord(match[0])};", one_line(text, _LONGEST))
