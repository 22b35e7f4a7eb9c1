"""How the state of an action or milestone follows from its dates, and from which day it would be another."""

from collections.abc import Iterator
from datetime import date, timedelta

from planwright.assessment import Assessment, WorkRating
from planwright.assessment.work import elapsed
from planwright.kinds.settings import DateRules
from planwright.quantity import shown
from planwright.wording import number_of
from planwright.workspace import Spot

from .lines import Explanation, Line, council_line, sentence

_OPEN = frozenset({"not-due", "due-soon", "overdue-in-grace", "overdue"})


def explain_work(assessment: Assessment, rating: WorkRating) -> Explanation:
    """Return how the state of an action or milestone follows from its dates."""
    headline = f"{rating.state.word}. {sentence(rating.reason)}"
    return Explanation(rating.id, rating.title, rating.state.key, headline, tuple(_lines(assessment, rating)))


def _lines(assessment: Assessment, rating: WorkRating) -> Iterator[Line]:
    yield from _date_lines(assessment, rating)
    yield from _progress_lines(assessment, rating)
    if rating.state.key in _OPEN:
        yield from _rule_lines(assessment, rating)
    elif rating.state.key == "no-date":
        yield Line("what would change it", "a due date, or for an action targets by year")


def _date_lines(assessment: Assessment, rating: WorkRating) -> Iterator[Line]:
    """Yield the original, the revised and the actual date, each of its own."""
    spot, work = rating.spot, rating.record
    if rating.promised:
        if work.due:
            yield Line("first promised", str(rating.promised), spot.at("due"))
        else:
            yield Line("first promised", f"{rating.promised}, the last of its milestones", spot.at("milestones"))
    for index, slip in enumerate(work.revised):
        agreed = f" (agreed {slip.on.isoformat()})" if slip.on else ""
        by = f", decided by {slip.decision}" if slip.decision else ""
        not_yet = ", which was not yet agreed" if slip.on and slip.on > assessment.as_at else ""
        text = f"{slip.to}: {slip.reason or 'no reason is given'}{agreed}{by}{not_yet}"
        yield Line("moved to", text, spot.at("revised", index))
    if rating.slipped and rating.due and rating.promised:
        later = (rating.due.day - rating.promised.day).days
        yield Line("slipped", f"{number_of(later, 'day')} later than first promised")
    if rating.done:
        yield Line("done", rating.done.isoformat(), spot.at("done"))
    if work.evidence:
        yield Line("evidence", work.evidence, spot.at("evidence"))


def _progress_lines(assessment: Assessment, rating: WorkRating) -> Iterator[Line]:
    spot, work = rating.spot, rating.record
    if work.status:
        by = f", decided by {work.decision}" if work.decision else ""
        yield Line("said to be", f"{work.status}{by}; the dates decide", spot.at("status"))
    if rating.contradiction:
        yield Line("but", rating.contradiction, spot.at("status"))
    percent = getattr(work, "percent", None)
    if percent is not None:
        gone = elapsed(rating, assessment.as_at)
        beside = f", with {gone}% of its time gone" if gone and not rating.done else ""
        yield Line("progress", f"{shown(percent)}% done{beside}", spot.at("percent"))
    if rating.index is None:
        yield from _step_lines(assessment, rating)


def _step_lines(assessment: Assessment, rating: WorkRating) -> Iterator[Line]:
    """Yield how each milestone of an action stands."""
    for step in assessment.work:
        if step.subject is rating.subject and step.index is not None:
            yield Line(step.id, f"{step.title}: {step.state.word}. {sentence(step.reason)}", step.spot)


def _rule_lines(assessment: Assessment, rating: WorkRating) -> Iterator[Line]:
    rules = assessment.workspace.settings.dates
    word = {key: assessment.states[key].word.lower() for key in (*_OPEN, "complete", "complete-late")}
    soon = f"{word['due-soon']} within {number_of(rules.due_soon_days, 'day')} of its date"
    yield council_line("due soon", soon, rules, "dates", "due_soon_days")
    grace = f"{word['overdue-in-grace']} up to {number_of(rules.grace_days, 'day')} late, then {word['overdue']}"
    yield council_line("days of grace", grace, rules, "dates", "grace_days")
    days = ", ".join(f"{word[key]} from {day.isoformat()}" for key, day in _ahead(rating, assessment.as_at, rules))
    late = rating.promised is not None and assessment.as_at > rating.promised.day
    done = f"{word['complete-late' if late else 'complete']} once done"
    yield Line("what would change it", f"{days}; {done}" if days else done, _where(rating))


def _where(rating: WorkRating) -> Spot | None:
    """Return where the date that counts stands; None where it comes from the milestones."""
    if rating.record.revised and rating.slipped:
        return rating.spot.at("revised", len(rating.record.revised) - 1)
    return rating.spot.at("due") if rating.record.due else None


def _ahead(rating: WorkRating, as_at: date, rules: DateRules) -> Iterator[tuple[str, date]]:
    """Yield the states that time alone will bring, each with its first day."""
    if rating.due is None:
        return
    due, after = rating.due.day, timedelta(days=1)
    first = {
        "due-soon": due - timedelta(days=rules.due_soon_days),
        "overdue-in-grace": due + after,
        "overdue": due + timedelta(days=rules.grace_days) + after,
    }
    for key, day in first.items():
        if day > as_at and not (key == "overdue-in-grace" and not rules.grace_days):
            yield key, day
