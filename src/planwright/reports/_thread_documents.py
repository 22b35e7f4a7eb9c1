"""How the council's plans feed one another, as a picture of the plans that an edition may show."""

from planwright.assessment.thread import LAYERS
from planwright.assessment.thread_documents import Plan, documents
from planwright.charts import Chart
from planwright.charts.threads import Words, thread
from planwright.charts.threads_looks import Node, Tie
from planwright.reports._threads import ShownTree
from planwright.wording import capital, number_of

_OTHERS = "Other plans"
_WORDS = Words(
    "How plans feed one another",
    "plan",
    "relation",
    ("Plan", "Another plan", "How it stands to it", "Links between their items"),
)


def plans_drawing(tree: ShownTree) -> Chart | None:
    """Return the picture of all plans that may be shown, and of those they name; None where there is only one."""
    found = documents(tree)
    kept = {plan.key for plan in found.plans if plan.subject and tree.edition.shows(plan.subject.id)}
    named = {plan.key for plan in found.plans if plan.subject is None}
    feeds = [feed for feed in found.feeds if feed.source in kept and feed.target in kept | named]
    shown = kept | {feed.target for feed in feeds}
    nodes = [_node(plan) for plan in found.plans if plan.key in shown]
    ties = [
        Tie(feed.source, feed.target, feed.relation, number_of(feed.links, "link") if feed.links else "")
        for feed in feeds
    ]
    layers = [*(capital(layer) for layer in LAYERS), _OTHERS]
    return thread(nodes, ties, layers, _WORDS) if len(nodes) > 1 else None


def _node(plan: Plan) -> Node:
    head = ", ".join(part for part in (plan.key if plan.subject else "", "statutory" if plan.statutory else "") if part)
    return Node(plan.key, capital(head) if plan.subject is None else head, plan.title, capital(plan.layer) or _OTHERS)
