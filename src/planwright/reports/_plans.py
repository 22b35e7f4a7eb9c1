"""Which plan a service has now, and the key facts about a service that papers open with."""

from collections.abc import Mapping

from planwright.reports._edition import Edition, View
from planwright.workspace import Subject


def plans_of_services(edition: Edition) -> Mapping[str, str]:
    """Return the id of a plan by the service it is for (its current one, else the latest) and by its own id."""
    start = edition.assessment.figures.year_start
    found: dict[str, str] = {}
    periods: dict[str, tuple[bool, str]] = {}
    for plan in edition.of("service-plan"):
        first, last = plan.record.period.dates(start)
        rank = (first <= edition.assessment.as_at <= last, last.isoformat())
        service = str(plan.record.service)
        if edition.shows(service) and (service not in periods or rank > periods[service]):
            found[service], periods[service] = plan.id, rank
    return found | {plan.id: plan.id for plan in edition.of("service-plan")}


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
