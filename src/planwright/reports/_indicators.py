"""Indicators as papers show them: figures, rating, direction, three years' trend, what is said and done about it."""

from dataclasses import replace
from datetime import date

from planwright.assessment import IndicatorRating
from planwright.assessment.states import WORKED_OUT
from planwright.explaining.printed import printed_period, with_printed_dates
from planwright.page import Status, printed_date
from planwright.period import Period, parse_period
from planwright.reports._edition import Edition, View
from planwright.reports._measuring import Measure, measure_at, measure_of
from planwright.reports._series import spark, trend_of
from planwright.reports._wording import printed_direction
from planwright.wording import capital, listed
from planwright.workspace import Subject

_COMPARED = {
    "previous": "last period",
    "last_year": "last year",
    "last_year_end": "last year's end",
    "baseline": "baseline",
}
_LAST = {"annual": "last year", "calendar-year": "last year", "academic-year": "last year"}
_THAN = {
    "improved": "than",
    "declined": "than",
    "no-change": "from",
    "at-maximum": "as",
    "moved-up": "from",
    "moved-down": "from",
    "not-comparable": "with",
}


def indicator_row(edition: Edition, subject: Subject) -> View:
    """Return an indicator's own fields with how it stands now, ready to print."""
    rating = edition.assessment.indicators[subject.id]
    item = edition.item(subject)
    result = edition.data(rating.result) if rating.result else {}
    measure = measure_at(edition, rating)
    return (
        item
        | {
            "service": edition.named(edition.service(subject), by_title=True) if edition.service(subject) else None,
            "period": printed_period(rating.period),
            "value": measure.said(rating.value),
            "provisional": bool(result.get("provisional")),
            "restated": restated(measure, result),
            "target": target_of(edition, rating, measure),
            "against": _against(edition, rating, measure),
            "status": status_of(edition, rating),
            "state": rating.state.key,
            "reason": reason_of(edition, rating),
            "explained": "" if rating.state.rated or rating.state.key in WORKED_OUT else reason_of(edition, rating),
            "direction": printed_direction(rating.previous, rating.value),
            "last_year": printed_direction(rating.last_year, rating.value),
            "movements": movements(rating),
            "comment": result.get("comment"),
            "source": result.get("source"),
            "checked_by": result.get("checked_by"),
            "doing": result.get("action"),
            "spark": spark(edition, subject),
            "pips": pips_of(edition, subject),
            "asked": _asked(edition, rating),
        }
        | forecast_of(edition, rating)
    )


def status_of(edition: Edition, rating: IndicatorRating) -> Status:
    """Return how an indicator's state is printed: `Amber (judged)` where a person rated it and no rule."""
    status = edition.status(rating.state)
    judged = rating.basis == "manual" and rating.state.rated
    return replace(status, word=f"{status.word} (judged)") if judged else status


def target_of(edition: Edition, rating: IndicatorRating, measure: Measure) -> str:
    """Return the target in words, or others' average where that is what a result is rated against; empty for none."""
    if others := _average(rating, measure):
        return f"others' average {others}"
    return measure.target(rating.target) if edition.item(rating.subject)["targets"] else ""


def _against(edition: Edition, rating: IndicatorRating, measure: Measure) -> str:
    """Return what a result is rated against as a sentence says it; empty where that is nothing."""
    if others := _average(rating, measure):
        return f"others' average of {others}"
    target = target_of(edition, rating, measure)
    return f"a {edition.term('target')} of {target}" if target else ""


def _average(rating: IndicatorRating, measure: Measure) -> str:
    """Return what others reached on average where a result is rated by that; else empty."""
    if rating.basis != "benchmark" or rating.rule.place.by != "average" or rating.field is None:
        return ""
    return measure.said(rating.field.average)


def with_trend(edition: Edition, subject: Subject) -> View:
    """Return an indicator's row with the trend of three years as a chart."""
    return indicator_row(edition, subject) | {"trend": trend_of(edition, subject)}


def forecast_of(edition: Edition, rating: IndicatorRating) -> View:
    """Return what is expected at the year's end, by whom, how that would be rated, and why it is expected."""
    result = edition.data(rating.result) if rating.result else {}
    told = result.get("forecast") is not None
    state = rating.forecast_state if told else None
    measure = measure_of(edition, edition.item(rating.subject))
    year = edition.assessment.figures.target(rating.subject, rating.period.year)
    if told and year:
        measure = measure.beside(rating.forecast, year.target.ends)
    return {
        "forecast": measure.said(rating.forecast) if told else "",
        "forecast_status": edition.status(state) if state else None,
        "forecast_by": result.get("forecast_by") if told else None,
        "forecast_note": result.get("forecast_note") if told else None,
        "year_target": measure.target(year),
    }


def pips_of(edition: Edition, subject: Subject) -> list[View]:
    """Return the improvement plans for an indicator that are open and may be shown, each with its state."""
    return [
        {"id": pip.subject.id, "status": edition.status(pip.state)}
        for pip in edition.assessment.pips_of(subject.id)
        if pip.open and edition.shows(pip.subject.id)
    ]


def movements(rating: IndicatorRating) -> list[str]:
    """Return how an indicator moved against each of four earlier figures, those alike told together.

    For instance `worse (up) than last period and last year`; a period that is two of them is told once.
    """
    found: dict[str, list[str]] = {}
    told = set()
    for name, words in _COMPARED.items():
        direction = getattr(rating, name)
        if direction and direction.period not in told and direction.key in _THAN:
            told.add(direction.period)
            way = f"{printed_direction(direction, rating.value)} {_THAN[direction.key]}"
            found.setdefault(way, []).append(
                _LAST.get(rating.subject.record.frequency, words) if name == "previous" else words
            )
    return [f"{way} {listed(names)}" for way, names in found.items()]


def _asked(edition: Edition, rating: IndicatorRating) -> str:
    """Return what an indicator's trigger asks for, in words; no plan is said to be missing that is only not shown."""
    plans = edition.assessment.pips_of(rating.subject.id)
    accepted = [plan.subject.id for plan in plans if plan.subject.record.accepted and edition.shows(plan.subject.id)]
    if accepted:
        return f"{edition.status(edition.assessment.states['accepted']).word.lower()} ({listed(accepted)})"
    if not rating.fired:
        return "none asked for"
    why = listed(rating.fired)
    if edition.assessment.figures.trigger(rating.subject).value.asks_for == "explanation":
        return f"an explanation is asked for ({why})"
    none = "" if any(plan.open or plan.subject.record.accepted for plan in plans) else ", none opened"
    return f"asked for ({why}){none}"


def year_targets(edition: Edition, subject: Subject, years: tuple[Period, ...]) -> list[list[str]]:
    """Return an indicator's target for each of some years, in words, before those set for parts of the year."""
    item = edition.item(subject)
    if not item["targets"]:
        return [[] for _ in years]
    figures, measure = edition.assessment.figures, measure_of(edition, item)
    start = figures.start(subject.record)
    periods = sorted(parse_period(name, start) for name in item["targets"])
    whole = [measure.target(figures.target(subject, year)) for year in years]
    parts = [[one for one in periods if year.covers(one) and one != year] for year in years]
    return [
        [*filter(None, [of_year]), *(f"{one.part}: {measure.target(figures.target(subject, one))}" for one in of_parts)]
        for of_year, of_parts in zip(whole, parts, strict=True)
    ]


def reason_of(edition: Edition, rating: IndicatorRating) -> str:
    """Return why an indicator stands as it does; a reason that somebody wrote only where this edition may show it."""
    if rating.basis == "manual":
        return _judged(edition, rating)
    if rating.state.rated or rating.state.key in WORKED_OUT:
        return capital(with_printed_dates(rating.reason))
    return capital(rating.reason) if rating.reason in edition.published else ""


def _judged(edition: Edition, rating: IndicatorRating) -> str:
    """Return a person's judgement as far as it may be shown: the reason, and who judged."""
    judged = edition.data(rating.judgement) if rating.judgement else {}
    if not judged or not rating.state.rated:
        return ""
    by = f" ({judged['by']})" if judged["by"] else ""
    return f"{judged['reason'].rstrip('.')}{by}"


def restated(measure: Measure, result: View) -> list[View]:
    """Return the earlier figures of a result, as they were published."""
    return [earlier | {"was": measure.said(earlier["was"])} for earlier in result.get("restated", [])]


def restatements(edition: Edition, subject: Subject, since: date) -> list[View]:
    """Return the figures of an indicator that were corrected from a day on, as they were and as they stand."""
    item = edition.item(subject)
    measure = measure_of(edition, item)
    return [
        earlier
        | {
            "id": subject.id,
            "title": item["title"],
            "period": printed_period(rating.period),
            "value": measure.said(rating.value),
            "corrected": printed_date(earlier["on"]),
        }
        for rating in edition.assessment.ratings.history(subject)
        if rating.result
        for earlier in restated(measure, edition.data(rating.result))
        if earlier["on"] >= since
    ]
