"""Explain why an item is in the state it is in: the figures, the rule, where each was set, what would change it."""

from typing import Annotated, Any

import typer

from planwright.assessment import Assessment
from planwright.assessment.collecting import collecting
from planwright.assessment.gathering import GATHERING
from planwright.cli._answers import print_json
from planwright.cli._periods import period_of
from planwright.cli._session import AsAt, known_format, session
from planwright.cli._workspace import assessed
from planwright.diagnostic import PlanwrightError
from planwright.explaining import (
    Explanation,
    explain_indicator,
    explain_pip,
    explain_risk,
    explain_standing,
    explain_work,
)
from planwright.period import Period
from planwright.visible import one_line, visible
from planwright.wording import a
from planwright.workspace import Spot, Subject, Workspace

EXAMPLES = (
    "planwright why HSG-PI-01",
    "planwright why HSG-PI-01 2026-27-Q1 --format json",
)
FORMATS = ("text", "json")
COUNCIL = "."  # no id can be a dot


def run(
    context: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="What has a state, or gathers what has; a dot for the council.")
    ],
    period: Annotated[
        str | None, typer.Argument(metavar="PERIOD", help="For an indicator: 2026-27-Q1 instead of the latest.")
    ] = None,
    *,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = "text",
    as_at: AsAt = None,
) -> None:
    """Assess the plan at the date and explain one item."""
    given = session(context, as_at)
    known_format(format_, FORMATS)
    assessment = assessed(given)
    explanation = _explained(assessment, id_, period)
    if format_ == "json":
        print_json(_json(explanation, assessment), assessment.as_at)
    else:
        print(_text(explanation, assessment.workspace))


def _explained(assessment: Assessment, id_: str, period: str | None) -> Explanation:
    """Return the explanation of an item; raises PlanwrightError where there is none by that id, or no such period."""
    step = next((rating for rating in assessment.work if rating.id == id_), None)
    known = assessment.workspace.get(id_)
    whole = id_ == COUNCIL
    if period is not None and (step or whole or (known and known.thing != "indicator")):
        raise PlanwrightError(f"a period can be named for an indicator only, and {id_} is none")
    if step:
        return explain_work(assessment, step)
    subject = None if whole else assessment.workspace.find(id_)
    if subject is None or subject.thing in GATHERING:
        return explain_standing(assessment, subject)
    if subject.thing == "risk":
        return explain_risk(assessment, assessment.risks[subject.id])
    if subject.thing == "pip":
        return explain_pip(assessment, assessment.pip(subject))
    if subject.thing != "indicator":
        service = assessment.service(subject)
        instead = f"about {service} (`planwright why {service}`), " if service else ""
        raise PlanwrightError(
            f"{id_} is {a(subject.thing)}, which has no rating of its own; ask {instead}"
            "about an indicator, action, milestone, risk or improvement plan, about what gathers indicators "
            "(an objective, service, portfolio, committee or collection), "
            f"or about the whole council (`planwright why {COUNCIL}`)"
        )
    if period is None:
        return explain_indicator(assessment, assessment.indicators[subject.id])
    return explain_indicator(assessment, assessment.ratings.rate(subject, _asked(assessment, subject, period)))


def _asked(assessment: Assessment, subject: Subject, text: str) -> Period:
    """Return the period a reader asks about; raises PlanwrightError for what is none, or none the indicator has."""
    period = period_of(assessment, subject, text)
    own = assessment.indicators[subject.id].period
    shorter = period.months < collecting(subject.record).months
    if shorter and period not in assessment.figures.results.get(subject.id, {}):
        often = collecting(subject.record).often
        raise PlanwrightError(f"{subject.id} is collected {often}, so {period} has no rating; ask about {own}")
    return period


def _where(workspace: Workspace, spot: Spot | None) -> str:
    if spot is None:
        return ""
    place = workspace.place(spot)
    return f"{place.file}:{place.line}"


def _text(explanation: Explanation, workspace: Workspace) -> str:
    width = max((len(line.label) for line in explanation.lines), default=0)
    title = explanation.title if explanation.id == COUNCIL else f"{explanation.id}: {explanation.title}"
    lines = [title, explanation.headline, ""]
    for line in explanation.lines:
        where = _where(workspace, line.spot)
        lines.append(f"  {line.label:<{width}}  {line.text}{f'  [{where}]' if where else ''}")
    return "\n".join(one_line(line, 2000) if not line.startswith("  ") else visible(line) for line in lines)


def _json(explanation: Explanation, assessment: Assessment) -> dict[str, Any]:
    return {
        "id": explanation.id,
        "title": visible(explanation.title),
        "state": explanation.state,
        "headline": visible(explanation.headline),
        "lines": [
            {
                "label": line.label,
                "text": visible(line.text),
                "file": line.spot.file if line.spot else None,
                "line": assessment.workspace.place(line.spot).line if line.spot else None,
            }
            for line in explanation.lines
        ],
    }
