"""The plans above a service's, as papers show them: what they aim at, how they stand, who leads, who watches."""

from collections.abc import Mapping

from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.reports._layer import indicators_of, objectives_of
from planwright.reports._links import with_links
from planwright.reports._plan_actions import actions_of

# What only one of the kinds has.
_OWN = ("partnership", "partners", "commitment", "approved_by", "reviewed", "department", "source")


def plans_of(edition: Edition, kind: str) -> Mapping[str, str]:
    """Return the plans of one kind, each by its own id."""
    return {plan.id: plan.id for plan in edition.of(kind)}


def strategic_view(edition: Edition, subject: str | None) -> View:
    """Return one plan of any kind above a service's, with the ratings of the indicators its objectives name."""
    found = edition.assessment.workspace.subjects[subject or ""]
    item = edition.item(found)
    years = found.record.period.years(edition.assessment.figures.year_start)
    aims = {aim["id"] for aim in item["aims"]}
    return (
        frame(edition, exempted_in(edition, found))
        | actions_of(edition, item, years, "tasks")
        | {
            "plan": dict.fromkeys(_OWN) | item,
            "told": {"related": []},  # no such plan names others without saying how
            "aims": [with_links(aim) | {"priorities": _under(item, {aim["id"]})} for aim in item["aims"]],
            "priorities": [one for one in item["priorities"] if one not in _under(item, aims)],
            "objectives": objectives_of(edition, item),
            "indicators": indicators_of(edition, item),
        }
    )


def _under(item: View, aims: set[str]) -> list[View]:
    """Return the priorities of a plan that belong to some aims."""
    return [one for one in item["priorities"] if one["aim"] and one["aim"]["id"] in aims]
