"""Why an entry cannot be recorded, whatever stands already: its indicator, period, names and dates."""

from collections.abc import Iterator, Mapping

from planwright.assessment import Assessment
from planwright.assessment.aggregation import Measured
from planwright.assessment.collecting import LENGTHS, collecting
from planwright.assessment.ending import ended
from planwright.assessment.plausibility import uncounted
from planwright.diagnostic import PlanwrightError
from planwright.document.characters import hidden_in
from planwright.document.reading import Value
from planwright.kinds.indicators import Indicator
from planwright.kinds.results import Judgement, Result
from planwright.nearest import did_you_mean
from planwright.period import Period
from planwright.quantity import is_yes_no
from planwright.visible import one_line
from planwright.wording import a, listed
from planwright.workspace import Subject

_DATES = ("as_at", "published", "forecast_on")
_FIGURES = ("value", "forecast", "groups")
_ANSWERS = ("yes", "no")
_POSTS = ("forecast_by", "checked_by")
_NAMED = 3


def untimely(assessment: Assessment, subject: Subject, period: Period) -> str:
    """Return why an indicator has no result for a period, in words; empty where it may have one.

    It has one for each period it is collected for and for longer ones, up to the date of the assessment, unless it
    had ended before or is paused; a baseline year is no pause, for its figure is the baseline.
    """
    indicator: Indicator = subject.record
    how, calendar = collecting(indicator), assessment.ratings.calendar
    if period.months < how.months:
        expected = period.within(how.months)
        return f"it is collected {how.often}, so {a(LENGTHS[period.months])} has no result; expected {expected}"
    if not calendar.collects(indicator, period):
        return f"it is collected {calendar.how_often(indicator)}, so {period} has no result"
    if period.first > assessment.as_at:
        return f"{period} has not begun on {assessment.as_at.isoformat()}; what is expected is a forecast"
    if over := ended(indicator, period.first):
        return f"it had ended before {period}: {over}"
    pause = calendar.pause(indicator, period)
    if pause and pause.state != "baseline year":
        return f"it is paused for {period} ({pause.state}): {pause.reason}"
    return ""


def contradicted(given: Mapping[str, Value]) -> str:
    """Return what an entry says that cannot be true together, or leaves out, in words; empty where nothing."""
    if not given:
        return "nothing is given to be recorded"
    for name, text in _texts(given):
        if hidden := hidden_in(text):
            return f"{name}: {hidden} hides in '{one_line(text, 60)}'; type it anew"
    if "restated" in given:
        return "restated: is written by itself where a final figure is changed"
    if "missing" in given and any(name in given for name in ("value", "numerator", "denominator")):
        return f"a figure and a reason why there is none (missing: {given['missing']}) are both given; give one of them"
    if "missing" in given and "reason" not in given:
        return f"missing: {given['missing']} needs a reason for the reader (--reason)"
    return ""


def unasked(indicator: Indicator, given: Mapping[str, Value]) -> str:
    """Return which figure is given as yes or no, in words, where a number is kept; empty where none is."""
    unit = indicator.unit or ""
    for name, value in given.items():
        inner = value.items() if name == "groups" and isinstance(value, dict) else ()
        figures = {f"{name}: {group}": _figure(one) for group, one in inner}
        for about, one in figures.items() if figures else ((name, value),):
            if one in _ANSWERS and name in _FIGURES and not is_yes_no(unit):
                return f"{about}: {one} is an answer, but it is kept as a number{f' ({unit})' if unit else ''}"
    return ""


def _figure(group: Value) -> Value:
    return group.get("value", "") if isinstance(group, dict) else group


def _texts(given: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Yield every text of an entry with the name of its field."""
    for name, value in given.items():
        if isinstance(value, dict):
            yield from ((f"{name}: {inner}", text) for inner, text in _texts(value))
        elif isinstance(value, str):
            yield name, value


def unfitting(assessment: Assessment, subject: Subject, result: Result) -> Iterator[str]:
    """Yield what does not fit in a result that is readable: groups and posts nobody knows, dates that have not come."""
    indicator: Indicator = subject.record
    groups = indicator.breakdown.groups if indicator.breakdown else ()
    for name in result.groups:
        if name not in groups:
            known = f"it is kept for {', '.join(groups)}" if groups else "it has none (breakdown:)"
            yield f"{one_line(name, 60)} is not one of its groups; {did_you_mean(name, groups) or known}"
    posts = [(name, getattr(result, name)) for name in _POSTS]
    for name, post in [*posts, ("judgement: by", result.judgement.by if result.judgement else None)]:
        if post is not None:
            try:
                assessment.workspace.find(post, "post")
            except PlanwrightError as error:
                yield f"{name}: {error}"
    days = [(name, getattr(result, name)) for name in _DATES]
    for name, day in [*days, ("judgement: on", result.judgement.on if result.judgement else None)]:
        if day is not None and day > assessment.as_at:
            yield f"{name}: {day.isoformat()} has not come yet on {assessment.as_at.isoformat()}"
    parts: dict[str, Measured] = {"": result} | {f"{name}: ": one for name, one in result.groups.items()}
    for about, one in parts.items():
        if flaw := uncounted(one, indicator):
            yield f"{about}{flaw}"


def misjudged(assessment: Assessment, subject: Subject, judgement: Judgement | None) -> str:
    """Return why a judgement that is given cannot be used, in words; empty where it can."""
    if judgement is None:
        return ""
    if assessment.figures.rule(subject).basis.value != "manual" or subject.record.polarity == "none":
        return "it is not rated by a judgement (rating: {basis: manual}), so none would be used"
    state = assessment.states.get(judgement.state)
    if state is None or not state.rated:
        rated = [key for key, state in assessment.states.items() if state.rated]
        hint = did_you_mean(judgement.state, rated) or f"expected a state such as {listed(rated[:_NAMED], 'or')}"
        return f"judgement: state: {one_line(judgement.state, 60)} is no rating; {hint}"
    return ""
