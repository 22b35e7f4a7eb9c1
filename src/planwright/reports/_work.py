"""Actions and milestones as papers show them: dates kept apart, every slip with its reason."""

from planwright.assessment import WorkRating
from planwright.page import printed_date
from planwright.reports._edition import Edition, View
from planwright.reports._wording import printed_due

OVERDUE = ("overdue", "overdue-in-grace")


def action_row(edition: Edition, action: str) -> View:
    """Return an action's own fields with how it and its milestones stand; raises KeyError where it may not be shown."""
    own, *steps = edition.work[action]
    row = _row(edition, own)
    shown = steps if row["milestones"] else []
    return row | {
        "milestones": [_row(edition, step) for step in shown],
        "changes": [with_titles(edition, change) for change in row["changes"]],
    }


def with_titles(edition: Edition, change: View) -> View:
    """Return a recorded change with the titles of what its two values name by their ids."""
    named = {end: edition.get(change[end]) for end in ("from", "to")}
    return change | {end: edition.title(found) for end, found in named.items() if found}


def work_rows(edition: Edition, ratings: list[WorkRating]) -> list[View]:
    """Return actions and milestones in one list by date, each with the action it belongs to."""
    ordered = sorted(ratings, key=lambda rating: (rating.due.day.isoformat() if rating.due else "", rating.id))
    return [_row(edition, rating) | _holder(edition, rating) for rating in ordered]


def _row(edition: Edition, rating: WorkRating) -> View:
    own = edition.data(rating.record)
    slipped = rating.slipped and rating.promised is not None
    return own | {
        "id": rating.id,
        "status": edition.status(rating.state),
        "state": rating.state.key,
        "due": printed_due(rating.due) if rating.due else "",
        "promised": printed_due(rating.promised) if slipped and rating.promised else "",
        "done": printed_date(rating.done) if rating.done else "",
        "because": own["reason"] or (own["revised"][-1]["reason"] if own["revised"] else ""),
    }


def _holder(edition: Edition, rating: WorkRating) -> View:
    action = edition.item(rating.subject)
    service = edition.service(rating.subject)
    return {
        "action": None if rating.index is None else action["title"],
        "lead": action["lead"],
        "service": edition.named(service, by_title=True) if service else None,
    }
