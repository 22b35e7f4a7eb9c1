"""How an improvement plan stands, what it still asks for, and what must be before it may end."""

from collections.abc import Iterator

from planwright.assessment import Assessment, PipRating
from planwright.assessment.ending import ended
from planwright.assessment.exits import exit_tests
from planwright.wording import listed, number_of

from .indicators import trigger_lines
from .lines import Explanation, Line, council_line, sentence


def explain_pip(assessment: Assessment, rating: PipRating) -> Explanation:
    """Return how an improvement plan stands, when progress is due, and which of the tests for its end are met."""
    indicator = assessment.workspace.get(rating.subject.record.indicator)
    about = indicator.title if indicator else rating.subject.title
    headline = f"{rating.state.word}. {sentence(rating.reason)}"
    return Explanation(rating.subject.id, about, rating.state.key, headline, tuple(_lines(assessment, rating)))


def _lines(assessment: Assessment, rating: PipRating) -> Iterator[Line]:
    spot, pip = rating.subject.spot, rating.subject.record
    current = assessment.indicators.get(pip.indicator)
    stands = f": {current.state.word} ({current.period})" if current else ""
    yield Line("indicator", f"{pip.indicator}{stands}", spot.at("indicator"))
    yield Line("opened", pip.opened.isoformat(), spot.at("opened"))
    if current:
        yield from (line for line in trigger_lines(assessment, current) if line.label == "trigger")
    if rating.progress_due:
        word = "was due" if rating.progress_overdue else "due"
        yield Line("next progress", f"{word} {rating.progress_due.isoformat()}", spot.at("progress"))
    for factor in rating.unaddressed:
        found = assessment.workspace.get(factor.id, "factor")
        text = f"{factor.id}: {factor.text}; no solution takes it up"
        yield Line("not addressed", text, found.spot if found else None)
    yield from _exit_lines(assessment, rating)


def _exit_lines(assessment: Assessment, rating: PipRating) -> Iterator[Line]:
    """Yield each test for the end of a plan, met or not, with why, and what is still to come."""
    pip, spot = rating.subject.record, rating.subject.spot
    tests = exit_tests(assessment, rating)
    for test in tests:
        yield Line(f"exit: {test.name}", f"{'met' if test.met else 'not met'}: {test.reason}", test.spot)
    process = assessment.workspace.settings.pips
    asked = f"on target for {number_of(process.on_target_periods, 'period')} before it may end"
    yield council_line("asked for", asked, process, "pips", "on_target_periods")
    if over := _other_exit(assessment, rating):
        yield Line("other exit", over, spot.at("accepted") if pip.accepted else None)
    elif rating.open:
        still = listed(test.name for test in tests if not test.met)
        text = f"still to come: {still}; or the indicator is retired, or members accept the shortfall by a decision"
        yield Line("what would end it", text)


def _other_exit(assessment: Assessment, rating: PipRating) -> str:
    """Return, in words, the exit that does without the tests; empty where there is none."""
    pip = rating.subject.record
    indicator = assessment.workspace.get(pip.indicator, "indicator")
    if over := ended(pip, assessment.as_at):
        return f"the plan was retired: {over}"
    if indicator and (gone := ended(indicator.record, assessment.as_at)):
        return f"the indicator is retired: {gone}"
    return f"the shortfall was accepted by {pip.accepted}" if pip.accepted else ""
