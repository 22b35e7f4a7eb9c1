"""Potential improvements of a service: what consultation and performance suggest, linked to its improvement plan."""

from collections.abc import Iterator, Sequence

from planwright.reports._edition import Edition, View
from planwright.reports._exceptions import is_missed
from planwright.reports._indicators import indicator_row
from planwright.wording import capital
from planwright.workspace import Subject


def improvements_of(edition: Edition, plan: View, indicators: Sequence[Subject]) -> View:
    """Return the service improvement plan, numbered, and what else might be improved with the numbers that answer it.

    A finding is answered by the improvements that its action takes up; a missed target by those whose action serves an
    objective that the indicator measures.
    """
    numbered = [one | {"number": number} for number, one in enumerate(plan["improvements"], 1)]
    heard = (
        one | {"answers": [each for each in numbered if one["action"] and each["action"] == one["action"]]}
        for one in _heard(plan)
    )
    missed = [one for one in indicators if is_missed(edition.assessment.indicators[one.id])]
    seen = (_seen(edition, one) | {"answers": _serving(plan, numbered, one.id)} for one in missed)
    return {"improvements": numbered, "potential": [*heard, *seen]}


def _heard(plan: View) -> Iterator[View]:
    """Yield what people said and what challenge found."""
    for one in plan["feedback"]:
        yield {"source": capital(one["kind"]), "finding": one["finding"], "action": one["action"]}
    for one in plan["consultations"]:
        if one["result"]:
            yield {"source": f"Consultation: {one['title']}", "finding": one["result"], "action": one["action"]}
    for one in plan["aspects"]:
        if one["verdict"] != "continue":
            yield {"source": "Challenge", "finding": f"{capital(one['verdict'])}: {one['title']}", "action": None}


def _seen(edition: Edition, indicator: Subject) -> View:
    row = indicator_row(edition, indicator)
    finding = f"{row['title']}: {row['value']} against {row['against']}, {row['period']}"
    return {"source": "Performance", "finding": finding, "action": None}


def _serving(plan: View, improvements: list[View], indicator: str) -> list[View]:
    """Return the improvements whose action serves an objective that an indicator measures."""
    measured = {
        objective["id"]
        for objective in plan["objectives"]
        if indicator in {measure["id"] for measure in objective["measured_by"]}
    }
    serving = {one["id"] for one in plan["actions"] if one["objective"] and one["objective"]["id"] in measured}
    return [one for one in improvements if one["action"] and one["action"]["id"] in serving]
