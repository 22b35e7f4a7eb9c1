"""The work plan of one post, for it and its manager alone: objectives, what is due, what is to be learned."""

from collections.abc import Mapping

from planwright.assessment.duties import Duty, When, duties_of
from planwright.explaining.printed import with_printed_dates
from planwright.kinds import Visibility
from planwright.kinds.people import Holder, People
from planwright.reports._edition import Edition, View
from planwright.reports._frame import frame
from planwright.reports._layer import indicators_of, objectives_of, open_work_of
from planwright.reports._plan_actions import actions_of
from planwright.reports._plans import plans_by_holder
from planwright.reports._wording import printed_due
from planwright.reports._work import action_row
from planwright.wording import capital
from planwright.workspace import Subject

TITLE = "Work plans"
WHOLE = False
EDITIONS = (Visibility.PRIVATE,)


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the posts that have a work plan, and the plans themselves; none but in the private edition."""
    return plans_by_holder(edition, "work-plan", "post")


def view(edition: Edition, subject: str | None) -> View:
    """Return one post's plan with all that lies on its plate."""
    found = edition.assessment.workspace.subjects[subject or ""]
    plan = edition.item(found)
    post = edition.get(found.record.post, "post")
    led = [one["id"] for one in plan["actions_led"] if one["id"] in edition.work]
    own = {one["id"] for one in plan["actions"]}
    others = [one.id for one in open_work_of(edition, str(found.record.post)) if one.id not in {*led, *own}]
    years = found.record.period.years(edition.assessment.figures.year_start)
    return (
        frame(edition, ())
        | actions_of(edition, plan, years, "tasks")
        | {
            "plan": plan,
            "manager": edition.item(post)["reports_to"] if post else None,
            "team": edition.item(post)["team"] if post else None,
            "holders": _holders(edition, found),
            "objectives": objectives_of(edition, plan),
            "indicators": indicators_of(edition, plan),
            "led": [_led(edition, one) for one in led],
            "others": [_led(edition, one) for one in others],
            "due": _due(edition, post) if post else [],
        }
    )


def _holders(edition: Edition, plan: Subject) -> list[View]:
    """Return who has held the post, the latest first."""
    files = [people for _, people in edition.assessment.workspace.plans(People)]
    held = [one for people in files for one in people.holders if one.post == plan.record.post]
    return [edition.data(one) for one in sorted(held, key=_since, reverse=True)]


def _since(holder: Holder) -> str:
    return holder.since.isoformat() if holder.since else ""


def _led(edition: Edition, action: str) -> View:
    """Return an action of another plan, with the plan it stands in."""
    return action_row(edition, action) | {"plan": edition.title(edition.work[action][0].subject.root)}


def _due(edition: Edition, post: Subject) -> list[View]:
    """Return what the post has to see to, by how soon it asks for something."""
    duties = duties_of(edition.assessment, post)
    rows = {when: [one for one in duties if one.when is when] for when in When}
    return [
        {
            "title": capital(when.value),
            "rows": [
                {
                    "sort": one.sort,
                    "id": one.id,
                    "title": one.title,
                    "due": printed_due(one.due) if one.due else "",
                    "status": edition.status(one.state) if one.state else None,
                    "note": _note(one),
                }
                for one in found
            ],
        }
        for when, found in rows.items()
        if found
    ]


def _note(duty: Duty) -> str:
    """Return why it stands there, without the date, which has a column of its own."""
    due = f"due {printed_due(duty.due)}" if duty.due else ""
    return with_printed_dates(duty.note).removeprefix(due).removeprefix(", ")
