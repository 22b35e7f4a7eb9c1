"""The plans above a service's, as papers show them: what they aim at, how they stand, who leads, who watches."""

from collections.abc import Mapping

from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.reports._indicators import indicator_row
from planwright.reports._links import with_links
from planwright.reports._smart import smart_rows
from planwright.reports._work import action_row
from planwright.workspace import Subject

# What only one of the kinds has.
_OWN = ("partnership", "partners", "commitment", "approved_by", "reviewed", "department", "source")


def plans_of(edition: Edition, kind: str) -> Mapping[str, str]:
    """Return the plans of one kind, each by its own id."""
    return {plan.id: plan.id for plan in edition.of(kind)}


def strategic_view(edition: Edition, subject: str | None) -> View:
    """Return one plan of any kind above a service's, with the ratings of the indicators its objectives name."""
    found = edition.assessment.workspace.subjects[subject or ""]
    item = edition.item(found)
    return frame(edition, exempted_in(edition, found)) | {
        "plan": dict.fromkeys(_OWN) | item,
        "aims": [with_links(aim) | {"priorities": _priorities(item, aim)} for aim in item["aims"]],
        "priorities": [one for one in item["priorities"] if not one["aim"]],
        "objectives": [_objective(edition, one) for one in item["objectives"]],
        "indicators": [indicator_row(edition, one) for one in _indicators(edition, item)],
        "actions": [action_row(edition, one["id"]) for one in item["actions"] if one["id"] in edition.work],
    }


def _priorities(item: View, aim: View) -> list[View]:
    return [one for one in item["priorities"] if one["aim"] and one["aim"]["id"] == aim["id"]]


def _objective(edition: Edition, objective: View) -> View:
    return with_links(objective) | {
        "smart": smart_rows(edition, edition.assessment.workspace.subjects[objective["id"]])
    }


def _indicators(edition: Edition, item: View) -> list[Subject]:
    """Return the indicators that objectives or their targets name and that are still kept, each once."""
    named = [one["id"] for objective in item["objectives"] for one in objective["measured_by"]]
    named += [
        target["indicator"]["id"]
        for objective in item["objectives"]
        for target in objective["targets"]
        if target["indicator"]
    ]
    states = edition.assessment.indicators
    known = (edition.get(id_, "indicator") for id_ in dict.fromkeys(named))
    return [one for one in known if one and states[one.id].state.key != "retired"]
