"""The service plan as a list of sections: whole, in the four questions or four headings, or cut into its two parts."""

from collections.abc import Iterator, Mapping

from planwright.reports._cuts import Cuts
from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.reports._layer import objectives_of
from planwright.reports._plan_actions import actions_of
from planwright.reports._plan_efficiency import asked_of, efficiency_of
from planwright.reports._plan_improvements import improvements_of
from planwright.reports._plan_performance import performance_of
from planwright.reports._plan_resources import bill_of
from planwright.reports._plan_sections import LAYOUTS, PARTS, chapters
from planwright.reports._plan_triggers import triggers_of
from planwright.reports._plans import plans_of_services, service_facts
from planwright.reports._risks import by_score, risk_row
from planwright.reports._teams import teams_of
from planwright.reports._work import action_row, with_titles
from planwright.workspace import Subject

TITLE = "Service plans"
WHOLE = False
CUTS = Cuts(parts=tuple(PARTS), layouts=tuple(LAYOUTS))
_PARTS = {
    "part 1": "Part 1, what members agree",
    "part 2": "Part 2, how officers run the service",
    "whole": "The whole plan",
}


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the services that have a plan, and the plans themselves."""
    return plans_of_services(edition)


def view(edition: Edition, subject: str | None) -> View:
    """Return one plan with everything it refers to, and the chapters of the edition's cut of it."""
    found = edition.assessment.workspace.subjects[subject or ""]
    plan = edition.item(found)
    indicators = _indicators(edition, found, plan)
    years = found.record.period.years(edition.assessment.figures.year_start)
    return (
        frame(edition, exempted_in(edition, found, *_own_indicators(edition, found)))
        | {
            "plan": plan
            | {
                "title": plan["title"] or f"{edition.title(found)} service plan",
                "achievements": [one | {"evidence": _evidence(edition, one)} for one in plan["achievements"]],
            },
            "part": _PARTS[_part(edition)] if edition.cut.part else "",
            "chapters": chapters(edition, plan),
            "years": [str(year) for year in years],
            "bill": bill_of(edition, plan, years),
            "told": _told(edition, found, plan)
            | {
                "efficiency": efficiency_of(plan, [str(year) for year in years]),
                "asked": asked_of(plan, edition.settings["plans"]["efficiency_target"]),
                "triggers": triggers_of(edition, indicators),
            }
            | improvements_of(edition, plan, indicators)
            | performance_of(edition, plan, indicators, years),
        }
        | actions_of(edition, plan, years, edition.settings["plans"]["action_layout"])
    )


def _part(edition: Edition) -> str:
    return f"part {edition.cut.part}" if edition.cut.part else "whole"


def _told(edition: Edition, found: Subject, plan: View) -> View:
    """Return what sections show that the plan itself does not hold, or not in that form."""
    teams = teams_of(edition, found)
    approved = ("part 1", "part 2", "whole") if _part(edition) == "whole" else ("whole", _part(edition))
    return {
        "approvals": [one | {"name": _PARTS[one["part"]]} for one in plan["approvals"] if one["part"] in approved],
        "facts": service_facts(edition, found),
        "council": _council(edition),
        "seen": plan["member_review_months"] or edition.settings["plans"]["member_review_months"],
        "objectives": objectives_of(edition, plan),
        "risks": _risks(edition, plan),
        "teams": teams,
        "programmes": {one["id"]: _programme(edition, one["id"]) for one in teams["rows"]},
        "developments": list(_developments(edition, plan)),
        "related": [one for one in plan["related"] if one not in [other["plan"] for other in plan["other_plans"]]],
        "changes": list(_changes(edition, plan)),
    }


def _council(edition: Edition) -> View | None:
    """Return the corporate plan of today where it has a vision, which that of a service is to serve."""
    start = edition.assessment.figures.year_start
    for one in edition.of("corporate-plan"):
        first, last = one.record.period.dates(start)
        if first <= edition.assessment.as_at <= last and edition.item(one)["vision"]:
            return edition.item(one)
    return None


def _programme(edition: Edition, team_plan: str) -> list[View]:
    """Return a team's time and money by function and project."""
    found = edition.get(team_plan, "team-plan")
    programme: list[View] = edition.item(found)["work_programme"] if found else []
    return programme


def _developments(edition: Edition, plan: View) -> Iterator[View]:
    """Yield each partnership with every action that develops it; with None where there is none."""
    for partnership in plan["partnerships"]:
        named = [one["id"] for one in partnership["development"] if one["id"] in edition.work]
        for id_ in named:
            yield partnership | {"action": action_row(edition, id_)}
        if not named:
            yield partnership | {"action": None}


def _own_indicators(edition: Edition, found: Subject) -> list[Subject]:
    """Return all indicators of the plan's service, those too that may not be shown."""
    of = edition.assessment.service
    return [one for one in edition.assessment.workspace.of("indicator") if of(one) == of(found)]


def _indicators(edition: Edition, found: Subject, plan: View) -> list[Subject]:
    """Return the plan's indicators: those its objectives name, those defined in it, then the service's others."""
    named = [indicator["id"] for objective in plan["objectives"] for indicator in objective["measured_by"]]
    named += [indicator["id"] for indicator in plan["indicators"]]
    named += [subject.id for subject in edition.within(edition.service(found), "indicator")]
    states = edition.assessment.indicators
    known = (edition.get(id_, "indicator") for id_ in dict.fromkeys(named))
    return [subject for subject in known if subject and states[subject.id].state.key != "retired"]


def _risks(edition: Edition, plan: View) -> list[View]:
    found = (edition.get(risk["id"], "risk") for risk in plan["risks"])
    return [risk_row(edition, risk) for risk in by_score(edition, [risk for risk in found if risk])]


def _evidence(edition: Edition, achievement: View) -> str:
    """Return what shows an achievement: the item by its title where its id stands there alone."""
    named = edition.named(achievement["evidence"]) if edition.shows(achievement["evidence"]) else None
    return f"{named['title']} ({named['id']})" if named else achievement["evidence"] or ""


def _changes(edition: Edition, plan: View) -> Iterator[View]:
    """Yield the recorded changes of the plan, its objectives and its actions, each with the id of what was changed.

    A value that is an id is told by its title. Dates that were moved are among them.
    """
    for item in (plan, *plan["objectives"], *plan["actions"]):
        for change in item["changes"]:
            yield with_titles(edition, change) | {"id": item["id"], "implications": None}
    for action in plan["actions"]:
        yield from _slips(action)


def _slips(action: View) -> Iterator[View]:
    """Yield each new date of an action and of its steps, with the one before it and what the later date means."""
    for step in (action, *action["milestones"]):
        before = step["due"]
        for slip in step["revised"]:
            of = None if step is action else step["title"]
            yield slip | {"id": action["id"], "field": "date", "period": of, "from": before}
            before = slip["to"]
