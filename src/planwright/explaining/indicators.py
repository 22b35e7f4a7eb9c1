"""How an indicator's rating for a period follows from its figures and its rule."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from planwright.assessment import Assessment, Direction, IndicatorRating
from planwright.assessment.placing import width
from planwright.assessment.process import lacking
from planwright.assessment.rounding import rounded
from planwright.assessment.triggers import conditions, so_far
from planwright.assessment.variation import limited, recent, variation
from planwright.period import Period
from planwright.quantity import finer, grouped, is_per_cent, said, span, trimmed
from planwright.records.rating import Trigger
from planwright.records.thread import Target
from planwright.wording import latest, listed

from .changing import unjudged, would_change
from .groups import hidden_groups
from .lines import Explanation, Line, council_line, sentence, set_line
from .others import others_lines
from .printed import printed_value, worked_out_value
from .ruling import rule_lines

BETTER = {
    "higher": "higher is better",
    "lower": "lower is better",
    "range": "best within a range",
    "none": "for information: neither high nor low is good",
}
_ASKS = {"pip": "asks for an improvement plan", "explanation": "asks for an explanation", "nothing": "asks for nothing"}
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
        if unjudged(rating):
            judge = (
                f"planwright record {rating.subject.id} {rating.period} --judge STATE --because TEXT --judged-by POST"
            )
            yield Line("to judge", f"`{judge}`")
    yield from _direction_lines(rating)
    yield from _group_lines(rating, unit)
    yield from _process_lines(assessment, rating, unit)
    yield from _forecast_lines(rating, unit)
    yield from trigger_lines(assessment, rating)
    yield from _change_lines(rating)


def _result_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    figure = rating.figure
    if rating.value is not None:
        yield Line("result", result_text(rating, rating.value), figure.spot if figure else None)
    for restated in figure.result.restated if figure else ():
        text = f"{said(restated.was, unit)}, corrected {restated.on.isoformat()}: {restated.reason}"
        yield Line("earlier figure", text, figure.spot.at("restated") if figure else None)
    if figure and (judged := rating.judgement):
        text = f"{judged.state}, by {judged.by}, {judged.on.isoformat()}: {judged.reason}"
        yield Line("judged", text, figure.spot.at("judgement"))


def _target_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    if rating.target is None:
        return
    how = f" ({rating.target.how})" if rating.target.how else ""
    yield Line(
        "target", f"{target_words(rating.target.target, unit, rating.subject.record.polarity)}{how}", rating.target.spot
    )
    rationale = rating.target.target.rationale or rating.subject.record.target_rationale
    if rationale:
        yield Line("why that target", rationale)
    if approved := rating.target.target.approved_by:
        yield Line("target agreed by", approved, rating.target.spot.at("approved_by"))


def _direction_lines(rating: IndicatorRating) -> Iterator[Line]:
    compared = (
        ("since last period", rating.previous),
        ("since last year", rating.last_year),
        ("since last year end", rating.last_year_end),
        ("since the baseline", rating.baseline),
    )
    told: dict[Period, tuple[str, Direction]] = {}
    for label, direction in compared:
        # A period is told once, by the comparator that has a value for it.
        if direction and (direction.period not in told or told[direction.period][1].value is None):
            told[direction.period] = (label, direction)
    for label, direction in told.values():
        yield Line(label, direction_text(rating, direction))
    band = rating.rule.dead_band
    if told and band.value.amount:
        yield set_line(
            "dead band",
            f"movement up to {width(band.value, rating.subject.record.unit or '')} counts as no change",
            band,
        )


def direction_text(rating: IndicatorRating, direction: Direction) -> str:
    """Return a movement to a rating's value in words: `improved from 92 % (2026-27-Q1)`."""
    if direction.value is None:
        return f"nothing to compare with for {direction.period}"
    now = () if rating.value is None else (rating.value,)
    return f"{_MOVED[direction.key]} {printed_value(rating, direction.value, now)} ({direction.period})"


def result_text(rating: IndicatorRating, value: Decimal) -> str:
    """Return the value that was rated, in words: as written, or how it was worked out and what was counted."""
    result, indicator = rating.result, rating.subject.record
    mark = ", provisional" if result and result.provisional else ""
    counted = ""
    if result and result.numerator is not None and result.denominator is not None:
        sign = "of" if is_per_cent(indicator.unit or "") else "divided by"
        counted = f"{grouped(result.numerator)} {sign} {grouped(result.denominator)}"
    if result and result.value is not None:
        return f"{said(value, indicator.unit or '')}{mark}{f', {counted}' if counted else ''}"
    how = counted or f"from its parts ({indicator.aggregation})"
    if result and indicator.aggregation == "rolling" and indicator.window_months:
        how = f"from what was counted in {indicator.window_months} months"
    elif counted:
        how = f"as {counted}"
    return f"{worked_out_value(rating, value)}{mark}, worked out {how}"


def _group_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    """Say how each area or group stands, and which of them the whole hides."""
    for group in rating.groups:
        value = f"{said(group.value, unit)}: " if group.value is not None else ""
        spot = rating.figure.spot.at("groups", group.name) if rating.figure and group.value is not None else None
        yield Line(group.name, f"{value}{group.state.word}. {sentence(group.reason)}", spot)
    if worse := hidden_groups(rating):
        named = listed(f"{group.name} ({group.state.word.lower()})" for group in worse)
        text = f"the whole is {rating.state.word.lower()}, and hides {named}"
        yield Line("what the whole hides", text, rating.subject.spot.at("breakdown"))


def _process_lines(assessment: Assessment, rating: IndicatorRating, unit: str) -> Iterator[Line]:
    """Say what is ordinary for the series, where the settings ask for process limits."""
    rules = assessment.workspace.settings.process
    if not limited(rating, rules):
        return
    history = recent([one for one in assessment.ratings.history(rating.subject) if one.period <= rating.period])
    found = variation(history, rules)
    if found is None:
        text = lacking([one.value for one in history], least_points=rules.least_points)
    else:
        decimals, display = rating.subject.record.decimals, assessment.workspace.settings.display
        shown = [rounded(one.value, decimals, display) for one in history if one.value is not None]
        places = max(-int(one.as_tuple().exponent) for one in shown)
        mean, *limits = (said(finer(one, places), unit) for one in (found.mean, found.lower, found.upper))
        special = latest([f"{cause.words} ({_spell(history, cause.indices)})" for cause in found.told])
        signals = f"special causes: {special}" if special else "no result has a special cause"
        text = f"ordinary between {limits[0]} and {limits[1]}, mean {mean}; {signals}"
    yield council_line("process limits", text, rules, "process", "show")


def _spell(history: Sequence[IndicatorRating], indices: Sequence[int]) -> str:
    first, last = (history[index].period for index in (indices[0], indices[-1]))
    return f"{first}" if first == last else f"{first} to {last}"


def _forecast_lines(rating: IndicatorRating, unit: str) -> Iterator[Line]:
    result, figure = rating.result, rating.figure
    if rating.forecast is None or result is None or figure is None:
        return
    state = f": {rating.forecast_state.word}. {sentence(rating.forecast_reason)}" if rating.forecast_state else ""
    yield Line("forecast", f"{said(rating.forecast, unit)} at year end{state}", figure.spot.at("forecast"))
    made = result.forecast_on or result.as_at
    who = [f"by {result.forecast_by}"] if result.forecast_by else []
    when = [made.isoformat()] if made and (result.forecast_by or result.forecast_on) else []
    note = [result.forecast_note] if result.forecast_note else []
    if said_of := ", ".join([*who, *when]):
        yield Line("forecast made", ": ".join([said_of, *note]), figure.spot.at("forecast_by"))
    elif note:
        yield Line("forecast note", note[0], figure.spot.at("forecast_note"))


def trigger_lines(assessment: Assessment, rating: IndicatorRating) -> Iterator[Line]:
    """Yield whether the trigger for an improvement plan has fired, or how near it is, and the plans there are."""
    setting = assessment.figures.trigger(rating.subject)
    trigger: Trigger = setting.value
    if rating.subject.record.polarity == "none" or not (rating.fired or rating.placed):
        return
    asks = _ASKS[trigger.asks_for]
    when = listed(conditions(trigger), "or")
    if rating.fired:
        yield set_line("trigger", f"{', '.join(rating.fired)}; {asks}", setting)
    elif trigger.asks_for != "nothing" and when:
        often = (
            f" for {trigger.periods} periods running, {so_far(rating, trigger)} so far" if trigger.periods > 1 else ""
        )
        yield set_line("trigger", f"not fired; it {asks} when {when}{often}", setting)
    for pip in assessment.pips_of(rating.subject.id):
        yield Line("improvement plan", f"{pip.subject.id}: {pip.state.word}. {sentence(pip.reason)}", pip.subject.spot)


def _change_lines(rating: IndicatorRating) -> Iterator[Line]:
    """Yield the changes on record of what the rating rests on."""
    subject = rating.subject
    for index, change in enumerate(subject.record.changes):
        ends = f" from {change.from_} to {change.to}" if change.from_ and change.to else ""
        of = f" for {change.period}" if change.period else ""
        on = f" on {change.on.isoformat()}" if change.on else ""
        by = f", decided by {change.decision}" if change.decision else ", with no decision on record"
        yield Line("changed", f"{change.field}{of}{ends}{on}: {change.reason}{by}", subject.spot.at("changes", index))


def target_words(target: Target, unit: str, polarity: str = "range") -> str:
    """Return a target in words: one value, a range, or green and amber values, with the floor where there is one.

    A low and a high value are two targets, and no range, unless the polarity is one.
    """
    ranged = len(target.ends) > 1
    if ranged and polarity != "range":
        low, high = (said(end, unit) for end in target.ends)
        return f"low {low}, high {high}"
    if target.green is not None and target.amber is not None and not ranged:
        return f"green {said(target.green, unit)}, amber {said(target.amber, unit)}"
    text = span(map(trimmed, target.ends), unit) or "none given"
    return text if target.floor is None or ranged else f"{text}, floor {said(target.floor, unit)}"
