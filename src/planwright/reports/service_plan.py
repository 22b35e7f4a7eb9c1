"""The whole service plan in the four questions: where we are, where we need to be, how we get there, how we know."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import groupby

from planwright.reports._cuts import Cuts
from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.reports._indicators import indicator_row, year_targets
from planwright.reports._plans import plans_of_services, service_facts
from planwright.reports._risks import by_score, risk_row
from planwright.reports._work import OVERDUE, action_row
from planwright.workspace import Subject

TITLE = "Service plans"
WHOLE = False
CUTS = Cuts(parts=("1", "2"), layouts=("questions", "ambition"))
_LINKS = {
    "direct": "serves directly",
    "indirect": "contributes indirectly to",
    "supports": "supports",
    "contributes": "contributes to",
}
_PARTS = {
    "part 1": "Part 1, what members agree",
    "part 2": "Part 2, how officers run the service",
    "whole": "The whole plan",
}
_OTHER_SAVING = "less for even less"


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the services that have a plan, and the plans themselves."""
    return plans_of_services(edition)


def view(edition: Edition, subject: str | None) -> View:
    """Return one plan with everything it refers to."""
    found = edition.assessment.workspace.subjects[subject or ""]
    plan = edition.item(found)
    indicators = _indicators(edition, found, plan)
    years = found.record.period.years(edition.assessment.figures.year_start)
    return frame(edition, exempted_in(edition, found, *_own_indicators(edition, found))) | {
        "plan": plan
        | {
            "title": plan["title"] or edition.title(found),
            "achievements": [one | {"evidence": _evidence(edition, one)} for one in plan["achievements"]],
        },
        "approvals": [one | {"name": _PARTS[one["part"]]} for one in plan["approvals"]],
        "facts": service_facts(edition, found),
        "objectives": [_objective(one) for one in plan["objectives"]],
        "themes": _themes(edition, plan),
        "overdue": OVERDUE,
        "with_key": any(action["key"] for action in plan["actions"]),
        "with_resources": any(action["resources"] for action in plan["actions"]),
        "indicators": [indicator_row(edition, one) for one in indicators],
        "years": [str(year) for year in years],
        "targets": [
            {"id": one.id, "title": edition.title(one), "targets": targets, "owner": edition.item(one)["owner"]}
            for one in indicators
            if any(targets := year_targets(edition, one, years))
        ],
        "risks": _risks(edition, plan),
        "efficiency": _efficiency(plan, [str(year) for year in years]),
    }


def _own_indicators(edition: Edition, found: Subject) -> list[Subject]:
    """Return all indicators of the plan's service, those too that may not be shown."""
    of = edition.assessment.service
    return [one for one in edition.assessment.workspace.of("indicator") if of(one) == of(found)]


def _objective(objective: View) -> View:
    return objective | {"links": [link | {"how": _LINKS[link["type"]]} for link in objective["links"]]}


def _indicators(edition: Edition, found: Subject, plan: View) -> list[Subject]:
    """Return the plan's indicators: those its objectives name, those defined in it, then the service's others."""
    named = [indicator["id"] for objective in plan["objectives"] for indicator in objective["measured_by"]]
    named += [indicator["id"] for indicator in plan["indicators"]]
    named += [subject.id for subject in edition.within(edition.service(found), "indicator")]
    states = edition.assessment.indicators
    known = (edition.get(id_, "indicator") for id_ in dict.fromkeys(named))
    return [subject for subject in known if subject and states[subject.id].state.key != "retired"]


def _themes(edition: Edition, plan: View) -> list[View]:
    """Return the actions grouped by theme, in the order in which the themes first appear."""
    rows = [action_row(edition, action["id"]) for action in plan["actions"] if action["id"] in edition.work]
    order = list(dict.fromkeys(row["theme"] for row in rows))
    rows.sort(key=lambda row: order.index(row["theme"]))
    return [{"title": theme, "actions": list(group)} for theme, group in groupby(rows, key=lambda row: row["theme"])]


def _risks(edition: Edition, plan: View) -> list[View]:
    found = (edition.get(risk["id"], "risk") for risk in plan["risks"])
    return [risk_row(edition, risk) for risk in by_score(edition, [risk for risk in found if risk])]


def _evidence(edition: Edition, achievement: View) -> str:
    """Return what shows an achievement: the item by its title where its id stands there alone."""
    named = edition.named(achievement["evidence"]) if edition.shows(achievement["evidence"]) else None
    return f"{named['title']} ({named['id']})" if named else achievement["evidence"] or ""


def _totals(rows: list[View], years: list[str]) -> list[Decimal | None]:
    """Return the sums of rows by year, None for a year without any; empty where there is nothing to add up."""
    amounts = [[row["amounts"][year] for row in rows if row["amounts"].get(year) is not None] for year in years]
    return [sum(each, Decimal(0)) if each else None for each in amounts] if any(amounts) else []


def _efficiency(plan: View, years: list[str]) -> list[View]:
    """Return gains and savings in the guidance's groups, each with its rows and totals by year."""
    gains = [row for row in plan["efficiency"] if row["category"] != _OTHER_SAVING]
    groups = (
        ("Efficiency gains that release money (cashable)", [row for row in gains if row["cashable"]]),
        ("Efficiency gains that do not release money (non-cashable)", [row for row in gains if not row["cashable"]]),
        ("Other savings, which are not efficiency gains", [row for row in plan["efficiency"] if row not in gains]),
    )
    return [
        {
            "title": title,
            "rows": [row | {"amounts": [row["amounts"].get(year) for year in years]} for row in rows],
            "totals": _totals(rows, years),
        }
        for title, rows in groups
        if rows
    ]
