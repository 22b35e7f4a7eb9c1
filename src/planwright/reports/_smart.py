"""The SMART targets of an objective as rows: what each asks for, how it stands, and the figures in a sentence."""

from planwright.assessment.smart import smart_targets
from planwright.explaining.printed import with_printed_dates
from planwright.explaining.smart import COLOURS, goal, progress
from planwright.page import Status
from planwright.reports._edition import Edition, View
from planwright.wording import capital
from planwright.workspace import Subject


def smart_rows(edition: Edition, objective: Subject) -> list[View]:
    """Return the targets of an objective, in file order.

    Each row has `title`, `goal` (the figures asked for, empty where none are given), `status`, `progress` (the figures
    reached and needed, or what is lacking), `indicator` (its id and title) and `stretch`. Of a target whose indicator
    may not be shown, `status` is None and `progress` empty.
    """
    display = edition.assessment.workspace.settings.display
    rows: list[View] = []
    for standing in smart_targets(edition.assessment, objective):
        hidden = standing.indicator is not None and not edition.shows(standing.indicator.id)
        rows.append(
            {
                "title": standing.target.title,
                "goal": "" if hidden else with_printed_dates(goal(standing)),
                "status": None if hidden else Status(COLOURS[standing.key], capital(standing.key), None),
                "progress": "" if hidden else with_printed_dates(progress(standing, display)),
                "indicator": edition.named(standing.indicator.id) if standing.indicator else None,
                "stretch": standing.target.stretch,
            }
        )
    return rows
