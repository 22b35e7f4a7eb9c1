"""The quarter, for the council or a part of it: exceptions by printed rules, counts that add up, every red."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from planwright.assessment import IndicatorRating, WorkRating
from planwright.explaining import footnote
from planwright.explaining.printed import printed_period
from planwright.period import Period, month_of
from planwright.reports._breakdowns import by_aspiration, by_holder, by_service, chart_of
from planwright.reports._collections import read_together
from planwright.reports._counts import summary
from planwright.reports._cuts import Cuts
from planwright.reports._edition import Edition, View
from planwright.reports._exceptions import (
    RUNNING,
    for_how_long,
    is_missed,
    is_on_target,
    is_other_exception,
    is_red,
    is_slipping,
    red_words,
    runs,
    turned,
)
from planwright.reports._frame import exempted_of, frame
from planwright.reports._groups import hidden
from planwright.reports._indicators import indicator_row, restatements, with_trend
from planwright.reports._movers import movers
from planwright.reports._others import among_others
from planwright.reports._pips import pip_row
from planwright.reports._remedies import remedies
from planwright.reports._risks import by_score, highest, is_open, risk_map, risk_row
from planwright.reports._scope import Scope, scope_of, scopes
from planwright.reports._work import OVERDUE, work_rows
from planwright.workspace import Subject

TITLE = "Performance reports"
WHOLE = True
CUTS = Cuts(by_exception=True)
_THINGS = ("indicator", "action", "milestone", "risk", "pip")
_HIGHEST = 5
_QUARTER = 3  # months
_ON_FIRST_PAGE = 10  # reds that leave room there for the other bullets
_CORRECTED = timedelta(days=365)
_ON_COURSE = ("green", "blue")
_NOT_BY_EXCEPTION: View = {  # what goes well, or is there for completeness
    "on_target": [],
    "compared": [],
    "volumes": [],
    "collections": [],
    "chart": None,
    "tables": [],
    "all_due_soon": 0,
    "due_soon": [],
    "services": [],
}


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the services that have indicators, actions or risks, and the portfolios and committees they are under."""
    return {id_: id_ for id_ in scopes(edition)}


def view(edition: Edition, subject: str | None) -> View:
    """Return the standing of the whole council, or of one service, portfolio or committee."""
    scope = scope_of(edition, subject)
    indicators = [one for one in scope.of("indicator") if edition.assessment.indicators[one.id].state.key != "retired"]
    ratings = [edition.assessment.indicators[one.id] for one in indicators]
    rows = {one.id: indicator_row(edition, one) for one in indicators}
    exempted = [one for service in scope.services or ("",) for one in exempted_of(edition, service, _THINGS)]
    whole = (
        frame(edition, exempted)
        | {
            "scope": scope.title,
            "one_service": scope.one,
            "by_exception": edition.cut.by_exception,
            "period": printed_period(_quarter(edition)),
            "rows": rows,
            "running": RUNNING,
            "process": edition.settings["process"],
            "services": _services(edition, indicators, rows),
        }
        | _standing(edition, ratings, rows)
        | _counts(edition, scope, ratings)
        | _work(edition, scope)
        | {"risks": _risks(edition, [one for one in scope.of("risk") if is_open(edition, one)])}
    )
    return _by_exception(whole) if edition.cut.by_exception else whole


def _by_exception(whole: View) -> View:
    """Return a view without what needs nobody's attention."""
    kept = {
        "movers": whole["movers"] | {"better": []},
        "forecasts": [row for row in whole["forecasts"] if row["forecast_status"].key not in _ON_COURSE],
        "risks": whole["risks"] | {"map": None},
    }
    return whole | _NOT_BY_EXCEPTION | kept


def _standing(edition: Edition, ratings: Sequence[IndicatorRating], rows: Mapping[str, View]) -> View:
    """Return what the indicators show: exceptions, movement, what averages hide, what others reached."""
    forecast = [rows[one.subject.id] for one in ratings if rows[one.subject.id]["forecast_status"]]
    reds = [_red(edition, rating) for rating in ratings if is_red(rating)]
    return {
        "red_words": red_words(edition, ratings),
        "reds": reds,
        "first_reds": reds[:_ON_FIRST_PAGE],
        "others": [rows[rating.subject.id] for rating in ratings if is_other_exception(rating)],
        "turned": turned(ratings),
        "movers": movers(edition, ratings),
        "missed": runs(ratings, is_missed),
        "on_target": runs(ratings, is_on_target),
        "slipping": runs(ratings, is_slipping),
        "forecasts": forecast,
        "hidden": hidden(edition, ratings),
        "collections": read_together(edition, rows),
        "compared": [found for rating in ratings if (found := among_others(edition, rating))],
        "volumes": [rows[one.subject.id] for one in ratings if one.state.key == "data-only"],
        "provisional": [row for row in rows.values() if row["provisional"]],
        "corrected": [
            row
            for rating in ratings
            for row in restatements(edition, rating.subject, edition.assessment.as_at - _CORRECTED)
        ],
    }


def _red(edition: Edition, rating: IndicatorRating) -> View:
    row = with_trend(edition, rating.subject)
    return row | {
        "red_for": for_how_long(rating, is_red),
        "missed_for": for_how_long(rating, is_missed),
        "remedies": remedies(edition, rating.subject, row["doing"]),
        "footnote": footnote(rating),
    }


def _counts(edition: Edition, scope: Scope, ratings: Sequence[IndicatorRating]) -> View:
    """Return the indicators counted by state, and by what they belong to; each table adds up to them all."""
    found, rule = by_service(edition, ratings), edition.settings["roll_up"]["rule"]
    tables = [by_aspiration(edition, thing, ratings) for thing in ("priority", "objective")]
    if not scope.one:
        tables += [by_holder(edition, thing, ratings) for thing in ("portfolio", "committee")]
    return {
        "indicators": summary(edition, (rating.state for rating in ratings)),
        "met": sum(is_on_target(rating) for rating in ratings if rating.state.rated),
        "chart": chart_of(edition, found) if ratings and not scope.one else None,
        "by_colour": found.by_colour,
        "together": "" if scope.services or rule == "none" else rule,
        "tables": [table.view(edition) for table in tables if len(table.rows) > 1],
    }


def _work(edition: Edition, scope: Scope) -> View:
    """Return the actions and milestones: counts, what is overdue, due soon or put off, and open improvement plans."""
    work = [rating for action in scope.of("action") for rating in edition.work[action.id]]
    soon = _in(work, "due-soon")
    return {
        "grace_days": edition.settings["dates"]["grace_days"],
        "due_soon_days": edition.settings["dates"]["due_soon_days"],
        "work": _work_by_state(edition, work),
        "overdue": work_rows(edition, _in(work, *OVERDUE)),
        "all_due_soon": len(soon),
        "due_soon": work_rows(edition, soon if scope.one else [one for one in soon if one.subject.record.key]),
        "slipped": work_rows(edition, [one for one in work if one.slipped and not one.done]),
        "pips": [pip_row(edition, one) for one in scope.of("pip") if edition.assessment.pips[one.id].open],
    }


def _work_by_state(edition: Edition, work: Sequence[WorkRating]) -> View:
    """Return how many actions and how many milestones are in each state, and how many there are."""
    found = Counter((one.state.key, one.index is None) for one in work)
    numbers = [(state, found[state.key, True], found[state.key, False]) for state in edition.states]
    return {
        "lines": [
            {"status": edition.status(state), "actions": actions, "milestones": milestones}
            for state, actions, milestones in numbers
            if actions or milestones
        ],
        "actions": sum(actions for _, actions, _ in numbers),
        "milestones": sum(milestones for _, _, milestones in numbers),
    }


def _quarter(edition: Edition) -> Period:
    """Return the latest quarter that had ended by the date."""
    start = edition.assessment.figures.year_start
    return month_of(edition.assessment.as_at, start).within(_QUARTER).previous


def _in(work: Iterable[WorkRating], *states: str) -> list[WorkRating]:
    return [one for one in work if one.state.key in states]


def _services(edition: Edition, indicators: list[Subject], rows: Mapping[str, View]) -> list[View]:
    """Return the indicators by service, in the order of the services, those of no service last."""
    order = [subject.id for subject in edition.of("service")]
    found: dict[str, list[View]] = {id_: [] for id_ in [*order, ""]}
    for one in indicators:
        found[edition.service(one)].append(rows[one.id])
    return [
        {"title": edition.named(id_, by_title=True) if id_ else "", "indicators": group}
        for id_, group in found.items()
        if group
    ]


def _risks(edition: Edition, risks: list[Subject]) -> View:
    rows = [risk_row(edition, one) for one in by_score(edition, risks)]
    return {
        "total": len(rows),
        "map": risk_map(edition, risks),
        "highest": [risk_row(edition, one) for one in highest(edition, risks, _HIGHEST)],
        "opportunities": sum(row["opportunity"] for row in rows),
        "reviews_overdue": [row for row in rows if row["review_overdue"]],
        "rising": [row for row in rows if row["movement"] == "up" and not row["opportunity"]],
    }
