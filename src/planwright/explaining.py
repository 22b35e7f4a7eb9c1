"""How a rating follows, in words: the figures, the rule and where each was set, and what would change it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from planwright.assessment import Assessment, Direction, IndicatorRating, PipRating, RiskRating, WorkRating
from planwright.assessment.banding import Limits, limits
from planwright.assessment.figures import Setting
from planwright.quantity import is_yes_no, shown, span, trimmed, with_unit
from planwright.records.thread import Target
from planwright.wording import capital
from planwright.workspace import Spot

_SET_BY = {
    "indicator": "set for this indicator",
    "set": "set for its set of indicators",
    "settings": "set for the whole council",
    "default": "planwright's own default, as nothing is set",
}
_BETTER = {
    "higher": "higher is better",
    "lower": "lower is better",
    "range": "best within a range",
    "none": "for information: neither high nor low is good",
}
_MOVED = {
    "improved": "improved from",
    "declined": "got worse from",
    "no-change": "no change from",
    "at-maximum": "at its maximum already, as it was with",
    "moved-up": "went up from",
    "moved-down": "went down from",
    "not-comparable": "cannot be compared with",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: a label, its text, and where it was set (None where nobody wrote it down)."""

    label: str
    text: str
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one item is in the state it is in: a headline and the lines that lead to it."""

    id: str
    title: str
    state: str
    headline: str
    lines: tuple[Line, ...]


def explain_indicator(assessment: Assessment, rating: IndicatorRating) -> Explanation:
    """Return how an indicator's rating for a period follows."""
    return Explanation(
        rating.subject.id,
        rating.subject.title,
        rating.state.key,
        f"{rating.period}: {rating.state.word}. {sentence(rating.reason)}",
        tuple(_indicator_lines(assessment, rating)),
    )


def explain_work(rating: WorkRating) -> Explanation:
    """Return how the state of an action or milestone follows from its dates."""
    lines = []
    if rating.promised:
        lines.append(Line("first promised", str(rating.promised), rating.spot.at("due")))
    for index, slip in enumerate(rating.record.revised):
        reason = slip.reason or "no reason is given"
        lines.append(Line("moved to", f"{slip.to}: {reason}", rating.spot.at("revised", index)))
    if rating.done:
        lines.append(Line("done", rating.done.isoformat(), rating.spot.at("done")))
    if rating.contradiction:
        lines.append(Line("but", rating.contradiction, rating.spot.at("status")))
    headline = f"{rating.state.word}. {sentence(rating.reason)}"
    return Explanation(rating.id, rating.title, rating.state.key, headline, tuple(lines))


def explain_risk(rating: RiskRating) -> Explanation:
    """Return how a risk's band follows from its score."""
    spot = rating.subject.spot
    named = (("before controls", rating.inherent, "inherent"), ("to be reached", rating.target, "target"))
    lines = [Line(label, shown(score), spot.at(field)) for label, score, field in named if score is not None]
    if rating.score is not None:
        lines.insert(0, Line("score", shown(rating.score), spot.at("current")))
    if rating.review_due:
        word = "was due" if rating.review_overdue else "due"
        lines.append(Line("next review", f"{word} {rating.review_due.isoformat()}", spot.at("reviewed")))
    headline = f"{rating.state.word}. {sentence(rating.reason)}"
    return Explanation(rating.subject.id, rating.subject.title, rating.state.key, headline, tuple(lines))


def explain_pip(assessment: Assessment, rating: PipRating) -> Explanation:
    """Return how an improvement plan stands, when progress is due, and which factors nothing is done about."""
    spot, pip = rating.subject.spot, rating.subject.record
    indicator = assessment.workspace.get(pip.indicator)
    about = indicator.title if indicator else rating.subject.title
    lines = [
        Line("indicator", pip.indicator, spot.at("indicator")),
        Line("opened", pip.opened.isoformat(), spot.at("opened")),
    ]
    if rating.progress_due:
        word = "was due" if rating.progress_overdue else "due"
        lines.append(Line("next progress", f"{word} {rating.progress_due.isoformat()}", spot.at("progress")))
    for factor in rating.unaddressed:
        found = assessment.workspace.get(factor.id, "factor")
        text = f"{factor.id}: {factor.text}; no solution takes it up"
        lines.append(Line("not addressed", text, found.spot if found else None))
    headline = f"{rating.state.word}. {sentence(rating.reason)}"
    return Explanation(rating.subject.id, about, rating.state.key, headline, tuple(lines))


def sentence(text: str) -> str:
    """Return a reason as a sentence: a capital at its beginning, a full stop at its end."""
    start = capital(text)
    return start if start.endswith((".", "?", "!")) else f"{start}."


def _indicator_lines(assessment: Assessment, rating: IndicatorRating) -> Iterator[Line]:
    indicator = rating.subject.record
    unit = indicator.unit or ""
    if rating.value is not None:
        mark = ", provisional" if rating.result and rating.result.provisional else ""
        spot = rating.figure.spot if rating.figure else None
        how = _worked_out(rating)
        yield Line("result", f"{_said(rating.value, unit)}{mark}{how}", spot)
    for restated in rating.result.restated if rating.result and rating.figure else ():
        text = f"{_said(restated.was, unit)}, corrected {restated.on.isoformat()}: {restated.reason}"
        yield Line("earlier figure", text, rating.figure.spot.at("restated") if rating.figure else None)
    if rating.target:
        how = f" ({rating.target.how})" if rating.target.how else ""
        yield Line("target", f"{_target_text(rating.target.target, unit)}{how}", rating.target.spot)
        rationale = rating.target.target.rationale or indicator.target_rationale
        if rationale:
            yield Line("why that target", rationale)
    yield Line("polarity", _BETTER[indicator.polarity], rating.subject.spot.at("polarity"))
    if rating.target and indicator.polarity != "none" and not is_yes_no(unit):
        yield from _rule_lines(rating)
        yield from _edge_lines(rating, unit)
    yield from _direction_lines(rating, unit)
    if rating.forecast is not None:
        state = f": {rating.forecast_state.word}. {sentence(rating.forecast_reason)}" if rating.forecast_state else ""
        spot = rating.figure.spot.at("forecast") if rating.figure else None
        yield Line("forecast", f"{_said(rating.forecast, unit)} at year end{state}", spot)
    yield from _trigger_lines(assessment, rating)


def _worked_out(rating: IndicatorRating) -> str:
    """Say how a value that nobody wrote down came about; nothing where it was written."""
    result = rating.result
    if result is None:
        return f", worked out from its parts ({rating.subject.record.aggregation})"
    if result.value is None and result.numerator is not None and result.denominator is not None:
        return f", worked out as {shown(result.numerator)} of {shown(result.denominator)}"
    return ""


def _rule_lines(rating: IndicatorRating) -> Iterator[Line]:
    """Say what decides between amber and red, and who set that."""
    rule, found = rating.rule, edges_of(rating)
    if found and found.decided_by in {"amber value", "floor standard"}:
        yield Line(
            "rule", f"the target's own {found.decided_by} decides", rating.target.spot if rating.target else None
        )
    elif rule.method.value == "two-state":
        yield _set_line("rule", "met or not met", rule.method)
    else:
        of = " of the target" if rule.band.relative else ""
        yield _set_line("tolerance", f"amber to {rule.band}{of}", rule.tolerance)
        edge = "amber" if rule.edge_is_amber else "red"
        yield _set_line("boundary", f"a result exactly on the edge is {edge}", rule.boundary)


def _set_line(label: str, text: str, setting: Setting) -> Line:
    return Line(label, f"{text} ({_SET_BY[setting.level]})", setting.spot)


def _edge_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    """Say which values would give another colour."""
    found = edges_of(rating)
    if found is None:
        return
    higher = rating.subject.record.polarity == "higher"
    text = f"green at {_said(found.green, unit)} {'or more' if higher else 'or less'}"
    if found.amber is not None:
        beyond = "below" if higher else "above"
        inclusive = beyond if found.inclusive else f"at or {beyond}"
        text += f", red {inclusive} {_said(found.amber, unit)}, amber between"
    elif found.decided_by == "two-state":
        text += ", otherwise red"
    else:
        text += ", otherwise not rated, as the tolerance has no width"
    yield Line("what would change it", text)


def edges_of(rating: IndicatorRating) -> Limits | None:
    """Return where the colours change for a rating's period; None for ranges, yes/no, and where nothing is rated."""
    record = rating.subject.record
    if rating.target is None or record.polarity not in {"higher", "lower"} or is_yes_no(record.unit or ""):
        return None
    return limits(rating.target.target, record.polarity, rating.rule)


def _direction_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    for label, direction in (("since last period", rating.previous), ("since last year", rating.last_year)):
        if direction:
            yield Line(label, direction_text(direction, unit))


def direction_text(direction: Direction, unit: str = "") -> str:
    """Return a movement in words: `improved from 92 % (2026-27-Q1)`."""
    if direction.value is None:
        return f"nothing to compare with for {direction.period}"
    return f"{_MOVED[direction.key]} {_said(direction.value, unit)} ({direction.period})"


def _trigger_lines(assessment: Assessment, rating: IndicatorRating) -> Iterator[Line]:
    setting = assessment.figures.trigger(rating.subject)
    if not rating.fired:
        return
    asks = "asks for an improvement plan" if setting.value.asks_for == "pip" else f"asks for: {setting.value.asks_for}"
    yield _set_line("trigger", f"{', '.join(rating.fired)}; {asks}", setting)
    for pip in assessment.pips_of(rating.subject.id):
        yield Line("improvement plan", f"{pip.subject.id}: {pip.state.word}. {sentence(pip.reason)}", pip.subject.spot)


def _said(number: Decimal, unit: str) -> str:
    return with_unit(trimmed(number), unit)


def _target_text(target: Target, unit: str) -> str:
    """Return a target in words: one value, a range, or green and amber values, with the floor where there is one."""
    ranged = len(target.ends) > 1
    if target.green is not None and target.amber is not None and not ranged:
        return f"green {_said(target.green, unit)}, amber {_said(target.amber, unit)}"
    text = span(map(trimmed, target.ends), unit) or "none given"
    return text if target.floor is None or ranged else f"{text}, floor {_said(target.floor, unit)}"
