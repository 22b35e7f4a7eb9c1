"""What rules ask of improvement plans: which are open, when one was completed, and what was chosen."""

from collections.abc import Iterator

from planwright.assessment import Assessment, PipRating
from planwright.assessment.pips import chosen
from planwright.kinds.pip import Entry, Solution
from planwright.workspace import Spot


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


def completion(assessment: Assessment, rating: PipRating) -> Entry | None:
    """Return the entry that completed a plan; None while it is open."""
    done = [one for one in rating.subject.record.progress if one.completion and one.on <= assessment.as_at]
    return done[0] if done else None


def excused(assessment: Assessment, rating: PipRating) -> bool:
    """Whether a plan may close without success: its shortfall was accepted, or its indicator has ended."""
    indicator = assessment.workspace.get(rating.subject.record.indicator, "indicator")
    return bool(rating.subject.record.accepted) or indicator is None or assessment.gone(indicator)


def chosen_solutions(rating: PipRating) -> Iterator[tuple[Solution, Spot]]:
    """Yield the solutions of a plan that are to be put in place, with their spots."""
    solutions: tuple[Solution, ...] = rating.subject.record.solutions
    wanted = chosen(solutions)
    for index, solution in enumerate(solutions):
        if solution in wanted:
            yield solution, rating.subject.spot.at("solutions", index)
