"""What the team plans of a service add up to: whom they serve, how far they are, what time and money they take."""

from collections.abc import Iterable
from decimal import Decimal

from planwright.reports._counts import summary
from planwright.reports._edition import Edition, View
from planwright.reports._links import with_links
from planwright.reports._plans import plans_by_holder
from planwright.workspace import Subject


def teams_of(edition: Edition, plan: Subject) -> View:
    """Return the current plans of the teams of a service plan's service, and what they add up to.

    `rows` has a view for each plan: id, title, team, leader, period, `objectives` with what each serves and whether
    that is `here` (in the service plan), `actions` counted by state, and `days` and `money` of its work programme
    (None where none is given, or the edition may not show them). `total` has the last three of all plans together;
    `without` names the teams that have no plan.
    """
    service = str(plan.record.service)
    current = plans_by_holder(edition, "team-plan", "team")
    teams = [one for one in edition.of("team") if str(edition.value(one.record, "service")) == service]
    found = {team.id: edition.get(current.get(team.id), "team-plan") for team in teams}
    plans = {team: one for team, one in found.items() if one and not edition.assessment.gone(one)}
    return {
        "rows": [_row(edition, one, plan) for one in plans.values()],
        "total": _sums(edition, plans.values()),
        "without": [edition.title(team) for team in teams if team.id not in plans],
    }


def _row(edition: Edition, team_plan: Subject, plan: Subject) -> View:
    item = edition.item(team_plan)
    return {
        "id": team_plan.id,
        "title": edition.title(team_plan),
        "team": item["team"],
        "leader": leader_of(edition, team_plan),
        "period": item["period"],
        "objectives": [_objective(edition, one, plan) for one in item["objectives"]],
    } | _sums(edition, [team_plan])


def _objective(edition: Edition, objective: View, plan: Subject) -> View:
    linked = with_links(objective)
    found = ((link, edition.get(link["to"]["id"])) for link in linked["links"])
    return linked | {"links": [link | {"here": bool(above and above.root is plan)} for link, above in found]}


def leader_of(edition: Edition, team_plan: Subject) -> str | None:
    """Return the title of the post that leads a team plan: its own, else the team's leader; None for neither."""
    own: str | None = edition.item(team_plan)["leader"]
    team = edition.get(team_plan.record.team, "team")
    return own or (edition.item(team)["leader"] if team else None)


def _sums(edition: Edition, plans: Iterable[Subject]) -> View:
    """Return how many actions of some plans are in each state, and the days and money of their work programmes."""
    items = [edition.item(plan) for plan in plans]
    shown = [action["id"] for item in items for action in item["actions"] if action["id"] in edition.work]
    programme = [row for item in items for row in item["work_programme"]]
    return {
        "actions": summary(edition, [edition.work[id_][0].state for id_ in shown]),
        "days": total(programme, "days"),
        "money": total(programme, "money"),
    }


def total(rows: Iterable[View], name: str) -> Decimal | None:
    """Return the sum of a field over some rows; None where no row gives it."""
    given = [row[name] for row in rows if row[name] is not None]
    return sum(given, Decimal(0)) if given else None
