"""Begin a new document of any kind: a commented skeleton, with ids that do not clash with anybody else's."""

import getpass
import platform
import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from planwright import kinds
from planwright.assessment import assess
from planwright.cli._session import Session, session
from planwright.cli._workspace import load, root_of
from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.document import SETTINGS_FILE
from planwright.kinds.settings import MONTHS
from planwright.linking import ignored
from planwright.nearest import did_you_mean
from planwright.period import month_of
from planwright.records import placeholder
from planwright.records.scalars import EXPECTED, ID
from planwright.records.shape import fields_of
from planwright.repository import device_in, is_plan_name, write_files
from planwright.skeletons import Start, document_file, document_id, skeleton
from planwright.workspace import Workspace

EXAMPLES = (
    "planwright new service-plan --service HOUSING",
    "planwright --as-at 2027-04-01 new team-plan --team TEAM-ESTATES",
    "planwright new risk-log --id IT-RISKS --output it/risks.yaml",
)
_OF_A_SERVICE = {"service", "team"}
_ONLY_ONE = ("settings", "organisation")


def run(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="What to begin: service-plan, risk-log, results ...")
    ] = "",
    *,
    service: Annotated[str, typer.Option(metavar="ID", help="The service it is for.")] = "",
    team: Annotated[str, typer.Option(metavar="ID", help="The team it is for, with its service.")] = "",
    post: Annotated[str, typer.Option(metavar="ID", help="The post it is for, with its service.")] = "",
    id_: Annotated[str, typer.Option("--id", metavar="ID", help="Its id, instead of the one suggested.")] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write, instead of the usual one.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the text and write nothing.")] = False,
) -> None:
    """Write the skeleton to a file that does not exist yet, and say where."""
    given = session(context)
    _refuse_unknown(kind)
    root = root_of(given)
    workspace = load(given, root)
    start = _begun(workspace, given, root, kind, _meant(workspace, service, team, post), id_)
    id_ = id_ or document_id(kind, start)
    file = _relative(root, output) if output else document_file(kind, start, id_)
    _refuse_unread(workspace, file)
    text = skeleton(kind, file, start, id_)
    if dry_run:
        print(text, end="")
        return
    _refuse_second(workspace, kind, start, own_file=output is not None)
    if (root / file).exists():
        raise RefusedError(f"{file} exists already: edit it, or name another file with --output FILE")
    write_files(root, {file: (None, text.encode())}, lambda: _refuse_overtaken(workspace, load(given, root)))
    ids = f" (ids in place of {placeholder.ID}, too)" if placeholder.ID in text else ""
    print(f"{file} is begun. Open it, fill it in{ids}, then run `planwright validate`.")
    if kind == "pip":
        print("Next time, `planwright pip new INDICATOR` begins one with its figures filled in.")


def _refuse_unknown(kind: str) -> None:
    """Raise PlanwrightError, with the nearest, unless a kind of document is named."""
    if not kind:
        raise PlanwrightError(f"say what to begin: {', '.join(kinds.names())}")
    if kind not in kinds.names():
        hint = did_you_mean(kind, kinds.names()) or f"there are {', '.join(kinds.names())}"
        raise PlanwrightError(f"there is no kind '{kind}'; {hint}")


def _begun(workspace: Workspace, given: Session, root: Path, kind: str, meant: dict[str, str], id_: str) -> Start:
    """Return what a document of a kind starts from, for the service, team or post that is meant."""
    service = meant.get("service", "")
    _refuse_unusable(workspace, service, id_)
    if not service:
        _refuse_without_service(workspace, kind)
    start = begin(workspace, given.date, service, _author(root))
    start = replace(start, known={**start.known, **meant})
    return _awaiting(workspace, start) if kind == "results" else start


def _meant(workspace: Workspace, asked: str, team: str, post: str) -> dict[str, str]:
    """Return, by sort of thing, the service asked for and what a team or post says of itself.

    Raises PlanwrightError where there is no such team or post.
    """
    its = workspace.find(team, "team").record if team else None
    service = its.service if its else None
    if post:
        own = workspace.find(post, "post").record
        within = workspace.get(own.team, "team")
        service = own.service or (within.record.service if within else service)
    meant = {"service": asked or service, "team": team, "post": post or (its.leader if its else None)}
    return {thing: str(id_) for thing, id_ in meant.items() if id_}


def _refuse_unusable(workspace: Workspace, service: str, id_: str) -> None:
    """Raise PlanwrightError for a service that does not exist, and for an id that cannot be used or is in use."""
    if service:
        _ = workspace.find(service, "service")
    if id_ and not re.match(ID, id_):
        raise PlanwrightError(f"'{id_}' cannot be used; it should be {EXPECTED[ID]}")
    used = _used(workspace).get(id_.casefold())
    if used:
        as_written = "" if used == id_ else f", written {used}"
        raise PlanwrightError(f"the id {id_} is in use{as_written}; ids are unique and never used again")
    if id_ and workspace.lost:
        raise PlanwrightError(
            f"{workspace.lost[0]} could not be read, so planwright cannot tell whether {id_} is free; mend it first"
        )


def _used(workspace: Workspace) -> dict[str, str]:
    """Return the ids in use as they are written, by the same in lower case: people read the two as one."""
    return {id_.casefold(): id_ for id_ in (*workspace.broken, *workspace.subjects)}


def _refuse_unread(workspace: Workspace, file: str) -> None:
    """Raise PlanwrightError for the name of a file that not every machine can have, or that no plan is read from."""
    device = device_in(PurePosixPath(file))
    if device:
        reason = f"{device} is a device on Windows, where no file can be called so"
    elif not is_plan_name(file):
        reason = "plans are read from files that end in .yaml or .yml, and from no hidden or built folder"
    elif ignored(file, workspace.settings):
        reason = f"{SETTINGS_FILE} names it under ignore:, so nothing would read it"
    else:
        return
    raise PlanwrightError(f"{file} cannot hold a plan: {reason}; name another file with --output FILE")


def _refuse_without_service(workspace: Workspace, kind: str) -> None:
    """Raise PlanwrightError, listing those there are, for a kind of document of a service or team."""
    fields = fields_of(kinds.model(kind)).values()
    asked = next((thing for one in fields if one.required for thing in one.shape.things & _OF_A_SERVICE), "")
    if asked:
        known = [one.id for one in workspace.of(asked)]
        there = f"there are {', '.join(known)}" if known else "add one to the organisation first"
        raise PlanwrightError(f"say which {asked} the {kind} is for: --{asked} ID; {there}")


def _awaiting(workspace: Workspace, start: Start) -> Start:
    """Return what is known for new results, without the indicators that have one for the quarter.

    Raises RefusedError where all of them have.
    """
    there = assess(workspace, start.today).figures.results
    left = tuple(id_ for id_ in start.indicators if start.quarter not in there.get(id_, {}))
    if start.indicators and not left:
        raise RefusedError(
            f"every indicator there has its result for {start.quarter} already; `planwright record` changes one"
        )
    return replace(start, indicators=left)


def _refuse_second(workspace: Workspace, kind: str, start: Start, *, own_file: bool) -> None:
    """Raise RefusedError, naming the first, for a second document where the council has one.

    A second plan of a service for the same years is begun only in a file that was named for it.
    """
    if kind in _ONLY_ONE:
        file = next((one.document.file for one in workspace.loaded if one.document.kind == kind), None)
        if file:
            raise RefusedError(f"there is a file of {kind} already, {file}, and one is enough: edit it")
    if kind == "service-plan" and not own_file:
        for plan in workspace.of("service-plan"):
            years = plan.record.period.years(start.year.year_start)
            if plan.record.service == start.service and start.year in years and not plan.record.retired:
                raise RefusedError(
                    f"{start.service} has a plan for {start.year} already, {plan.id} in {plan.spot.file}: edit it, "
                    "or begin another with --output FILE"
                )


def _refuse_overtaken(before: Workspace, now: Workspace) -> None:
    """Raise RefusedError where ids were taken since the workspace was read: the new ones may be among them."""
    if _used(now).keys() - _used(before).keys():
        raise RefusedError("the plans were added to just now, so nothing was written; give the command again")


def _relative(root: Path, output: Path) -> str:
    """Return the name of a file below the root, as the rest of planwright writes names."""
    path = output.absolute().resolve()
    if not path.is_relative_to(root):
        raise PlanwrightError(f"{output} lies outside the plan's folder, {root}")
    return path.relative_to(root).as_posix()


def begin(workspace: Workspace, today: date, service: str, author: str) -> Start:
    """Return what is known for a new document of a service (or of none) in this workspace on this day."""
    settings = workspace.settings
    quarter = month_of(today, MONTHS.index(settings.year_start) + 1).within(3)
    if quarter.previous.year == quarter.year:
        quarter = quarter.previous  # the one that has ended
    plans = [one.record.id for one in workspace.of("service-plan") if one.record.service == service]
    assessment = assess(workspace, today)
    live = (one for one in workspace.of("indicator") if not assessment.gone(one))
    indicators = (one for one in live if service in {"", assessment.service(one)})
    scales = {"likelihood": settings.risks.likelihood, "impact": settings.risks.impact}
    return Start(
        today,
        quarter,
        author=author,
        service=service,
        prefix=plans[0].removesuffix("-PLAN") if plans else service,
        taken=frozenset(_used(workspace)),
        known=_known(workspace, service),
        indicators=tuple(one.id for one in indicators),
        words={name: scale[0] for name, scale in scales.items() if scale},
    )


def _known(workspace: Workspace, service: str) -> dict[str, str]:
    """Return, by sort of thing, what a document of a service (or of none) is sure to mean where it names one."""
    owner = workspace.get(service, "service")
    teams = [one.id for one in workspace.of("team") if owner and one.record.service == service]
    departments = [one.id for one in workspace.of("department")]
    known = {
        "service": service,
        "post": owner.record.head if owner else None,
        "team": teams[0] if len(teams) == 1 else None,
        "department": owner.record.department if owner else departments[0] if len(departments) == 1 else None,
    }
    return {thing: id_ for thing, id_ in known.items() if id_}


def _author(root: Path) -> str:
    """Return what tells this person at this machine from others, and two copies of the plans from one another.

    It is only mixed into new ids, never shown.
    """
    name = ""
    with suppress(KeyError, OSError):  # an account without a name, as in containers
        name = getpass.getuser()
    return f"{name}@{platform.node()} {root.as_posix()}"
