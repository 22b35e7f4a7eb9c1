"""Show how indicators, actions, milestones, risks and improvement plans stand now."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from planwright.assessment import Assessment, GroupRating, IndicatorRating
from planwright.assessment.gathering import GATHERING, THREADED, Standing, services_under, standing
from planwright.cli._answers import print_json
from planwright.cli._session import AsAt, Session, known_format, session, words
from planwright.cli._standing import Item, items_of, states_asked, target_written, written
from planwright.cli._tables import Table, as_csv, as_markdown, as_text, show
from planwright.cli._workspace import assessed
from planwright.explaining import counted
from planwright.visible import visible
from planwright.wording import named, number_of
from planwright.workspace import Subject

EXAMPLES = (
    "planwright status --service HOUSING --only red,amber,late",
    "planwright status HSG-PI-01 CORP-3 --format json",
)
FORMATS = ("text", "json", "csv", "md")
_TERMINAL_COLOURS = {"green": "green", "amber": "yellow", "red": "red", "blue": "blue"}
_MISSING = frozenset({"late", "grey"})


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked for: its items, the figures of earlier periods that are late, and what it is rolled up to."""

    items: tuple[Item, ...]
    missing: tuple[IndicatorRating, ...]
    rolled_up: tuple[tuple[Subject, Standing], ...]


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
    assessment = assessed(given)
    items = tuple(items_of(assessment))
    states = states_asked(only, assessment, items)
    if service:
        assessment.workspace.find(service, "service")
        items = tuple(item for item in items if item.service == service)
    if ids:
        items = tuple(_named(assessment, items, ids))
    missing = () if states and not states & _MISSING else tuple(_missing(assessment, items))
    if states:
        items = tuple(item for item in items if states & {item.state.key, item.state.colour.value})
    found = Found(items, missing, _rolled_up(assessment, ids or ()))
    if format_ == "json":
        print_json(_json(assessment, found), assessment.as_at)
    elif format_ != "text":
        print((as_csv if format_ == "csv" else as_markdown)(_table(items)), end="")
    elif items:
        _print(given, assessment, found)
    else:
        asked = " or ".join(words(only)) if states else "in any state"
        print(f"Nothing that was asked for is {asked} at {assessment.as_at}.")
        print(_missing_line(assessment, missing), end="")


def _named(assessment: Assessment, items: Iterable[Item], ids: Iterable[str]) -> Iterable[Item]:
    """Yield the items that one of the ids names, holds, owns (a service), or is served by (an objective or aim)."""
    items = tuple(items)
    own = {item.id for item in items}
    reached: frozenset[str] = frozenset()
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
        if wanted & chain or reached & {item.subject.id, item.service}:
            yield item


def _below(assessment: Assessment, subject: Subject) -> frozenset[str]:
    """Return the ids of what an item gathers: members, services, or all that serves an objective and those below it."""
    if subject.thing == "collection":
        return frozenset(map(str, subject.record.indicators))
    if subject.thing not in THREADED:
        return services_under(assessment, subject)
    workspace = assessment.workspace
    found: set[str] = set()
    for one in (subject, *assessment.thread.below(subject)):
        found |= {reference.target for reference in workspace.outbound.get(one.id, ())}
        found |= {mention.source.id for mention in workspace.inbound.get(one.id, ()) if mention.source}
    return frozenset(found)


def _rolled_up(assessment: Assessment, ids: Iterable[str]) -> tuple[tuple[Subject, Standing], ...]:
    """Return those of the items asked for that gather indicators, each with how it stands."""
    found = (assessment.workspace.get(id_, *GATHERING) for id_ in ids)
    return tuple((subject, standing(assessment, subject)) for subject in found if subject)


def _missing(assessment: Assessment, items: Iterable[Item]) -> Iterable[IndicatorRating]:
    """Yield the ratings, of the indicators among some items, that are late for an earlier period than the current."""
    for item in items:
        if item.type == "indicator":
            current = assessment.indicators[item.id].period
            yield from (one for one in assessment.ratings.late(item.subject) if one.period != current)


def _json(assessment: Assessment, found: Found) -> dict[str, Any]:
    return {
        "items": [_record(item) for item in found.items],
        "roll_ups": [_roll_up_record(subject, one) for subject, one in found.rolled_up],
        "missing": [
            {
                "id": visible(one.subject.id),
                "period": str(one.period),
                "days_late": assessment.ratings.days_late(one),
            }
            for one in found.missing
        ],
    }


def _print(given: Session, assessment: Assessment, found: Found) -> None:
    """Print what was found as a table, and below it what it comes to."""
    table = _table(found.items)
    if given.colour:
        show(table)
    else:
        print(as_text(table), end="")
    if not given.quiet:
        print(f"\n{_counted(assessment, found.items)}")
        print(_missing_line(assessment, found.missing), end="")
        for subject, one in found.rolled_up:
            print(_roll_up_line(assessment, subject, one))


def _missing_line(assessment: Assessment, missing: Iterable[IndicatorRating]) -> str:
    """Return the line on earlier figures that never came; empty where there is none."""
    told = [
        f"{one.subject.id} {one.period} ({number_of(assessment.ratings.days_late(one), 'day')} late)" for one in missing
    ]
    return visible(f"Also missing: {', '.join(told)}\n") if told else ""


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
        "direction": {
            "previous": item.previous,
            "last_year": item.last_year,
            "year_end": item.year_end,
            "baseline": item.baseline,
        },
        "groups": [_group_record(group) for group in item.groups],
        "forecast_state": item.forecast_state,
        "triggers": list(item.triggers),
    }


def _group_record(group: GroupRating) -> dict[str, Any]:
    return {
        "name": visible(group.name),
        "state": group.state.key,
        "colour": group.state.colour.value,
        "reason": visible(group.reason),
        "value": written(group.value),
        "target": target_written(group.target),
    }


def _roll_up_record(subject: Subject, one: Standing) -> dict[str, Any]:
    """Return how an item stands by its indicators: the state is null where no rule makes one of many."""
    counts, state = one.rolled.counts, one.rolled.state
    return {
        "id": visible(subject.id),
        "type": subject.thing,
        "title": visible(subject.title),
        "state": state.key if state else None,
        "reason": visible(one.rolled.reason),
        "total": counts.total,
        "rated": counts.rated,
        "not_rated": counts.not_rated,
        "states": dict(Counter(rating.state.key for rating in one.indicators)),
        "indirect": [rating.subject.id for rating in one.indirect],
    }


def _roll_up_line(assessment: Assessment, subject: Subject, one: Standing) -> str:
    state = one.rolled.state
    together = f"{state.word}, as {one.rolled.reason}; " if state else ""
    return visible(f"{subject.id} ({named(subject.thing)}): {together}{counted(assessment, one)}")


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
