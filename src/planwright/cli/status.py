"""Show how indicators, actions, milestones, risks and improvement plans stand now."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from planwright.assessment import STATES, Assessment, Colour
from planwright.cli._session import AsAt, Session, known_format, session, words
from planwright.cli._standing import Item, standing
from planwright.cli._tables import Table, as_csv, as_markdown, as_text, show
from planwright.cli._workspace import assessed
from planwright.diagnostic import PlanwrightError
from planwright.nearest import did_you_mean
from planwright.visible import visible
from planwright.wording import named, number_of
from planwright.workspace import Subject

EXAMPLES = (
    "planwright status --service HOUSING --only red,amber,late",
    "planwright status HSG-PI-01 CORP-3 --format json",
)
FORMATS = ("text", "json", "csv", "md")
_TERMINAL_COLOURS = {"green": "green", "amber": "yellow", "red": "red", "blue": "blue"}


def run(
    context: typer.Context,
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="Only these, and what they hold.")] = None,
    *,
    service: Annotated[str, typer.Option(metavar="ID", help="Only what belongs to this service.")] = "",
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="STATES", help="Only these states or colours: red,amber,late,overdue."),
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = "text",
    as_at: AsAt = None,
) -> None:
    """Assess the plan at the date and print what was asked for."""
    given = session(context, as_at)
    known_format(format_, FORMATS)
    states = _states(only)
    assessment = assessed(given)
    items = tuple(standing(assessment))
    if service:
        assessment.workspace.find(service, "service")
        items = tuple(item for item in items if item.service == service)
    if ids:
        items = tuple(_named(assessment, items, ids))
    if states:
        items = tuple(item for item in items if states & {item.state.key, item.state.colour.value})
    if format_ == "text" and not items:
        asked = " or ".join(words(only)) if states else "in any state"
        print(f"Nothing that was asked for is {asked} at {assessment.as_at}.")
        return
    _print(given, assessment, items, format_)


def _states(only: Iterable[str] | None) -> frozenset[str]:
    """Return the states and colours asked for; raises PlanwrightError, listing them, for one that does not exist."""
    asked = frozenset(words(only))
    known = [*(colour.value for colour in Colour), *(key for key in STATES if key not in list(Colour))]
    for word in sorted(asked - set(known)):
        hint = did_you_mean(word, known)
        raise PlanwrightError(f"there is no state '{word}'{f'; {hint}' if hint else ''} The states: {', '.join(known)}")
    return asked


def _named(assessment: Assessment, items: Iterable[Item], ids: Iterable[str]) -> Iterable[Item]:
    """Yield the items that one of the ids names, holds, owns (a service), or is served by (an objective or aim)."""
    items = tuple(items)
    own = {item.id for item in items}
    reached: set[str] = set()
    for id_ in ids:
        if id_ not in own:
            reached |= _below(assessment, assessment.workspace.find(id_))
    wanted = set(ids)
    for item in items:
        chain = {item.id, item.service}
        holder: Subject | None = item.subject
        while holder:
            chain.add(holder.id)
            holder = holder.parent
        if wanted & chain or item.subject.id in reached:
            yield item


def _below(assessment: Assessment, subject: Subject) -> set[str]:
    """Return the ids of all that measures, carries out or threatens an objective and those below it."""
    workspace = assessment.workspace
    found: set[str] = set()
    if subject.thing in {"aim", "priority", "objective"}:
        for one in (subject, *assessment.thread.below(subject)):
            found |= {reference.target for reference in workspace.outbound.get(one.id, ())}
            found |= {mention.source.id for mention in workspace.inbound.get(one.id, ()) if mention.source}
    return found


def _print(given: Session, assessment: Assessment, items: tuple[Item, ...], format_: str) -> None:
    if format_ == "json":
        head = {"version": 1, "as_at": assessment.as_at.isoformat()}
        print(json.dumps({**head, "items": [_record(item) for item in items]}, ensure_ascii=False, indent=2))
        return
    table = _table(items)
    if format_ != "text":
        print((as_csv if format_ == "csv" else as_markdown)(table), end="")
    elif given.colour:
        show(table)
    else:
        print(as_text(table), end="")
    if format_ == "text" and not given.quiet:
        print(f"\n{_counted(assessment, items)}")


def _counted(assessment: Assessment, items: tuple[Item, ...]) -> str:
    """Return the closing lines: for each type, how many items there are, and how many in each state."""
    order = list(assessment.states)
    states = sorted(items, key=lambda item: (order.index(item.state.key), item.state.word))
    lines = []
    for type_, number in Counter(item.type for item in items).items():
        counts = Counter(item.state.word.lower() for item in states if item.type == type_)
        listed = ", ".join(f"{count} {word}" for word, count in counts.items())
        lines.append(f"{number_of(number, named(type_))}: {listed}")
    return "\n".join(lines)


def _record(item: Item) -> dict[str, Any]:
    return {
        "id": visible(item.id),
        "type": item.type,
        "title": visible(item.title),
        "service": item.service,
        "period": item.period,
        "state": item.state.key,
        "colour": item.state.colour.value,
        "reason": visible(item.reason),
        "basis": item.basis,
        "provisional": item.provisional,
        "value": item.value,
        "target": item.target,
        "due": item.due,
        "direction": {"previous": item.previous, "last_year": item.last_year},
        "forecast_state": item.forecast_state,
        "triggers": list(item.triggers),
    }


def _table(items: tuple[Item, ...]) -> Table:
    rows = (
        (
            item.id,
            item.type,
            item.state.word,
            item.state.colour.value,
            item.period or "",
            item.title,
            item.reason,
        )
        for item in items
    )
    colours = (_TERMINAL_COLOURS.get(item.state.colour.value, "") for item in items)
    return Table(("id", "type", "state", "colour", "period", "title", "why"), tuple(rows), tuple(colours), tinted=2)
