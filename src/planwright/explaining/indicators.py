"""How an indicator's rating for a period follows from its figures and its rule."""

from collections.abc import Iterator

from planwright.assessment import Assessment, Direction, IndicatorRating
from planwright.quantity import grouped, said, span, trimmed
from planwright.records.thread import Target

from .changing import would_change
from .lines import Explanation, Line, sentence, set_line
from .others import others_lines
from .ruling import rule_lines

BETTER = {
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


def explain_indicator(assessment: Assessment, rating: IndicatorRating) -> Explanation:
    """Return how an indicator's rating for a period follows."""
    return Explanation(
        rating.subject.id,
        rating.subject.title,
        rating.state.key,
        f"{rating.period}: {rating.state.word}. {sentence(rating.reason)}",
        tuple(_indicator_lines(assessment, rating)),
    )


def _indicator_lines(assessment: Assessment, rating: IndicatorRating) -> Iterator[Line]:
    unit = rating.subject.record.unit or ""
    yield from _result_lines(rating, unit)
    yield from _target_lines(rating, unit)
    yield Line("polarity", BETTER[rating.subject.record.polarity], rating.subject.spot.at("polarity"))
    if rating.subject.record.polarity != "none":
        yield from rule_lines(rating)
        yield from others_lines(rating, unit)
        if changed := would_change(rating):
            yield Line("what would change it", changed)
    yield from _direction_lines(rating, unit)
    yield from _group_lines(rating, unit)
    if rating.forecast is not None:
        state = f": {rating.forecast_state.word}. {sentence(rating.forecast_reason)}" if rating.forecast_state else ""
        spot = rating.figure.spot.at("forecast") if rating.figure else None
        yield Line("forecast", f"{said(rating.forecast, unit)} at year end{state}", spot)
    yield from _trigger_lines(assessment, rating)


def _result_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    figure = rating.figure
    if rating.value is not None:
        mark = ", provisional" if rating.result and rating.result.provisional else ""
        how = worked_out(rating)
        yield Line("result", f"{said(rating.value, unit)}{mark}{how}", figure.spot if figure else None)
    for restated in figure.result.restated if figure else ():
        text = f"{said(restated.was, unit)}, corrected {restated.on.isoformat()}: {restated.reason}"
        yield Line("earlier figure", text, figure.spot.at("restated") if figure else None)
    if figure and (judged := rating.judgement):
        text = f"{judged.state}, by {judged.by}, {judged.on.isoformat()}: {judged.reason}"
        yield Line("judged", text, figure.spot.at("judgement"))


def worked_out(rating: IndicatorRating) -> str:
    """Say how a value that nobody wrote down came about; nothing where it was written."""
    result, indicator = rating.result, rating.subject.record
    if result is None:
        return f", worked out from its parts ({indicator.aggregation})"
    if result.value is not None:
        return ""
    if indicator.aggregation == "rolling" and indicator.window_months:
        return f", worked out from what was counted in {indicator.window_months} months"
    if result.numerator is not None and result.denominator is not None:
        return f", worked out as {grouped(result.numerator)} of {grouped(result.denominator)}"
    return f", worked out from its parts ({indicator.aggregation})"


def _target_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    if rating.target is None:
        return
    how = f" ({rating.target.how})" if rating.target.how else ""
    yield Line("target", f"{target_words(rating.target.target, unit)}{how}", rating.target.spot)
    rationale = rating.target.target.rationale or rating.subject.record.target_rationale
    if rationale:
        yield Line("why that target", rationale)


def _direction_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    compared = (
        ("since last period", rating.previous),
        ("since last year", rating.last_year),
        ("since last year end", rating.last_year_end),
        ("since the baseline", rating.baseline),
    )
    told = set()
    for label, direction in compared:
        if direction and direction.period not in told:
            told.add(direction.period)
            yield Line(label, direction_text(direction, unit))
    band = rating.rule.dead_band
    if told and band.value.amount:
        yield set_line("dead band", f"movement up to {band.value} counts as no change", band)


def direction_text(direction: Direction, unit: str = "") -> str:
    """Return a movement in words: `improved from 92 % (2026-27-Q1)`."""
    if direction.value is None:
        return f"nothing to compare with for {direction.period}"
    return f"{_MOVED[direction.key]} {said(direction.value, unit)} ({direction.period})"


def _group_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    """Say how each area or group stands, so that the whole hides none of them."""
    for group in rating.groups:
        value = f"{said(group.value, unit)}: " if group.value is not None else ""
        spot = rating.figure.spot.at("groups", group.name) if rating.figure and group.value is not None else None
        yield Line(group.name, f"{value}{group.state.word}. {sentence(group.reason)}", spot)


def _trigger_lines(assessment: Assessment, rating: IndicatorRating) -> Iterator[Line]:
    setting = assessment.figures.trigger(rating.subject)
    if not rating.fired:
        return
    asks = "asks for an improvement plan" if setting.value.asks_for == "pip" else f"asks for: {setting.value.asks_for}"
    yield set_line("trigger", f"{', '.join(rating.fired)}; {asks}", setting)
    for pip in assessment.pips_of(rating.subject.id):
        yield Line("improvement plan", f"{pip.subject.id}: {pip.state.word}. {sentence(pip.reason)}", pip.subject.spot)


def target_words(target: Target, unit: str) -> str:
    """Return a target in words: one value, a range, or green and amber values, with the floor where there is one."""
    ranged = len(target.ends) > 1
    if target.green is not None and target.amber is not None and not ranged:
        return f"green {said(target.green, unit)}, amber {said(target.amber, unit)}"
    text = span(map(trimmed, target.ends), unit) or "none given"
    return text if target.floor is None or ranged else f"{text}, floor {said(target.floor, unit)}"
