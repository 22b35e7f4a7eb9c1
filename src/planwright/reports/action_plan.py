"""The action plan of a service or team on its own: either layout, the resources bill, and each action in detail."""

from collections.abc import Mapping

from planwright.reports._cuts import Cuts
from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.reports._plan_actions import LAYOUTS, actions_of
from planwright.reports._plan_resources import bill_of
from planwright.reports._plans import plans_by_holder, plans_of_services

TITLE = "Action plans"
WHOLE = False
CUTS = Cuts(layouts=LAYOUTS)


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the services and teams that have a plan with actions, and the plans themselves."""
    known = {**plans_of_services(edition), **plans_by_holder(edition, "team-plan", "team")}
    return {given: plan for given, plan in known.items() if _has_actions(edition, plan)}


def _has_actions(edition: Edition, plan: str) -> bool:
    found = edition.get(plan)
    return found is not None and bool(edition.item(found)["actions"])


def view(edition: Edition, subject: str | None) -> View:
    """Return the actions of one plan in a layout, what they cost, and all that is known of each."""
    found = edition.assessment.workspace.subjects[subject or ""]
    plan = edition.item(found)
    years = found.record.period.years(edition.assessment.figures.year_start)
    layout = edition.cut.layout or edition.settings["plans"]["action_layout"]
    return (
        frame(edition, exempted_in(edition, found))
        | {
            "title": plan["title"] or edition.title(found),
            "period": plan["period"],
            "free": plan.get("actions_without_objective") or False,
            "bill": bill_of(edition, plan, years),
        }
        | actions_of(edition, plan, years, layout)
    )
