"""How the council, or one service, is doing: exceptions first, counts that add up, every red with three years."""

from collections.abc import Iterable, Mapping

from planwright.assessment import Colour, IndicatorRating, WorkRating, count
from planwright.explaining.printed import printed_period
from planwright.period import Period, month_of
from planwright.reports._counts import summary
from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_of, frame
from planwright.reports._indicators import indicator_row, with_trend
from planwright.reports._pips import pip_row
from planwright.reports._risks import by_score, highest, is_open, risk_map, risk_row
from planwright.reports._work import OVERDUE, work_rows
from planwright.workspace import Subject

TITLE = "Performance reports"
WHOLE = True
_THINGS = ("indicator", "action", "milestone", "risk", "pip")
_NOT_RATED_EXCEPTIONS = ("late", "no-tolerance")
_HIGHEST = 5
_QUARTER = 3  # months


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the services that have indicators, actions or risks."""
    services = (subject.id for subject in edition.of("service"))
    return {
        id_: id_ for id_ in services if any(edition.within(id_, thing) for thing in ("indicator", "action", "risk"))
    }


def view(edition: Edition, subject: str | None) -> View:
    """Return the standing of the whole council or of one service."""
    indicators = [
        one
        for one in _within(edition, subject, "indicator")
        if edition.assessment.indicators[one.id].state.key != "retired"
    ]
    ratings = [edition.assessment.indicators[one.id] for one in indicators]
    work = [rating for action in _within(edition, subject, "action") for rating in edition.work[action.id]]
    risks = [one for one in _within(edition, subject, "risk") if is_open(edition, one)]
    rows = {one.id: indicator_row(edition, one) for one in indicators}
    return frame(edition, exempted_of(edition, subject or "", _THINGS)) | {
        "service": edition.named(subject, by_title=True) if subject else None,
        "period": printed_period(_quarter(edition)),
        "grace_days": edition.settings["dates"]["grace_days"],
        "due_soon_days": edition.settings["dates"]["due_soon_days"],
        "indicators": summary(edition, (rating.state for rating in ratings)),
        "actions": summary(edition, (one.state for one in work if one.index is None)),
        "milestones": summary(edition, (one.state for one in work if one.index is not None)),
        "reds": [
            with_trend(edition, rating.subject)
            for rating in ratings
            if rating.placed and rating.state.colour is Colour.RED
        ],
        "others": [rows[rating.subject.id] for rating in ratings if _other_exception(rating)],
        "services": _services(edition, indicators, rows),
        "objectives": [] if subject else _objectives(edition, indicators),
        "overdue": work_rows(edition, _in(work, *OVERDUE)),
        "due_soon": work_rows(edition, _in(work, "due-soon")),
        "slipped": work_rows(edition, [one for one in work if one.slipped and not one.done]),
        "risks": _risks(edition, risks),
        "pips": [
            pip_row(edition, one) for one in _within(edition, subject, "pip") if edition.assessment.pips[one.id].open
        ],
    }


def _within(edition: Edition, service: str | None, thing: str) -> tuple[Subject, ...]:
    return edition.within(service, thing) if service else edition.of(thing)


def _quarter(edition: Edition) -> Period:
    """Return the latest quarter that had ended by the date."""
    start = edition.assessment.figures.year_start
    return month_of(edition.assessment.as_at, start).within(_QUARTER).previous


def _other_exception(rating: IndicatorRating) -> bool:
    """Whether an indicator that is not red must still be told of."""
    forecast = rating.forecast_state
    return rating.state.colour is not Colour.RED and (
        rating.state.key in _NOT_RATED_EXCEPTIONS or (forecast is not None and forecast.colour is Colour.RED)
    )


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


def _objectives(edition: Edition, indicators: list[Subject]) -> list[View]:
    """Return the corporate objectives with the states of what measures them, and at last what is under none."""
    thread = edition.assessment.thread
    corporate = [one for one in edition.of("objective") if thread.layer(one) == "corporate"]
    lines: list[View] = []
    under: set[str] = set()
    for one in corporate:
        own = _measuring(edition, (one, *thread.below(one, without="indirect")))
        every = _measuring(edition, (one, *thread.below(one)))
        under |= every
        named = {"id": one.id, "title": edition.title(one), "indirect": len(every - own)}
        lines.append(named | _standing(edition, indicators, own))
    none = {one.id for one in indicators} - under
    if lines and none:
        title = f"Under no corporate {edition.term('objective')}"
        lines.append({"id": "", "title": title, "indirect": 0} | _standing(edition, indicators, none))
    return lines


def _measuring(edition: Edition, objectives: Iterable[Subject]) -> set[str]:
    """Return the ids of the indicators that measure any of some objectives."""
    shown = (one for one in objectives if edition.shows(one.id))
    return {str(id_) for one in shown for id_ in getattr(one.record, "measured_by", ())}


def _standing(edition: Edition, indicators: Iterable[Subject], named: set[str]) -> View:
    counts = count(edition.assessment.indicators[one.id].state for one in indicators if one.id in named)
    colours = {colour.value: number for colour, number in counts.by_colour.items()}
    return {
        "indicators": counts.total,
        "not_rated": counts.not_rated,
        **{colour: colours.get(colour, 0) for colour in ("green", "amber", "red")},
    }


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
