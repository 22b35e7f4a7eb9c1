"""Three years of an indicator as charts: targets with their bands, limits, the forecast, and what others reached."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from planwright.assessment import Colour, IndicatorRating
from planwright.assessment.collecting import LENGTHS, YEAR, collecting
from planwright.assessment.scales import Scale, scales
from planwright.assessment.variation import recent, variation
from planwright.charts import Band, Chart, Comparison, Forecast, Point, sparkline, trend
from planwright.explaining.printed import limits_of, short_period
from planwright.reports._edition import Edition, View
from planwright.reports._measuring import measure_of
from planwright.wording import plural
from planwright.workspace import Subject

_ON_TARGET = (Colour.GREEN, Colour.BLUE)
_LEAST = 2  # values that make a line


def interval(subject: Subject) -> str:
    """Return the plural word for what one result of an indicator stands for."""
    how = collecting(subject.record)
    return plural(LENGTHS[how.months]) if how.years == 1 else "surveys"


def spark(edition: Edition, subject: Subject) -> Chart | None:
    """Return three years as a small line; None where there is no more than one value."""
    ratings = recent(edition.assessment.ratings.history(subject))
    return sparkline(_points(edition, ratings), _unit(subject), **_reading(subject)) if _drawable(ratings) else None


def trend_of(edition: Edition, subject: Subject) -> Chart | None:
    """Return three years as a chart; None where there is no more than one value."""
    ratings = recent(edition.assessment.ratings.history(subject))
    if not _drawable(ratings):
        return None
    return trend(
        _points(edition, ratings, banded=True),
        _unit(subject),
        **_reading(subject),
        process=variation(ratings, edition.assessment.workspace.settings.process),
        forecast=_forecast(edition, ratings[-1]),
        comparison=_comparison(edition, ratings),
    )


def _unit(subject: Subject) -> str:
    return subject.record.unit or ""


def _reading(subject: Subject) -> View:
    """Return what words about a series must know: what a point stands for, and whether it is a running total."""
    return {"interval": interval(subject), "running": subject.record.aggregation == "cumulative"}


def _drawable(ratings: Sequence[IndicatorRating]) -> bool:
    return sum(rating.value is not None for rating in ratings) >= _LEAST


def _points(edition: Edition, ratings: Sequence[IndicatorRating], *, banded: bool = False) -> list[Point]:
    return [_point(edition, rating, banded=banded) for rating in ratings]


def _point(edition: Edition, rating: IndicatorRating, *, banded: bool) -> Point:
    measure = measure_of(edition, edition.item(rating.subject)).beside(rating.value, limits_of(rating))
    ends = [measure.rounded(end) for end in rating.target.target.ends] if rating.target else []
    goal, upper, *_ = (*ends, None, None)
    return Point(
        short_period(rating.period),
        None if rating.value is None else measure.rounded(rating.value),
        goal,
        bool(rating.result and rating.result.provisional),
        upper,
        tuple(Band(*map(measure.rounded, band)) for band in _bands(rating)) if banded else (),
        two=len(ends) > 1 and rating.subject.record.polarity != "range",
        still=_still(rating),
    )


def _still(rating: IndicatorRating) -> str:
    """Return the word of the state where a result misses its target and is on target all the same; else empty."""
    scale, value = rating.scale, rating.value
    if scale is None or value is None or rating.basis == "benchmark" or rating.state.colour not in _ON_TARGET:
        return ""
    return "" if scale.reaches(value, scale.goal) else rating.state.word.lower()


def _bands(rating: IndicatorRating) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield where a result is short of target but still amber: from the green limit to the amber one."""
    indicator = rating.subject.record
    if rating.target is None or indicator.polarity == "none" or rating.basis in {"benchmark", "manual"}:
        return
    for scale in scales(rating.target.target, indicator.polarity, rating.rule, indicator.unit or ""):
        green, amber = _limit(rating, scale, *_ON_TARGET), _limit(rating, scale, Colour.AMBER)
        if green is not None and amber is not None and green != amber:
            yield green, amber


def _limit(rating: IndicatorRating, scale: Scale, *colours: Colour) -> Decimal | None:
    """Return the worst value that still has one of these colours."""
    states = rating.engine.states
    edges = [step.edge for step in scale.steps if step.state in states and states[step.state].colour in colours]
    return next((edge for edge in reversed(edges) if edge is not None), None)


def _forecast(edition: Edition, rating: IndicatorRating) -> Forecast | None:
    """Return what is expected at the year's end, where that is on the scale of the results and still to come."""
    indicator, period = rating.subject.record, rating.period
    result = edition.data(rating.result) if rating.result else {}
    year = period.year
    months = (year.last.year - period.last.year) * YEAR + year.last.month - period.last.month
    if result.get("forecast") is None or indicator.aggregation == "sum" or not months:
        return None
    value = measure_of(edition, edition.item(rating.subject)).rounded(result["forecast"])
    return Forecast(short_period(year), value, months // period.months)


def _comparison(edition: Edition, ratings: Sequence[IndicatorRating]) -> Comparison | None:
    """Return the average of others for each period that theirs covers; None where there is none."""
    fields = [rating.field for rating in ratings]
    measure = measure_of(edition, edition.item(ratings[-1].subject))
    values = tuple(
        measure.rounded(field.average)
        if field and field.average is not None and field.period.covers(rating.period)
        else None
        for field, rating in zip(fields, ratings, strict=True)
    )
    if not any(value is not None for value in values):
        return None
    group = next(field.group for field, value in zip(fields, values, strict=True) if field and value is not None)
    return Comparison(f"{group or 'Others'}, average", values)
