"""The team plan: the team's objectives and what they lead to, who does what by when, with what time and money."""

from collections.abc import Mapping

from planwright.assessment.duties import posts_of
from planwright.reports._counts import summary
from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.reports._layer import indicators_of, objectives_of, open_work_of
from planwright.reports._plan_actions import actions_of
from planwright.reports._plan_resources import bill_of
from planwright.reports._plans import plans_by_holder, plans_of_services
from planwright.reports._risks import by_score, risk_row
from planwright.reports._teams import leader_of, total
from planwright.workspace import Subject

TITLE = "Team plans"
WHOLE = False


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the teams that have a plan, and the plans themselves."""
    return plans_by_holder(edition, "team-plan", "team")


def view(edition: Edition, subject: str | None) -> View:
    """Return one team's plan with everything it refers to, and what each post of the team has to do."""
    found = edition.assessment.workspace.subjects[subject or ""]
    plan = edition.item(found)
    years = found.record.period.years(edition.assessment.figures.year_start)
    shown = [one["id"] for one in plan["actions"] if one["id"] in edition.work]
    service = edition.service(found)
    above = edition.get(plans_of_services(edition).get(service), "service-plan")
    return (
        frame(edition, exempted_in(edition, found))
        | actions_of(edition, plan, years, "tasks")
        | {
            "plan": plan | {"title": edition.title(found)},
            "leader": leader_of(edition, found),
            "service": edition.named(service, by_title=True) if service else None,
            "above": edition.named(above.id) if above else None,
            "objectives": objectives_of(edition, plan),
            "counts": summary(edition, [edition.work[id_][0].state for id_ in shown]),
            "years": [str(year) for year in years],
            "bill": bill_of(edition, plan, years),
            "days": total(plan["work_programme"], "days"),
            "money": total(plan["work_programme"], "money"),
            "told": {"risks": _risks(edition, plan)},
            "indicators": indicators_of(edition, plan),
            "posts": _posts(edition, found),
        }
    )


def _risks(edition: Edition, plan: View) -> list[View]:
    found = (edition.get(risk["id"], "risk") for risk in plan["risks"])
    return [risk_row(edition, risk) for risk in by_score(edition, [risk for risk in found if risk])]


def _posts(edition: Edition, plan: Subject) -> list[View]:
    """Return what each post of the team leads in the plan and elsewhere, and which indicators and risks it owns."""
    team = edition.get(plan.record.team, "team")
    posts = posts_of(edition.assessment.workspace, team) if team else ()
    return [_post(edition, plan, post) for post in posts if edition.shows(post.id)]


def _post(edition: Edition, plan: Subject, post: Subject) -> View:
    work = open_work_of(edition, post.id)
    owned = [one for one in edition.of("indicator", "risk") if str(edition.value(one.record, "owner")) == post.id]
    live = [one for one in owned if not edition.assessment.gone(one) and not getattr(one.record, "closed", None)]
    return {
        "title": edition.title(post),
        "vacant": edition.item(post)["vacant"],
        "here": [edition.named(one.id) for one in work if one.root is plan],
        "elsewhere": [edition.named(one.id) for one in work if one.root is not plan],
        "owns": [edition.named(one.id) for one in live],
    }
