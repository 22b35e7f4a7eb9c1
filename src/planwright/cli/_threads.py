"""The golden thread, its gaps, a story and a council's plans as plain values for JSON; keys are only ever added."""

from collections.abc import Iterable, Sequence
from typing import Any

from planwright.assessment import Assessment
from planwright.assessment.thread_chain import Chain
from planwright.assessment.thread_documents import Documents
from planwright.assessment.thread_gaps import Gaps
from planwright.assessment.thread_tree import Edge, Tree
from planwright.visible import visible
from planwright.workspace import Subject


def thread_data(tree: Tree, items: Sequence[Subject], edges: Iterable[Edge]) -> dict[str, Any]:
    """Return items and the ties between them."""
    return {"items": [item_data(tree, one) for one in items], "links": [edge_data(edge) for edge in edges]}


def item_data(tree: Tree, subject: Subject) -> dict[str, Any]:
    """Return one item: what it is, where it stands, who leads on it."""
    lead = getattr(subject.record, "lead", None)
    place = tree.assessment.workspace.place(subject.spot)
    return {
        "id": subject.id,
        "thing": subject.thing,
        "title": visible(subject.title),
        "layer": tree.layer(subject) or None,
        "plan": subject.root.id,
        "service": tree.assessment.service(subject) or None,
        "lead": str(lead) if lead else None,
        "statutory_driver": visible(getattr(subject.record, "statutory_driver", None) or "") or None,
        "ended": tree.assessment.gone(subject),
        "file": place.file,
        "line": place.line,
    }


def edge_data(edge: Edge) -> dict[str, Any]:
    """Return one tie, from the item that serves to the one that is served."""
    return {
        "from": edge.child.id,
        "to": edge.parent.id,
        "type": edge.type,
        "so_that": visible(edge.so_that) or None,
        "share": visible(edge.share) or None,
        "confirmed": edge.confirmed.isoformat() if edge.confirmed else None,
        "wording": visible(edge.wording) or None,
        "suspect": edge.suspect,
    }


def chain_data(tree: Tree, chain: Chain) -> dict[str, Any]:
    """Return a story with its steps; `told` is false where no reason is written."""
    return {
        "reaches": chain.reaches,
        "layer": chain.layer or None,
        "goal": chain.goal,
        "steps": [
            {
                **item_data(tree, step.subject),
                "so_that": visible(step.so_that) or None,
                "told": step.told,
                "link": edge_data(step.edge) if step.edge else None,
            }
            for step in chain.steps
        ],
    }


def gaps_data(assessment: Assessment, gaps: Gaps) -> dict[str, Any]:
    """Return gaps by their sort, items by id."""
    return {
        "unserved": _ids(gaps.unserved),
        "nowhere": [{"id": one.subject.id, "ends_at": one.end.id} for one in gaps.nowhere],
        "circles": [_ids(circle) for circle in gaps.circles],
        "suspect": [edge_data(edge) for edge in gaps.suspect],
        "unconfirmed": [edge_data(edge) for edge in gaps.unconfirmed],
        "unreasoned": [edge_data(edge) for edge in gaps.unreasoned],
        "overlaps": [
            {
                "by": one.by,
                "common": one.common.id if one.common else None,
                "items": _ids(one.items),
                "services": list(dict.fromkeys(assessment.service(item) for item in one.items)),
            }
            for one in gaps.overlaps
        ],
        "shared_issues": [
            {"issue": visible(one.issue), "services": list(one.services), "items": _ids(one.items)}
            for one in gaps.shared
        ],
        "services_without_plan": _ids(gaps.unplanned),
        "services_planned_twice": [_ids(pair) for pair in gaps.planned_twice],
        "team_plans_not_represented": _ids(gaps.unrepresented),
    }


def documents_data(found: Documents) -> dict[str, Any]:
    """Return plans and how they feed one another, by their keys."""
    return {
        "plans": [
            {
                "key": visible(plan.key),
                "id": plan.subject.id if plan.subject else None,
                "title": visible(plan.title),
                "layer": plan.layer or None,
                "statutory": plan.statutory,
                "url": visible(plan.url) or None,
            }
            for plan in found.plans
        ],
        "relations": [
            {"from": visible(one.source), "to": visible(one.target), "relation": one.relation, "links": one.links}
            for one in found.feeds
        ],
    }


def _ids(items: Iterable[Subject]) -> list[str]:
    return [one.id for one in items]
