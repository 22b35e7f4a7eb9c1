"""What plans of every layer have in common: objectives with what they lead to, their indicators, a post's work."""

from planwright.assessment.duties import lead_of
from planwright.assessment.work import OVER
from planwright.reports._edition import Edition, View
from planwright.reports._indicators import indicator_row
from planwright.reports._links import with_links
from planwright.reports._smart import smart_rows
from planwright.reports._thread_stories import story
from planwright.reports._threads import ShownTree
from planwright.workspace import Subject


def objectives_of(edition: Edition, plan: View) -> list[View]:
    """Return a plan's objectives with how they serve others, what follows from them, and how their targets stand.

    `chain` has what an objective leads to, nearest first, each with id, title and layer, as far as may be shown.
    """
    tree = ShownTree(edition.assessment, edition)
    return [_objective(tree, one) for one in plan["objectives"]]


def _objective(tree: ShownTree, objective: View) -> View:
    subject = tree.edition.get(objective["id"], "objective")  # None where something else has its id already
    return with_links(objective) | {
        "smart": smart_rows(tree.edition, subject) if subject else [],
        "chain": story(tree, subject)["steps"][1:] if subject else [],
    }


def indicators_of(edition: Edition, plan: View) -> list[View]:
    """Return the indicators that a plan holds or its objectives and their targets name, each once, with ratings."""
    named = [one["id"] for objective in plan["objectives"] for one in objective["measured_by"]]
    named += [
        target["indicator"]["id"]
        for objective in plan["objectives"]
        for target in objective["targets"]
        if target["indicator"]
    ]
    named += [one["id"] for one in plan.get("indicators", ())]
    found = (edition.get(id_, "indicator") for id_ in dict.fromkeys(named))
    return [indicator_row(edition, one) for one in found if one and not edition.assessment.gone(one)]


def open_work_of(edition: Edition, post: str) -> list[Subject]:
    """Return the actions that a post leads and that are not over, as far as they may be shown."""
    led = (one for one in edition.of("action") if lead_of(one) == post)
    return [one for one in led if edition.work[one.id][0].state.key not in OVER]
