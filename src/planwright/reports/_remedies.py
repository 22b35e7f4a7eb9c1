"""What is being done about an indicator: by whom, by when, and how far it is."""

import re
from collections.abc import Iterator

from planwright.assessment.pips import is_in_place
from planwright.assessment.work import OVER
from planwright.page import printed_date
from planwright.reports._edition import Edition, View
from planwright.reports._wording import printed_due
from planwright.workspace import Subject

_WORDS = re.compile(r"[\w./-]*\w")


def remedies(edition: Edition, subject: Subject, doing: str | None) -> list[View]:
    """Return what has a date: solutions of open improvement plans and the actions that its result names.

    Where there are none, the unfinished actions of the objectives that the indicator measures.
    """
    found = [*_solutions(edition, subject), *_named(edition, doing or "")]
    return found or list(_of_objectives(edition, subject))


def _solutions(edition: Edition, subject: Subject) -> Iterator[View]:
    for plan in edition.assessment.pips_of(subject.id):
        if not plan.open or not edition.shows(plan.subject.id):
            continue
        for one in edition.item(plan.subject)["solutions"]:
            if one["chosen"] is not False:
                yield {
                    "what": one["text"],
                    "where": plan.subject.id,
                    "lead": one["lead"],
                    "due": printed_date(one["in_place_by"]),
                    "status": edition.status(edition.assessment.states[_state(edition, one)]),
                }


def _state(edition: Edition, solution: View) -> str:
    if is_in_place(solution["in_place"], edition.assessment.as_at):
        return "complete" if solution["in_place"] <= solution["in_place_by"] else "complete-late"
    return "overdue" if solution["in_place_by"] < edition.assessment.as_at else "not-due"


def _named(edition: Edition, doing: str) -> Iterator[View]:
    """Yield the actions whose ids stand in what is said to be done."""
    for word in dict.fromkeys(_WORDS.findall(doing)):
        if word in edition.work:
            yield _action(edition, word)


def _of_objectives(edition: Edition, subject: Subject) -> Iterator[View]:
    served = {one.id for one in edition.of("objective") if subject.id in map(str, one.record.measured_by)}
    for action in edition.of("action"):
        if str(action.record.objective) in served and edition.work[action.id][0].state.key not in OVER:
            yield _action(edition, action.id)


def _action(edition: Edition, id_: str) -> View:
    rating = edition.work[id_][0]
    item = edition.item(rating.subject)
    return {
        "what": item["title"],
        "where": id_,
        "lead": item["lead"],
        "due": printed_due(rating.due) if rating.due else "",
        "status": edition.status(rating.state),
    }
