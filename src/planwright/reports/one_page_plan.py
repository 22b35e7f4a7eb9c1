"""The one-page plan: where we are, where we want to be, how we get there, what it takes, how we know."""

from collections.abc import Mapping
from decimal import Decimal

from planwright.assessment.work import OVER
from planwright.records.sections import SECTIONS
from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.reports._indicators import indicator_row
from planwright.reports._plans import live_objectives, plans_of_services, service_facts
from planwright.reports._work import action_row
from planwright.workspace import Subject

TITLE = "One-page plans"
WHOLE = False
FITS = True


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the services that have a plan, and the plans themselves."""
    return plans_of_services(edition)


def view(edition: Edition, subject: str | None) -> View:
    """Return what one page has room for: every objective, the key actions and the key indicators.

    A plan that marks no action or indicator as key shows all of them: whether they fit is measured, never assumed.
    """
    found = edition.assessment.workspace.subjects[subject or ""]
    plan = edition.item(found)
    rows = [action_row(edition, action["id"]) for action in plan["actions"] if action["id"] in edition.work]
    indicators = _indicators(edition, found, plan)
    return frame(edition, exempted_in(edition, found)) | {
        "facts": service_facts(edition, found),
        "plan": plan
        | {
            "title": plan["title"] or edition.title(found),
            "objectives": live_objectives(edition, plan),
        },
        "actions": [row for row in rows if row["key"]] or [row for row in rows if row["state"] not in OVER],
        "all_actions": len(rows),
        "bill": _bill(rows),
        "indicators": [indicator_row(edition, one) for one in indicators],
        "elsewhere": [one | {"title": SECTIONS.get(one["section"], one["section"])} for one in plan["held_elsewhere"]],
    }


def _indicators(edition: Edition, found: Subject, plan: View) -> list[Subject]:
    """Return the plan's key indicators, else those that its objectives name."""
    named = [indicator["id"] for objective in plan["objectives"] for indicator in objective["measured_by"]]
    own = [one.id for one in edition.within(edition.service(found), "indicator")]
    known = [one for id_ in dict.fromkeys([*named, *own]) if (one := edition.get(id_, "indicator"))]
    live = [one for one in known if edition.assessment.indicators[one.id].state.key != "retired"]
    return [one for one in live if one.record.key] or [one for one in live if one.id in named]


def _bill(rows: list[View]) -> View:
    """Return what all actions of the plan take together, as far as the edition may say; None where nothing is given."""
    given = [row["resources"] for row in rows if row.get("resources")]
    money = [one["money"] for one in given if one["money"] is not None]
    staff = [one["fte"] for one in given if one["fte"] is not None]
    unfunded = [one["money"] for one in given if one["funded"] is False and one["money"] is not None]
    return {
        "money": sum(money, Decimal(0)) if money else None,
        "fte": sum(staff, Decimal(0)) if staff else None,
        "unfunded": sum(unfunded, Decimal(0)) if unfunded else None,
        "skills": [one["skills"] for one in given if one["skills"]],
    }
