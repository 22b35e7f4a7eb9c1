"""What rules ask of improvement plans: which are open, and which of these could be read whole."""

from collections.abc import Iterator

from planwright.assessment import Assessment, PipRating


def open_plans(assessment: Assessment) -> Iterator[PipRating]:
    """Yield how each plan that is neither complete nor gone stands."""
    for rating in assessment.pips.values():
        if rating.open:
            yield rating


def whole_open_plans(assessment: Assessment) -> Iterator[PipRating]:
    """Yield the open plans of which every part could be read."""
    unread = {one.document.file for one in assessment.workspace.loaded if one.reading.problems}
    for rating in open_plans(assessment):
        if rating.subject.spot.file not in unread:
            yield rating
