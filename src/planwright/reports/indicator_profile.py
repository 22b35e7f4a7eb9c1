"""One indicator in brief: what it is, how it is rated, three years, others, areas, every result, what was done."""

from collections.abc import Mapping
from dataclasses import replace

from planwright.assessment import IndicatorRating
from planwright.assessment.collecting import collecting
from planwright.assessment.variation import recent
from planwright.explaining import footnote
from planwright.explaining.indicators import BETTER
from planwright.explaining.printed import printed_period
from planwright.period import parse_period
from planwright.quantity import is_word
from planwright.reports._edition import Edition, View
from planwright.reports._exceptions import for_how_long, is_missed, is_on_target, running
from planwright.reports._facts import facts
from planwright.reports._frame import exempted_in, frame
from planwright.reports._groups import groups_of
from planwright.reports._indicators import reason_of, restated, status_of, target_of, with_trend
from planwright.reports._measuring import measure_at, measure_of
from planwright.reports._others import among_others, position_of
from planwright.wording import capital
from planwright.workspace import Subject

TITLE = "Indicator profiles"
WHOLE = False
_AGGREGATIONS = {
    "sum": "a longer period is the sum of its parts",
    "mean": "a longer period is the mean of its parts",
    "latest": "a longer period is its latest part",
    "weighted": "a longer period is all that was counted in it, over all it was counted of",
    "rolling": "over a rolling window",
    "cumulative": "a running total since the year began",
    "supplied": "a longer period's figure is given, not worked out",
}

# What other parts of the page tell, the figures themselves among it.
_TOLD = frozenset(
    {
        "id", "title", "description", "service", "owner", "unit", "polarity", "frequency", "aggregation", "targets",
        "baseline", "source", "formula", "target_rationale", "changes", "exempt",
    }
)  # fmt: skip


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the indicators."""
    return {subject.id: subject.id for subject in edition.of("indicator")}


def view(edition: Edition, subject: str | None) -> View:
    """Return all that there is to tell of an indicator."""
    found = edition.assessment.workspace.subjects[subject or ""]
    rating = edition.assessment.indicators[found.id]
    row = with_trend(edition, found)
    history = edition.assessment.ratings.history(found)
    shown, targets = recent(history), _targets(edition, found, row)
    return frame(edition, exempted_in(edition, found, *_plans(edition, found))) | {
        "indicator": row,
        "frequency": capital(collecting(found.record).often),
        "taken_from": edition.item(found)["source"],
        "aggregation": _AGGREGATIONS.get(row["aggregation"] or "", ""),
        "polarity": BETTER[row["polarity"]],
        "more": facts(edition, found.record, _TOLD | (set(row) - found.record.model_fields_set)),
        "baseline": _baseline(edition, found, row),
        "objectives": _objectives(edition, found),
        "lasting": _lasting(edition, rating),
        "footnote": footnote(rating),
        "targets": targets,
        "reasoned": any(one["rationale"] or one["approved"] for one in targets),
        "groups": groups_of(edition, rating),
        "by": row["breakdown"]["by"] if row["breakdown"] else "",
        "compared": among_others(edition, rating),
        "position": position_of(edition, rating),
        "unit": f" ({row['unit']})" if is_word(row["unit"] or "") else "",
        "history": [_result(edition, one) for one in reversed(shown)],
        "older": sum(one.value is not None for one in history[: len(history) - len(shown)]),
        "plans": [_plan(edition, plan) for plan in _plans(edition, found)],
        "process": edition.settings["process"],
    }


def _plans(edition: Edition, found: Subject) -> list[Subject]:
    every = edition.assessment.pips_of(found.id)
    return [plan.subject for plan in every if edition.shows(plan.subject.id)]


def _plan(edition: Edition, plan: Subject) -> View:
    item = edition.item(plan)
    rating = edition.assessment.pips[plan.id]
    return {"id": plan.id, "status": edition.status(rating.state), "opened": item["opened"], "author": item["author"]}


def _baseline(edition: Edition, found: Subject, row: View) -> str:
    """Return where an indicator started, in words; empty where nobody said."""
    told = row["baseline"]
    if not told:
        return ""
    period = parse_period(told["period"], edition.assessment.figures.start(found.record))
    return f"{measure_of(edition, row).said(told['value'])} ({printed_period(period)})"


def _objectives(edition: Edition, found: Subject) -> list[View]:
    """Return the objectives that an indicator measures."""
    named = (one for one in edition.of("objective") if found.id in map(str, one.record.measured_by))
    return [{"id": one.id, "title": edition.title(one)} for one in named]


def _lasting(edition: Edition, rating: IndicatorRating) -> str:
    """Return for how long a result has been on target or short of it; empty where that says nothing."""
    term = edition.term("target")
    for holds, words in ((is_missed, f"short of {term}"), (is_on_target, f"on {term} or better")):
        if running(rating, holds) > 1:
            return f"{words} for {for_how_long(rating, holds)} running"
    return ""


def _targets(edition: Edition, found: Subject, row: View) -> list[View]:
    """Return the targets of which somebody said why or agreed them, and those to come; the others stand by results."""
    figures, measure = edition.assessment.figures, measure_of(edition, row)
    start = figures.start(found.record)
    periods = {parse_period(name, start): told for name, told in row["targets"].items()}
    return [
        {
            "period": printed_period(period),
            "target": measure.target(figures.target(found, period)),
            "rationale": told["rationale"],
            "approved": told["approved_by"],
        }
        for period, told in sorted(periods.items())
        if told["rationale"] or told["approved_by"] or period.last > edition.assessment.as_at
    ]


def _result(edition: Edition, rating: IndicatorRating) -> View:
    """Return one period of the history, with what was said about it; a unit that is a word stands in the header."""
    result = edition.data(rating.result) if rating.result else {}
    measure = measure_at(edition, rating)
    if is_word(measure.unit):
        measure = replace(measure, unit="")
    return {
        "period": printed_period(rating.period),
        "value": measure.said(rating.value),
        "provisional": bool(result.get("provisional")),
        "restated": restated(measure, result),
        "target": target_of(edition, rating, measure),
        "status": status_of(edition, rating),
        "said": result.get("comment") or (reason_of(edition, rating) if rating.value is None else ""),
    }
