"""Indicators as papers show them: figures, rating, direction, three years' trend, what is said and done about it."""

from decimal import Decimal

from planwright.assessment import IndicatorRating
from planwright.assessment.collecting import collecting
from planwright.assessment.figures import TargetUsed
from planwright.assessment.rounding import rounded
from planwright.charts import Chart, Point, sparkline, trend
from planwright.period import Period
from planwright.quantity import span, with_unit
from planwright.reports._edition import Edition, View
from planwright.reports._wording import printed_direction, printed_period, with_printed_dates
from planwright.wording import capital, listed
from planwright.workspace import Subject

_YEARS = 3
_INTERVALS = {1: "months", 3: "quarters", 6: "half-years", 12: "years"}
_OUR_WORDS = frozenset({"not-due", "awaited", "late", "no-target", "no-tolerance", "data-only"})


def indicator_row(edition: Edition, subject: Subject) -> View:
    """Return an indicator's own fields with how it stands now, ready to print."""
    rating = edition.assessment.indicators[subject.id]
    item = edition.item(subject)
    result = edition.data(rating.result) if rating.result else {}
    forecast = rating.forecast if result.get("forecast") is not None else None
    return item | {
        "service": edition.named(edition.service(subject), by_title=True) if edition.service(subject) else None,
        "period": printed_period(rating.period),
        "value": measured(item, rating.value),
        "provisional": bool(result.get("provisional")),
        "restated": _restated(item, result),
        "target": _target(item, rating.target),
        "status": edition.status(rating.state),
        "state": rating.state.key,
        "reason": _reason(edition, rating),
        "explained": "" if rating.state.rated or rating.state.key in _OUR_WORDS else _reason(edition, rating),
        "direction": printed_direction(rating.previous, rating.value),
        "last_year": printed_direction(rating.last_year, rating.value),
        "forecast": measured(item, forecast),
        "forecast_status": edition.status(rating.forecast_state)
        if forecast is not None and rating.forecast_state
        else None,
        "comment": result.get("comment"),
        "source": result.get("source"),
        "checked_by": result.get("checked_by"),
        "doing": result.get("action"),
        "spark": _spark(edition, subject, item),
        "pips": pips_of(edition, subject),
        "asked": _asked(edition, rating),
    }


def with_trend(edition: Edition, subject: Subject) -> View:
    """Return an indicator's row with the trend of three years as a chart."""
    row = indicator_row(edition, subject)
    points = _points(edition, subject)
    chart = trend(points, row["unit"] or "", **_reading(subject)) if _drawable(points) else None
    return row | {"trend": chart}


def pips_of(edition: Edition, subject: Subject) -> list[View]:
    """Return the improvement plans for an indicator that are open and may be shown, each with its state."""
    return [
        {"id": pip.subject.id, "status": edition.status(pip.state)}
        for pip in edition.assessment.pips_of(subject.id)
        if pip.open and edition.shows(pip.subject.id)
    ]


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


def year_targets(edition: Edition, subject: Subject, years: tuple[Period, ...]) -> list[str]:
    """Return an indicator's target for each of some years, in words; empty where there is none."""
    item = edition.item(subject)
    return [_target(item, edition.assessment.figures.target(subject, year)) for year in years]


def measured(item: View, value: Decimal | None) -> str:
    """Return a value in an indicator's own unit, rounded as it asks; empty where there is none."""
    return "" if value is None else with_unit(rounded(value, item["decimals"]), item["unit"] or "")


def _target(item: View, used: TargetUsed | None) -> str:
    if used is None or not item["targets"]:
        return ""
    return span((rounded(end, item["decimals"]) for end in used.target.ends), item["unit"] or "")


def _reason(edition: Edition, rating: IndicatorRating) -> str:
    """Return why an indicator stands as it does; a reason that somebody wrote only where this edition may show it."""
    if rating.state.rated or rating.state.key in _OUR_WORDS:
        return capital(with_printed_dates(rating.reason))
    return capital(rating.reason) if rating.reason in edition.published else ""


def _restated(item: View, result: View) -> list[View]:
    return [earlier | {"was": measured(item, earlier["was"])} for earlier in result.get("restated", [])]


def _reading(subject: Subject) -> View:
    """Return what words about a series must know: what a point stands for, and whether it is a running total."""
    how = collecting(subject.record)
    interval = _INTERVALS[how.months] if how.years == 1 else "surveys"
    return {"interval": interval, "running": subject.record.aggregation == "cumulative"}


def _drawable(points: list[Point]) -> bool:
    return sum(point.value is not None for point in points) > 1


def _spark(edition: Edition, subject: Subject, item: View) -> Chart | None:
    points = _points(edition, subject)
    return sparkline(points, item["unit"] or "", **_reading(subject)) if _drawable(points) else None


def _points(edition: Edition, subject: Subject) -> list[Point]:
    """Return the last three years of an indicator, period by period."""
    history = edition.assessment.ratings.history(subject)[-(_YEARS * 12 // collecting(subject.record).months) :]
    return [_point(rating, subject.record.decimals) for rating in history]


def _point(rating: IndicatorRating, decimals: int | None) -> Point:
    goal, upper, *_ = (*(rating.target.target.ends if rating.target else ()), None, None)
    return Point(
        printed_period(rating.period),
        _rounded(rating.value, decimals),
        _rounded(goal, decimals),
        bool(rating.result and rating.result.provisional),
        _rounded(upper, decimals),
    )


def _rounded(value: Decimal | None, decimals: int | None) -> Decimal | None:
    return None if value is None else rounded(value, decimals)
