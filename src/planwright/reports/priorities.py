"""All service plans' priorities, near and long term, side by side: what the draft performance plan is made from."""

from collections.abc import Iterator, Mapping

from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.reports._plans import plans_of_services
from planwright.reports._scope import Scope, scope_of, scopes
from planwright.workspace import Subject

TITLE = "Overview of priorities"
WHOLE = True
_HORIZONS = ("near term", "long term")
_UNRANKED = 10**6


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the portfolios and committees whose services have plans."""
    planned = {edition.service(plan) for plan in _plans(edition)}
    holders = (one for one in scopes(edition) if edition.get(one, "portfolio", "committee"))
    return {one: one for one in holders if planned & set(scope_of(edition, one).services)}


def view(edition: Edition, subject: str | None) -> View:
    """Return the priorities of the current plans by when they matter, and the services that have named none."""
    scope = scope_of(edition, subject)
    plans = [plan for plan in _plans(edition) if _within(edition, scope, plan)]
    rows = [row for plan in plans for row in _rows(edition, plan)]
    rows.sort(key=lambda row: _UNRANKED if row["rank"] is None else row["rank"])
    return frame(edition, exempted_in(edition, *plans)) | {
        "about": scope.title,
        "horizons": [
            {"title": horizon.capitalize(), "rows": found}
            for horizon in _HORIZONS
            if (found := [row for row in rows if row["horizon"] == horizon])
        ],
        "none": [edition.item(plan)["service"] for plan in plans if not edition.item(plan)["priorities"]],
        "council": []
        if subject
        else [edition.item(one) for one in edition.of("priority") if _is_corporate(edition, one)],
    }


def _is_corporate(edition: Edition, priority: Subject) -> bool:
    """Whether a priority is the council's, not the country's, the partners' or a department's."""
    return edition.assessment.thread.layer(priority) == "corporate"


def _plans(edition: Edition) -> list[Subject]:
    """Return each service's current plan, else its latest, in the order of the services."""
    current = plans_of_services(edition)
    ids = (current[one.id] for one in edition.of("service") if one.id in current)
    return [plan for id_ in ids if (plan := edition.get(id_, "service-plan"))]


def _within(edition: Edition, scope: Scope, plan: Subject) -> bool:
    return not scope.services or edition.service(plan) in scope.services


def _rows(edition: Edition, plan: Subject) -> Iterator[View]:
    item = edition.item(plan)
    service = edition.get(plan.record.service, "service")
    for one in item["priorities"]:
        yield one | {
            "service": item["service"],
            "plan": plan.id,
            "portfolio": edition.item(service)["portfolio"] if service else None,
        }
