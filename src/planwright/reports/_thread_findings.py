"""What is to be mended or moderated in the golden thread, as rows for papers, without what an edition leaves out."""

from collections.abc import Iterable

from planwright.assessment.thread_documents import plan_title
from planwright.assessment.thread_gaps import gaps
from planwright.assessment.thread_overlaps import Overlap, SharedIssue
from planwright.assessment.thread_tree import Edge
from planwright.reports._edition import View
from planwright.reports._threads import ShownTree
from planwright.wording import capital
from planwright.workspace import Subject


def findings(tree: ShownTree, service: str) -> View:
    """Return the gaps, overlaps and doubtful links of a service, or (empty) of the whole council."""
    edition = tree.edition
    found = gaps(tree)

    def ours(*items: Subject) -> bool:
        return all(edition.shows(one.id) for one in items) and (
            not service or any(edition.service(one) == service for one in items)
        )

    links = [edge for edge in tree.edges if edge.index is not None and ours(edge.child)]
    return {
        "unserved": [_item(tree, one) for one in found.unserved if ours(one)],
        "nowhere": [
            _item(tree, one.subject) | {"end": _item(tree, one.end) if one.end is not one.subject else None}
            for one in found.nowhere
            if ours(one.subject) and edition.shows(one.end.id)
        ],
        "circles": [[_item(tree, one) for one in circle] for circle in found.circles if ours(*circle)],
        "unplanned": [edition.title(one) for one in found.unplanned if ours(one)],
        "planned_twice": [[plan_title(tree, one) for one in pair] for pair in found.planned_twice if ours(*pair)],
        "unrepresented": [plan_title(tree, one) for one in found.unrepresented if ours(one)],
        "overlaps": [_overlap(tree, one) for one in found.overlaps if _tells(tree, one) and ours(*one.items)],
        "shared": _shared(tree, found.shared, service),
        "suspect": [_suspect(tree, edge) for edge in found.suspect if ours(edge.child)],
        "links": len(links),
        "unreasoned": sum(not edge.reasoned for edge in links),
        "unconfirmed": sum(not edge.confirmed for edge in links),
    }


def _item(tree: ShownTree, subject: Subject) -> View:
    edition = tree.edition
    return {
        "id": subject.id,
        "title": tree.title(subject),
        "sort": f"{tree.layer(subject)} {edition.term(subject.thing)}".strip(),
        "service": edition.named(service, by_title=True) if (service := edition.service(subject)) else "",
    }


def _items(tree: ShownTree, subjects: Iterable[Subject]) -> list[View]:
    return [_item(tree, one) for one in subjects]


def _tells(tree: ShownTree, overlap: Overlap) -> bool:
    """Whether what objectives have in common may be shown."""
    return overlap.common is None or tree.edition.shows(overlap.common.id)


def _overlap(tree: ShownTree, overlap: Overlap) -> View:
    common = _item(tree, overlap.common) if overlap.common else None
    return {"by": overlap.by, "common": common, "items": _items(tree, overlap.items)}


def _shared(tree: ShownTree, issues: Iterable[SharedIssue], service: str) -> list[View]:
    """Return the cross-cutting issues that two services or more still share when only what may be shown counts."""
    rows = []
    for one in issues:
        items = [item for item in one.items if tree.edition.shows(item.id)]
        services = dict.fromkeys(found for item in items if (found := tree.edition.service(item)))
        if len(services) > 1 and (not service or service in services):
            names = [tree.edition.named(found, by_title=True) for found in services]
            rows.append({"issue": capital(one.issue), "services": names, "items": _items(tree, items)})
    return rows


def _suspect(tree: ShownTree, edge: Edge) -> View:
    return {"child": _item(tree, edge.child), "parent": _item(tree, edge.parent), "then": edge.wording}
