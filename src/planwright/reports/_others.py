"""Where the council stands among others: their average, its place, and a chart of everybody."""

from dataclasses import dataclass
from decimal import Decimal

from planwright.assessment import IndicatorRating
from planwright.assessment.benchmarking import Field, Place, goodness, place_among
from planwright.charts import Chart, Standing, position
from planwright.explaining.printed import limits_of, printed_period
from planwright.period import Period
from planwright.reports._edition import Edition, View
from planwright.reports._measuring import measure_of

_QUARTERS = {1: "best quarter", 2: "second quarter", 3: "third quarter", 4: "last quarter"}
_CUT_FROM = 4  # how many there must be before quarters of them say anything


@dataclass(frozen=True, slots=True)
class _Ours:
    """Our own figure for the period of the others' figures, else the latest that may stand beside them."""

    value: Decimal
    period: Period


def among_others(edition: Edition, rating: IndicatorRating) -> View | None:
    """Return how an indicator stands beside what others reached; None where there is nothing to set beside it."""
    field, ours = rating.field, _ours(edition, rating)
    if field is None or ours is None:
        return None
    measure = measure_of(edition, edition.item(rating.subject))
    average = [] if field.average is None else [field.average]
    beside = measure.beside(ours.value, [*average, *limits_of(rating)])
    place = _place(rating, ours, field, ours.value)
    told = [edition.data(peer.comparator) for peer in field.peers]
    return {
        "id": rating.subject.id,
        "title": edition.title(rating.subject),
        "value": beside.said(ours.value),
        "period": printed_period(ours.period),
        "theirs": printed_period(field.period),
        "group": field.group,
        "average": beside.said(field.average),
        "published": field.published is not None,
        "others": [f"{one['with']} {measure.said(one['value'])}" for one in told],
        "place": f"{place.rank} of {place.of}" if place else "",
        "quarter": _QUARTERS[place.quarter] if place and _cut(rating, place) else "",
    }


def _ours(edition: Edition, rating: IndicatorRating) -> _Ours | None:
    """Return our figure for the period of the others'; a total never beside one of another length of time."""
    field, value = rating.field, rating.value
    if field is None:
        return None
    same = edition.assessment.ratings.value(rating.subject, field.period)
    if same is not None and rating.basis != "benchmark":
        return _Ours(same, field.period)
    total = rating.subject.record.aggregation in {"sum", "cumulative"}
    if value is None or (total and field.period.months != rating.period.months):
        return None
    return _Ours(value, rating.period)


def position_of(edition: Edition, rating: IndicatorRating) -> Chart | None:
    """Return everybody best first as a chart; None where no place can be told."""
    field, ours = rating.field, _ours(edition, rating)
    if field is None or ours is None or rating.subject.record.polarity not in {"higher", "lower"}:
        return None
    if len(field.peers) < max(rating.rule.place.at_least, 1):
        return None
    measure = measure_of(edition, edition.item(rating.subject)).beside(ours.value, limits_of(rating))
    figures = [(edition.settings["name"], ours.value)]
    figures += [(one["with"], one["value"]) for one in (edition.data(peer.comparator) for peer in field.peers)]
    places = [_place(rating, ours, field, value) for _, value in figures]
    standings = [
        Standing(
            who,
            measure.rounded(value),
            ours=not index,
            quarter=place.quarter if place and _cut(rating, place) else None,
        )
        for index, ((who, value), place) in enumerate(zip(figures, places, strict=True))
    ]
    average = None if field.average is None else measure.rounded(field.average)
    return position(standings, measure.unit, better=rating.subject.record.polarity, average=average)


def _cut(rating: IndicatorRating, place: Place) -> bool:
    """Whether quarters are worth telling: there are enough for that, and no other rule places the indicator."""
    told = rating.basis != "benchmark" or rating.rule.place.by == "quartile"
    return told and place.of >= _CUT_FROM


def _place(rating: IndicatorRating, ours: _Ours, field: Field, value: Decimal) -> Place | None:
    """Return the place of one of all values, our own counted too; None where there are too few, or none is better."""
    indicator, rule = rating.subject.record, rating.rule.place
    if len(field.peers) < rule.at_least:
        return None
    target = rating.target.target if rating.target else None
    every = [goodness(one, indicator.polarity, target) for one in (ours.value, *field.values)]
    good = goodness(value, indicator.polarity, target)
    others = [one for one in every if one is not None]
    if good is None:
        return None
    others.remove(good)
    return place_among(good, others, rule.cut)
