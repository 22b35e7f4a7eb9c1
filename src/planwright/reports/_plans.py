"""Which plan a service, team or post has now, and the key facts about a service that papers open with."""

from collections.abc import Mapping

from planwright.reports._edition import Edition, View
from planwright.workspace import Subject


def plans_of_services(edition: Edition) -> Mapping[str, str]:
    """Return the id of a plan by the service it is for and by its own id."""
    return plans_by_holder(edition, "service-plan", "service")


def plans_by_holder(edition: Edition, thing: str, holder: str) -> Mapping[str, str]:
    """Return the id of a plan of one sort by what it is for (its current one, else the latest) and by its own id.

    `holder` is the field that names what such a plan is for: `service`, `team` or `post`.
    """
    start = edition.assessment.figures.year_start
    found: dict[str, str] = {}
    periods: dict[str, tuple[bool, str]] = {}
    for plan in edition.of(thing):
        first, last = plan.record.period.dates(start)
        rank = (first <= edition.assessment.as_at <= last, last.isoformat())
        held = str(getattr(plan.record, holder))
        if edition.shows(held) and (held not in periods or rank > periods[held]):
            found[held], periods[held] = plan.id, rank
    return found | {plan.id: plan.id for plan in edition.of(thing)}


def live_objectives(edition: Edition, plan: View) -> list[View]:
    """Return the objectives of a plan that are still pursued."""
    found = ((one, edition.get(one["id"], "objective")) for one in plan["objectives"])
    return [one for one, subject in found if subject is None or not edition.assessment.gone(subject)]


def service_facts(edition: Edition, plan: Subject) -> View:
    """Return the facts about a plan's service: who heads it, where it belongs, what it has."""
    item = edition.item(plan)
    service = edition.get(plan.record.service, "service")
    own = edition.item(service) if service else {}
    return {
        "service": item["service"] or edition.title(plan),
        "summary": own.get("summary"),
        "head": item["owner"] or own.get("head"),
        "department": own.get("department"),
        "portfolio": own.get("portfolio"),
        "committee": own.get("committee"),
        "support": own.get("type") == "support",
        "period": item["period"],
        "profile": item["profile"] or {},
    }
