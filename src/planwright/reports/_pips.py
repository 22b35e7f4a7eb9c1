"""Improvement plans as papers show them: state, indicator, and when progress is due."""

from planwright.page import printed_date
from planwright.reports._edition import Edition, View
from planwright.workspace import Subject


def pip_row(edition: Edition, subject: Subject) -> View:
    """Return an improvement plan's own fields with how it stands."""
    rating = edition.assessment.pips[subject.id]
    return edition.item(subject) | {
        "status": edition.status(rating.state),
        "open": rating.open,
        "progress_due": printed_date(rating.progress_due) if rating.progress_due else "",
        "progress_overdue": rating.progress_overdue,
    }
