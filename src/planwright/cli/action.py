"""The action plan: list actions and milestones, and say how one is going."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from planwright.assessment import Assessment, WorkRating, assess
from planwright.assessment.duties import posts_of
from planwright.checking import check
from planwright.cli._answers import print_json
from planwright.cli._commands import add, new_group
from planwright.cli._edited import changed_by, show_and_write
from planwright.cli._session import AsAt, Session, known_format, session
from planwright.cli._standing import items_of, states_asked
from planwright.cli._tables import FORMATS, Table, print_table
from planwright.cli._workspace import assessed, load, root_of
from planwright.diagnostic import Diagnostic, PlanwrightError, RefusedError, Severity
from planwright.edits.progress import Update, update
from planwright.nearest import did_you_mean
from planwright.quantity import shown
from planwright.records.action import Action
from planwright.visible import one_line, visible
from planwright.wording import a, capital

app = new_group(__doc__)
_LISTED = ("service", "objective", "action", "post", "team")
_RULES = ("PW4",)
# What contradicts what is said, or leaves something out: written down only where a person confirms it.
_REFUSED = frozenset({"PW403", "PW404", "PW405", "PW407", "PW410", "PW411", "PW414", "PW415", "PW416"})


@add(
    app,
    "list",
    "planwright action list HOUSING --only overdue,due-soon",
    'planwright action list ESTATE-MANAGER --theme "Empty homes" --format csv',
)
def list_(
    context: typer.Context,
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Only those of this service, plan or objective, or that this post or team leads."
        ),
    ] = "",
    *,
    only: Annotated[
        list[str] | None, typer.Option(metavar="STATES", help="Only these states or colours: overdue,due-soon,red.")
    ] = None,
    theme: Annotated[str, typer.Option(metavar="TEXT", help="Only what plans group under this theme.")] = "",
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = "text",
    as_at: AsAt = None,
) -> None:
    """List actions, each with its milestones, as they stand at the date."""
    given = session(context, as_at)
    known_format(format_, FORMATS)
    assessment = assessed(given)
    states = states_asked(only, assessment, tuple(items_of(assessment)))
    works: Iterable[WorkRating] = assessment.work
    if id_:
        works = tuple(_of(assessment, works, id_))
    if theme:
        works = tuple(_under(works, theme))
    found = tuple(one for one in works if not states or states & {one.state.key, one.state.colour.value})
    if format_ == "json":
        items = [_record(assessment, one) for one in found]
        print_json({"items": items}, assessment.as_at)
    else:
        print_table(given, _table(found), format_)


def _of(assessment: Assessment, works: Iterable[WorkRating], id_: str) -> Iterator[WorkRating]:
    """Yield the work of a service, plan, objective or action, or that a post or the posts of a team lead.

    Raises PlanwrightError for what has no work.
    """
    subject = assessment.workspace.find(id_)
    plans = subject.parent is None and "actions" in type(subject.record).model_fields
    if not plans and subject.thing not in _LISTED:
        raise PlanwrightError(f"{id_} is {a(subject.thing)}; name a service, plan, objective, action, post or team")
    ids = {subject.id}
    if subject.thing == "team":
        ids |= {post.id for post in posts_of(assessment.workspace, subject)}
    for one in works:
        action: Action = one.subject.record
        holds = {one.subject.id, one.subject.root.id, assessment.service(one.subject), action.objective, action.lead}
        if ids & holds:
            yield one


def _under(works: Iterable[WorkRating], theme: str) -> Iterator[WorkRating]:
    """Yield the work grouped under a theme; raises PlanwrightError, with the nearest, where there is no such theme."""
    works = tuple(works)
    known = sorted({one.subject.record.theme for one in works if one.subject.record.theme})
    if theme.casefold() not in map(str.casefold, known):
        hint = did_you_mean(theme, known) or (f"there are {', '.join(known)}" if known else "no action here has one")
        raise PlanwrightError(f"there is no theme '{one_line(theme, 60)}' here; {hint}")
    for one in works:
        if (one.subject.record.theme or "").casefold() == theme.casefold():
            yield one


def _table(works: Iterable[WorkRating]) -> Table:
    rows = (
        (
            one.id,
            one.state.word,
            str(one.due or ""),
            str(one.subject.record.lead or ""),
            _percent(one) or "",
            one.title,
            one.reason,
        )
        for one in works
    )
    return Table(("id", "state", "due", "lead", "per cent", "title", "why"), tuple(rows))


def _record(assessment: Assessment, one: WorkRating) -> dict[str, Any]:
    action: Action = one.subject.record
    return {
        "id": visible(one.id),
        "type": "action" if one.index is None else "milestone",
        "action": visible(one.subject.id),
        "title": visible(one.title),
        "plan": visible(one.subject.root.id),
        "service": assessment.service(one.subject),
        "objective": action.objective,
        "lead": action.lead,
        "theme": visible(action.theme) if action.theme else None,
        "key": action.key,
        "state": one.state.key,
        "colour": one.state.colour.value,
        "reason": visible(one.reason),
        "status": one.record.status,
        "percent": _percent(one),
        "due": str(one.due) if one.due else None,
        "promised": str(one.promised) if one.promised else None,
        "done": one.done.isoformat() if one.done else None,
        "slips": [
            {"to": str(slip.to), "on": slip.on.isoformat() if slip.on else None, "reason": visible(slip.reason or "")}
            for slip in one.record.revised
        ],
    }


def _percent(one: WorkRating) -> str | None:
    percent = one.record.percent if isinstance(one.record, Action) else None
    return None if percent is None else shown(percent)


@add(
    app,
    "update",
    'planwright action update HSG-A1 --note "Forum met; terms agreed." --percent 80 --by HOUSING-OPTIONS-MANAGER',
    'planwright action update HSG-A1/3 --revised 2027-01-31 --reason "Two landlords asked for more time"',
)
def update_(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="An action, or a milestone as status names it: HSG-A1/2.")],
    *,
    note: Annotated[str, typer.Option(metavar="TEXT", help="What has happened and what comes next.")] = "",
    percent: Annotated[str, typer.Option(metavar="NUMBER", help="How much of the action is done.")] = "",
    status: Annotated[
        str,
        typer.Option(
            metavar="WORD",
            help="not started, on track, at risk, behind, complete, deferred, cancelled or superseded.",
        ),
    ] = "",
    done: Annotated[str, typer.Option(metavar="DATE", help="The day it was done.")] = "",
    revised: Annotated[str, typer.Option(metavar="DATE", help="The new date; the first one stays in the plan.")] = "",
    due: Annotated[str, typer.Option(metavar="DATE", hidden=True)] = "",
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why the date moves, or why it is given up.")] = "",
    implications: Annotated[str, typer.Option(metavar="TEXT", help="What the later date means.")] = "",
    decision: Annotated[str, typer.Option(metavar="ID", help="The decision behind that.")] = "",
    evidence: Annotated[str, typer.Option(metavar="TEXT", help="Where it can be seen that it is done.")] = "",
    on: Annotated[
        str, typer.Option(metavar="DATE", help="The day of the note, or on which the new date was agreed.")
    ] = "",
    by: Annotated[str, typer.Option(metavar="POST", help="The post that wrote the note.")] = "",
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Write it although it leaves something out, such as an open milestone.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would change and write nothing.")] = False,
    as_at: AsAt = None,
) -> None:
    """Say how an action or milestone is going, and print the lines that changed and how it stands then."""
    if due:
        raise PlanwrightError("the date first promised stays as it is: give a new one as --revised DATE --reason TEXT")
    said = Update(
        note=note.strip(),
        percent=percent.strip(),
        by=by.strip(),
        status=status.strip().casefold(),
        done=done.strip(),
        revised=revised.strip(),
        reason=reason.strip(),
        implications=implications.strip(),
        decision=decision.strip(),
        evidence=evidence.strip(),
        on=on.strip(),
    )
    _write(session(context, as_at), id_, said, confirm=confirm, dry_run=dry_run)


def _write(given: Session, id_: str, said: Update, *, confirm: bool, dry_run: bool) -> None:
    """Write what is said of an action or milestone, and print it, how it stands then and what else is to be said.

    Raises RefusedError where the check would object to it, unless it is confirmed.
    """
    if said == Update():
        known = "--note, --percent, --status, --done, --revised ..."
        raise PlanwrightError(f"say what to update of {one_line(id_, 60)}: {known}")
    root, assessment = root_of(given), assessed(given)
    work = _find(assessment, id_)
    changed = changed_by(assessment.workspace, [update(assessment, work, said)])
    now = assess(load(given, root, {name: after for name, (_, after) in changed.items()}), assessment.as_at)
    new = _new_findings(assessment, now)
    flaws = [one for one in new if _weighs(one, work)]
    if flaws and not confirm:
        told = "; ".join(f"{one.message} ({one.code})" for one in flaws)
        raise RefusedError(f"{told}. Nothing was written. Say that too, or repeat it with --confirm.")
    show_and_write(root, changed, dry_run=dry_run)
    if all(before == after for before, after in changed.values()):
        print(f"{work.id} stands so already; nothing was changed.")
    stands = _find(now, work.id)
    print(visible(f"{work.id}: {stands.state.word}. {capital(stands.reason)}."))
    for one in new:
        if one.subject != work.subject.id and one.severity is Severity.INFO:
            continue  # that one action has news is no news of the others
        print(visible(f"{one.code}: {one.message}; {one.help}."))


def _find(assessment: Assessment, id_: str) -> WorkRating:
    """Return the action or milestone with an id; raises PlanwrightError, with the nearest, where there is none."""
    known = {one.id: one for one in assessment.work}
    if id_ in known:
        return known[id_]
    if id_ in assessment.workspace.broken:
        assessment.workspace.find(id_)
    other = assessment.workspace.get(id_)
    if other:
        raise PlanwrightError(f"{id_} is {a(other.thing)}, not an action or milestone")
    hint = did_you_mean(id_, known) or "`planwright action list` names them all"
    raise PlanwrightError(f"there is no action or milestone {one_line(id_, 60)}; {hint}")


def _new_findings(before: Assessment, after: Assessment) -> tuple[Diagnostic, ...]:
    """Return what the check says of actions once something has changed, and did not say before."""
    known = {(one.code, one.message) for one in check(before, _RULES)}
    return tuple(one for one in check(after, _RULES) if (one.code, one.message) not in known)


def _weighs(found: Diagnostic, work: WorkRating) -> bool:
    own = found.subject == work.subject.id and found.code in _REFUSED
    return own and found.severity is not Severity.INFO
