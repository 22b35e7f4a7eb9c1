"""How a service performs, for its plan: last year beside this year by kind of indicator, standards, others' figures."""

from collections.abc import Sequence

from planwright.assessment import IndicatorRating
from planwright.explaining.printed import printed_period
from planwright.period import Period, month_of
from planwright.reports._edition import Edition, View
from planwright.reports._exceptions import is_missed, is_on_target, is_red
from planwright.reports._indicators import indicator_row, status_of, target_of, year_targets
from planwright.reports._measuring import measure_at, measure_of
from planwright.reports._others import among_others
from planwright.workspace import Subject

_GROUPS = {
    "national": "National indicators",
    "key": "Key local indicators",
    "finance": "Finance and value for money",
    "other": "Other local indicators",
}
_KEY = ("national", "key")
_MEMBERS = "1"  # the part that tells of key indicators only


def performance_of(edition: Edition, plan: View, indicators: Sequence[Subject], years: Sequence[Period]) -> View:
    """Return how the indicators of a plan, given with its permitted fields, stand: in groups, and beside others.

    `key_groups` are those that members agree on: national indicators and the key local ones; `detailed` are the others.
    """
    key = _key(edition, plan, indicators)
    rows = [_row(edition, one, years) | {"group": _group(one, key)} for one in indicators]
    groups = [_summed(edition, name, [row for row in rows if row["group"] == name]) for name in _GROUPS]
    return {
        "groups": [group for group in groups if group["rows"]],
        "key_groups": [group for group in groups if group["key"] in _KEY and group["rows"]],
        "detailed": [row for row in rows if row["group"] not in _KEY],
        "targets": [row for row in rows if any(row["targets_by_year"])],
        "key_targets": [row for row in rows if row["group"] in _KEY and any(row["targets_by_year"])],
        "defined_here": [row for row in rows if row["id"] in {one["id"] for one in plan["indicators"]}],
        "standards": [_standard(edition, one) for one in plan["standards"]],
        "others": [
            _others(edition, edition.assessment.indicators[row["id"]])
            for row in rows
            if _beside(edition, row["id"]) and (edition.cut.part != _MEMBERS or row["group"] in _KEY)
        ],
    }


def _key(edition: Edition, plan: View, indicators: Sequence[Subject]) -> set[str]:
    """Return the ids of the key local indicators: those marked so, else those that measure the plan's objectives."""
    marked = {one.id for one in indicators if edition.item(one)["key"]}
    return marked or {one["id"] for objective in plan["objectives"] for one in objective["measured_by"]}


def _group(indicator: Subject, key: set[str]) -> str:
    record = indicator.record
    if record.scope == "national":
        return "national"
    if indicator.id in key:
        return "key"
    return "finance" if record.perspective == "finance" or record.unit == "£" else "other"


def _row(edition: Edition, subject: Subject, years: Sequence[Period]) -> View:
    """Return an indicator with the last closed year beside what is known now; `now` is False where both are one."""
    rating = edition.assessment.indicators[subject.id]
    start = edition.assessment.figures.start(subject.record)
    closed = month_of(edition.assessment.as_at, start).year.previous
    same = rating.period == closed
    return indicator_row(edition, subject) | {
        "closed": _year(edition, edition.assessment.ratings.rate(subject, closed)),
        "now": not same,
        "targets_by_year": year_targets(edition, subject, tuple(years)),
    }


def _year(edition: Edition, rating: IndicatorRating) -> View:
    measure = measure_at(edition, rating)
    return {
        "period": printed_period(rating.period),
        "value": measure.said(rating.value),
        "target": target_of(edition, rating, measure),
        "status": status_of(edition, rating) if rating.state.rated or rating.value is not None else None,
    }


def _summed(edition: Edition, key: str, rows: list[View]) -> View:
    """Return a group with how many of its rated indicators are on target, and what is said of those that are not."""
    ratings = [edition.assessment.indicators[row["id"]] for row in rows]
    rated = [one for one in ratings if one.state.rated]
    missed = {one.subject.id for one in ratings if is_missed(one) or is_red(one)}
    return {
        "key": key,
        "title": _GROUPS[key],
        "rows": rows,
        "rated": len(rated),
        "met": sum(is_on_target(one) for one in rated),
        "missed": [row for row in rows if row["id"] in missed],
        "targets": [row for row in rows if any(row["targets_by_year"])],
    }


def _standard(edition: Edition, standard: View) -> View:
    """Return a service standard with how the indicator that shows whether it is kept stands."""
    indicator = edition.get(standard["indicator"]["id"], "indicator") if standard["indicator"] else None
    return standard | {"row": indicator_row(edition, indicator) if indicator else None}


def _beside(edition: Edition, indicator: str) -> bool:
    return among_others(edition, edition.assessment.indicators[indicator]) is not None


def _others(edition: Edition, rating: IndicatorRating) -> View:
    """Return what others reached; `providers` are those of them that are not councils, each with its figure."""
    measure = measure_of(edition, edition.item(rating.subject))
    peers = [edition.data(peer.comparator) for peer in (rating.field.peers if rating.field else ())]
    return (among_others(edition, rating) or {}) | {
        "providers": [f"{one['with']} {measure.said(one['value'])}" for one in peers if one["is"] == "provider"]
    }
