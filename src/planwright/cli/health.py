"""Tell how healthy the plans are: balance of measures, signs of struggle with their items, what each plan lacks."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from planwright import formats
from planwright.assessment.health import Health, health
from planwright.assessment.health_items import Checklist, Sign
from planwright.cli._answers import print_json
from planwright.cli._documents import requests
from planwright.cli._session import AsAt, known_format, session
from planwright.cli._workspace import assessed
from planwright.kinds import Visibility
from planwright.reports import Edition
from planwright.visible import one_line, visible
from planwright.wording import number_of

EXAMPLES = ("planwright health", "planwright health HOUSING --format json")
FORMATS = ("text", "json", "md")
_TOLD = 12  # items of a sign that anybody reads on a terminal


def run(
    context: typer.Context,
    service: Annotated[str, typer.Argument(metavar="SERVICE", help="Only this service's plans.")] = "",
    *,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = "text",
    as_at: AsAt = None,
) -> None:
    """Print the health of all plans, or of one service's, as officers may see it."""
    given = session(context, as_at)
    known_format(format_, FORMATS)
    assessment = assessed(given)
    if service:
        assessment.workspace.find(service, "service")
    if format_ == "md":
        edition = Edition(assessment, Visibility.OFFICERS)
        (request,) = requests("plan-health", [service] if service else [], edition)
        print(visible(formats.load("md").write(request.page("working copy")).decode()), end="")
        return
    found = health(assessment, service)
    if format_ == "json":
        print_json(_json(service, found), assessment.as_at)
    else:
        print("\n".join(_text(found)))


def _text(found: Health) -> Iterator[str]:
    yield "Balance"
    for mix in found.mixes:
        if mix.total:
            missing = f"; none {', '.join(mix.missing)}" if mix.missing else ""
            yield f"  {mix.title}: {', '.join(mix.parts)}{missing}"
    watched = (
        f"{one.service.id} {one.indicators}{f' (at most {one.most})' if one.too_many else ''}" for one in found.loads
    )
    yield f"  Indicators that each service watches: {', '.join(watched) or 'none'}"
    yield "\nSigns of struggle"
    for sign in found.signs:
        if sign.concerns:
            yield from _sign_lines(sign)
    quiet = [sign.title for sign in found.signs if sign.of and not sign.concerns]
    yield f"  Looked for and not found: {'; '.join(quiet) or 'nothing'}"
    yield f"  For a self-assessment, as no file shows it: {'; '.join(found.asked)}"
    if found.checklists:
        yield "\nWhat plans do not hold"
        lacking = tuple(line for one in found.checklists if (line := _checklist_line(one)))
        yield from lacking or ("  nothing: all that is looked for is there",)
    else:
        yield "\nNo service plan is in force at this date, so none was looked through; --as-at names another date."


def _sign_lines(sign: Sign) -> Iterator[str]:
    number = len({one.subject.id for one in sign.concerns})
    yield f"  {sign.title}: {number} of {number_of(sign.of, sign.about)}"
    if not all(one.note for one in sign.concerns):
        yield f"    rests on {sign.rests_on}"
    for one in sign.concerns[:_TOLD]:
        yield f"    {one_line(f'{one.subject.id}: {one.note}' if one.note else one.subject.id)}"
    if len(sign.concerns) > _TOLD:
        yield f"    and {len(sign.concerns) - _TOLD} more; --format json names them all"


def _checklist_line(checklist: Checklist) -> str:
    """Return what a list does not find in a plan; empty where it finds everything."""
    lacking = "; ".join(one.question for one in checklist.answers if one.held is False)
    return f"  {visible(checklist.plan.id)}, {checklist.title.lower()}: not found: {lacking}" if lacking else ""


def _json(service: str, found: Health) -> dict[str, Any]:
    return {
        "service": service or None,
        "balance": [
            {
                "key": mix.key,
                "title": mix.title,
                "counted": mix.about,
                "total": mix.total,
                "counts": dict(mix.counts),
                "otherwise": {mix.otherwise: mix.others},
            }
            for mix in found.mixes
        ],
        "indicators_by_service": [
            {"service": visible(one.service.id), "indicators": one.indicators, "at_most": one.most}
            for one in found.loads
        ],
        "signs": [_sign_record(sign) for sign in found.signs],
        "checklists": [_checklist_record(one) for one in found.checklists],
        "to_be_asked": list(found.asked),
    }


def _sign_record(sign: Sign) -> dict[str, Any]:
    return {
        "key": sign.key,
        "title": sign.title,
        "rests_on": sign.rests_on,
        "looked_at": sign.of,
        "items": [{"id": visible(one.subject.id), "note": visible(one.note)} for one in sign.concerns],
    }


def _checklist_record(checklist: Checklist) -> dict[str, Any]:
    return {
        "plan": visible(checklist.plan.id),
        "key": checklist.key,
        "title": checklist.title,
        "answers": [{"question": one.question, "held": one.held} for one in checklist.answers],
    }
