"""The improvement plan in the six sections of its template."""

from collections.abc import Mapping

from planwright.assessment.opening import Dated, opening_figures
from planwright.explaining.printed import printed_period
from planwright.page import printed_date
from planwright.period import parse_period
from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.reports._measuring import Measure, measure_of
from planwright.reports._pips import pip_row
from planwright.workspace import Subject

TITLE = "Performance improvement plans"
WHOLE = False
_SCORES = {
    "Target": "target",
    "Score": "score",
    "Last Year End Score": "last_year_end",
    "Score 12 Months Ago": "twelve_months_ago",
}


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the improvement plans, and the indicators they are for (the last one for each)."""
    plans = edition.of("pip")
    return {plan.id: plan.id for plan in plans} | {str(plan.record.indicator): plan.id for plan in plans}


def view(edition: Edition, subject: str | None) -> View:
    """Return one improvement plan with the scores of its indicator."""
    found = edition.assessment.workspace.subjects[subject or ""]
    pip = pip_row(edition, found)
    indicator = edition.get(found.record.indicator, "indicator")
    item = edition.item(indicator) if indicator else dict.fromkeys(("id", "title", "description"), "")
    return frame(edition, exempted_in(edition, found)) | {
        "pip": pip,
        "indicator": item,
        "scores": _scores(edition, pip, indicator, item) if indicator else [],
        "factors": {
            f"{origin} {term}": [
                factor for factor in _factors(edition, pip) if (factor["origin"], factor["term"]) == (origin, term)
            ]
            for origin in ("external", "internal")
            for term in ("temporary", "long term")
        },
        "levels": _levels(edition, pip),
        "referrals": [referral | {"decided": _decided(edition, referral["decision"])} for referral in pip["referrals"]],
        "progress": [entry | {"score": _score_of(edition, entry, indicator, item)} for entry in pip["progress"]],
    }


def _factors(edition: Edition, pip: View) -> list[View]:
    shared = (edition.get(one["id"], "factor") for one in pip["shared_factors"])
    return [*pip["factors"], *(edition.item(one) for one in shared if one)]


def _scores(edition: Edition, pip: View, indicator: Subject, item: View) -> list[View]:
    """Return the figures of section 1: those recorded when the plan was opened, else those of its opening day."""
    recorded = pip["details"]
    if recorded:
        told = ((label, recorded[name], recorded[f"{name}_as_at"]) for label, name in _SCORES.items())
        return [_score(label, measure_of(edition, item).said(value), day) for label, value, day in told]
    ratings = edition.assessment.ratings
    opening = opening_figures(ratings, indicator, ratings.calendar.ended_by(indicator.record, pip["opened"]))
    return [_dated(label, measure_of(edition, item), getattr(opening, name)) for label, name in _SCORES.items()]


def _dated(label: str, measure: Measure, found: Dated | None) -> View:
    return _score(label, measure.said(found.value), found.as_at) if found else _score(label, "", None)


def _score(label: str, value: str, day: object) -> View:
    return {"label": label, "value": value, "as_at": day}


def _levels(edition: Edition, pip: View) -> list[View]:
    """Return the comments by level: the settings' levels in their order, whether or not they commented, then others."""
    known = edition.settings["pips"]["levels"]
    levels = dict.fromkeys([*known, *(comment["level"] for comment in pip["management_comments"])])
    return [
        {"level": level, "comments": [_comment(one) for one in pip["management_comments"] if one["level"] == level]}
        for level in levels
    ]


def _comment(comment: View) -> View:
    """Return a comment with where it was made: the meeting, whose name most often tells the day, and by whom."""
    day, meeting = printed_date(comment["on"]), comment["meeting"]["title"] if comment["meeting"] else ""
    return comment | {"made": [one for one in ("" if day in meeting else day, meeting, comment["by"]) if one]}


def _decided(edition: Edition, decision: View | None) -> str:
    """Return what was decided, in words."""
    found = edition.get(decision["id"], "decision") if decision else None
    return str(edition.item(found)["text"]) if found else ""


def _score_of(edition: Edition, entry: View, indicator: Subject | None, item: View) -> str:
    """Return the score of the period an entry reports on, or of the latest ended by its day where it names none."""
    if indicator is None:
        return ""
    ratings = edition.assessment.ratings
    if entry["period"]:
        period = parse_period(entry["period"], ratings.figures.start(indicator.record))
    else:
        period = ratings.calendar.ended_by(indicator.record, entry["on"])
    value = ratings.value(indicator, period)
    return "" if value is None else f"{measure_of(edition, item).said(value)} ({printed_period(period)})"
