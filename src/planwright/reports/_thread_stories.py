"""The "so that" stories of objectives, from the service up to the community, as an edition may tell them."""

from collections.abc import Iterator

from planwright.assessment.thread_chain import chain
from planwright.reports._edition import View
from planwright.reports._threads import ShownTree, key_actions, own_goals
from planwright.workspace import Subject


def stories(tree: ShownTree, service: str) -> list[View]:
    """Return the stories of all of a service's objectives."""
    return [story(tree, one) for one in own_goals(tree, service)]


def key_stories(tree: ShownTree) -> Iterator[View]:
    """Yield the story of each service's key objective: the first that a key action carries out, else its first."""
    for service in tree.edition.of("service"):
        goals = own_goals(tree, service.id)
        keyed = [one for one in goals if key_actions(tree, one)]
        yield from (
            story(tree, one) | {"service": tree.edition.title(service), "service_id": service.id}
            for one in (keyed or goals)[:1]
        )


def story(tree: ShownTree, subject: Subject) -> View:
    """Return the story of one item: its steps from itself upward, where it ends and what keeps it from going on."""
    told = chain(tree, subject)
    last = told.steps[-1].subject
    return {
        "title": tree.title(subject),
        "id": subject.id,
        "steps": [
            {
                "id": step.subject.id,
                "title": tree.title(step.subject),
                "so_that": step.edge.so_that if step.edge else "",
                "how": step.edge.type if step.edge else "",
                "layer": tree.layer(step.subject),
            }
            for step in told.steps
        ],
        "reaches": told.reaches,
        "layer": told.layer,
        "goal": told.goal,
        "hidden": not told.reaches and tree.leads_on(last),
        "law": "" if told.reaches else tree.edition.value(last.record, "statutory_driver") or "",
    }
