"""How an improvement plan ends: solutions in place, back on target, formally closed; or retired, or accepted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planwright.kinds.pip import Entry, Solution
from planwright.wording import listed, number_of
from planwright.workspace import Spot, Subject

from . import Assessment
from .pips import PipRating, chosen, is_in_place
from .rating import IndicatorRating
from .triggers import on_target_for


@dataclass(frozen=True, slots=True)
class ExitTest:
    """One condition for a plan to end: what it asks, whether it is met, why, and where that stands."""

    name: str
    met: bool
    reason: str
    spot: Spot


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


def not_in_place(rating: PipRating, on: date) -> Iterator[tuple[Solution, Spot]]:
    """Yield the chosen solutions that were not in place on a day, with their spots."""
    for solution, spot in chosen_solutions(rating):
        if not is_in_place(solution.in_place, on):
            yield solution, spot


def last_results(assessment: Assessment, indicator: Subject, until: date) -> tuple[IndicatorRating, ...]:
    """Return the last ratings with a value up to a day, oldest first: at most as many as must be on target."""
    asked = assessment.workspace.settings.pips.on_target_periods
    known = [one for one in assessment.ratings.history(indicator) if one.period.last <= until and one.value is not None]
    return tuple(known[-asked:]) if asked else ()


def exit_tests(assessment: Assessment, rating: PipRating) -> tuple[ExitTest, ...]:
    """Return the conditions for a plan to end, as they stood on the day it was completed or stand at the date."""
    done = completion(assessment, rating)
    on = done.on if done else assessment.as_at
    found = [_in_place(rating, on)]
    indicator = assessment.workspace.get(rating.subject.record.indicator, "indicator")
    if indicator and assessment.workspace.settings.pips.on_target_periods:
        found.append(_on_target(assessment, rating, indicator, on))
    progress = rating.subject.spot.at("progress")
    closed = f"completed {done.on.isoformat()}" if done else "no entry of its progress says completion: yes"
    return (*found, ExitTest("formally closed", done is not None, closed, progress))


def _in_place(rating: PipRating, on: date) -> ExitTest:
    wanting = [f"{solution.id} (by {solution.in_place_by.isoformat()})" for solution, _ in not_in_place(rating, on)]
    number = len([*chosen_solutions(rating)])
    name, spot = "solutions in place", rating.subject.spot.at("solutions")
    if not number:
        return ExitTest(name, met=False, reason="no solution is proposed", spot=spot)
    if wanting:
        return ExitTest(name, met=False, reason=f"not yet {listed(wanting)}", spot=spot)
    every = "its solution is" if number == 1 else f"all {number} are"
    return ExitTest(name, met=True, reason=f"{every} in place", spot=spot)


def _on_target(assessment: Assessment, rating: PipRating, indicator: Subject, on: date) -> ExitTest:
    asked = assessment.workspace.settings.pips.on_target_periods
    name, spot = f"on target for {number_of(asked, 'period')}", rating.subject.spot.at("indicator")
    last = last_results(assessment, indicator, on)
    if not last:
        return ExitTest(name, met=False, reason=f"{indicator.id} has no result yet", spot=spot)
    stood = listed(f"{one.state.word.lower()} ({one.period})" for one in last)
    running = on_target_for(last[-1], asked)
    reason = f"{indicator.id} was {stood}, on target for {running} of {number_of(asked, 'period')}"
    return ExitTest(name, running >= asked, reason, spot)
