"""Returns: a workbook for each post with the results that are due, and what came back taken into the plan."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from planwright.assessment import Assessment
from planwright.cli._commands import add, new_group
from planwright.cli._edited import show_and_write
from planwright.cli._periods import period_option
from planwright.cli._session import AsAt, Session, session, words
from planwright.cli._sheets import sheet_bytes
from planwright.cli._workspace import assessed, root_of, watched
from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.edits.recording import texts
from planwright.exchange.returns.asking import Return, returns, unowned
from planwright.exchange.returns.columns import ANSWERS
from planwright.exchange.returns.making import workbook
from planwright.exchange.returns.taking import VERDICTS, Line, Request, Taken, take
from planwright.exchange.tables import Sheet, read_sheets
from planwright.repository import fill_folder
from planwright.visible import visible
from planwright.wording import listed, number_of

app = new_group(__doc__)
_UNUSABLE = re.compile(r"[^A-Za-z0-9_-]+")  # in names of files, on one system or another
_STOPS = {"refused": "refused", "conflict": "in conflict"}
_TOLD = ("accepted", "conflict", "refused", "note")


@add(app, "make", "planwright returns make --output returns", "planwright returns make --post HEAD-HOUSING")
def make(
    context: typer.Context,
    *,
    post: Annotated[
        list[str] | None, typer.Option("--post", metavar="IDS", help="Only for these posts; may be repeated.")
    ] = None,
    service: Annotated[
        list[str] | None, typer.Option("--service", metavar="IDS", help="Only for indicators of these services.")
    ] = None,
    period: Annotated[
        str, typer.Option(metavar="PERIOD", help="Ask for this period (2026-27-Q3), even before it is over.")
    ] = "",
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to fill.")] = Path(
        "returns"
    ),
    as_at: AsAt = None,
) -> None:
    """Write a workbook for each post that has results to give, with what it said last time and how to fill it in."""
    given = session(context, as_at)
    assessment = assessed(given)
    posts, services = words(post), words(service)
    for thing, ids in (("post", posts), ("service", services)):
        for id_ in ids:
            assessment.workspace.find(id_, thing)
    asked = returns(assessment, posts, services, period_option(period))
    _warn_of_unowned(given, assessment, period)
    files: dict[str, tuple[bytes, str]] = {}
    for one in watched(given, asked, "making {} workbooks"):
        files[_name(one, files)] = workbook(one), _told_of(one)
    _refuse_to_replace(output, {name: data for name, (data, _) in files.items()})
    if files:
        fill_folder(output, {name: data for name, (data, _) in files.items()})
    for name, (_, told) in files.items():
        print(visible(f"{output / name}: {told}"))
    idle = [id_ for id_ in posts if id_ not in {one.post.id for one in asked}]
    for id_ in idle:
        print(f"{id_}: nothing is due, so no workbook was made.")
    if not files and not idle:
        print(f"Nothing is due on {assessment.as_at.isoformat()}, so no workbook was made.")


def _warn_of_unowned(given: Session, assessment: Assessment, period: str) -> None:
    if not given.quiet:
        for id_ in unowned(assessment, period):
            print(f"{id_}: a result is due, but no post answers for it (owner:), so nobody is asked.")


def _name(asked: Return, taken: Iterable[str]) -> str:
    """Return a name that every system can have and that no other workbook has."""
    post = _UNUSABLE.sub("-", asked.post.id)
    used = {name.casefold() for name in taken}
    stem = f"return-{post}-{asked.assessment.as_at.isoformat()}"
    numbers = ("", *(f"-{number}" for number in range(2, len(used) + 3)))
    return next(name for number in numbers if (name := f"{stem}{number}.xlsx").casefold() not in used)


def _told_of(asked: Return) -> str:
    others = len(asked.rows) - asked.due
    also = f", {others} more can be mended" if others else ""
    return f"{number_of(asked.due, 'row')} to be answered{also}"


def _refuse_to_replace(folder: Path, files: dict[str, bytes]) -> None:
    """Raise RefusedError where another file of a workbook's name is there: somebody may have filled it in."""
    if folder.exists() and not folder.is_dir():
        raise PlanwrightError(f"{folder} is a file; name a folder for the workbooks with --output DIR")
    for name, data in files.items():
        path = folder / name
        if path.exists() and (not path.is_file() or path.read_bytes() != data):
            raise RefusedError(
                f"{path} is there already and may hold answers, so nothing was written; move it, or name another "
                "folder with --output"
            )


@add(
    app,
    "take",
    "planwright returns take returns/*.xlsx --dry-run",
    'planwright returns take leisure.ods --partial --reason "Two visits were counted twice"',
)
def take_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Workbooks that came back.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change and write nothing.")] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Write what is accepted, though other rows are refused or in conflict.")
    ] = False,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="Where the plan has changed since, take what the return says.")
    ] = False,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Accept figures far from what history and target make likely.")
    ] = False,
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help="Why final figures are changed, where the return does not say.")
    ] = "",
    as_at: AsAt = None,
) -> None:
    """Print what becomes of every row of the returns, and write all results or none."""
    given = session(context, as_at)
    root = root_of(given)
    assessment = assessed(given)
    sheets, unread = _read(files)
    taken = take(assessment, sheets, Request(confirm, reason, theirs))
    taken = replace(taken, lines=(*unread, *taken.lines))
    _print(given, taken)
    stopped = [f"{taken.count(verdict)} {words}" for verdict, words in _STOPS.items() if taken.count(verdict)]
    changes = {} if stopped and not partial else texts(assessment.workspace, taken.recording)
    show_and_write(root, changes, dry_run=dry_run)
    if stopped:
        hint = "" if partial else ", so nothing was written; mend them, or take the others with --partial"
        raise RefusedError(f"{listed(stopped)}{hint}")


def _read(files: Sequence[Path]) -> tuple[dict[str, tuple[Sheet, ...]], list[Line]]:
    """Return the sheets of each file by its name, and what is to be said of those that are no workbooks.

    Raises PlanwrightError where a file cannot be opened at all.
    """
    names = [file.name for file in files]
    sheets: dict[str, tuple[Sheet, ...]] = {}
    unread: list[Line] = []
    for file in files:
        name = file.name if names.count(file.name) == 1 else str(file)
        data = sheet_bytes(file)
        try:
            sheets[name] = read_sheets(file.name, data)
        except RefusedError as error:
            unread.append(Line(name, "", "", "refused", str(error)))
    return sheets, unread


def _print(given: Session, taken: Taken) -> None:
    """Print what a person must know of each row, which rows were left blank, and the counts."""
    for line in taken.lines:
        if line.verdict in _TOLD and not (given.quiet and line.verdict in {"accepted", "note"}):
            print(visible(_shown(line)))
    blank = [line.about for line in taken.lines if line.verdict == "left blank"]
    if blank and not given.quiet:
        print(visible(f"left blank: {', '.join(blank)}"))
    print(", ".join(f"{taken.count(verdict)} {_STOPS.get(verdict, verdict)}" for verdict in VERDICTS))


def _shown(line: Line) -> str:
    place = f"{line.file}: {ANSWERS}!{line.cell}" if line.cell else line.file
    return ": ".join(part for part in (place, line.about, line.verdict, line.why) if part)
