"""Make documents from the plan: service plans, performance reports, risk logs, improvement plans and more."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from planwright import formats, reports, resources
from planwright.cli._documents import Request, all_requests, facts, requests
from planwright.cli._files import write_file
from planwright.cli._fitting import TooLongError, refuse_too_long
from planwright.cli._readers import Readers, readers
from planwright.cli._session import COMMIT_SHOWN, AsAt, Session, session, words
from planwright.cli._targets import Target, refuse_to_replace, target
from planwright.cli._workspace import assessed, root_of
from planwright.diagnostic import PlanwrightError
from planwright.document import SETTINGS_FILE
from planwright.edits.sound import refuse_unsound
from planwright.kinds import Visibility
from planwright.page import Page
from planwright.rendering import render
from planwright.reports import LEVELS, Edition
from planwright.repository import revision
from planwright.visible import one_line, visible
from planwright.wording import listed

EXAMPLES = (
    "planwright render service-plan HOUSING --format html,md",
    "planwright render service-plan HOUSING --part 1",
    "planwright render --all --output build --edition public,members",
    'planwright render performance-report --audience "portfolio holder"',
)
_WORKING_COPY = "working copy"


def run(
    context: typer.Context,
    report: Annotated[str, typer.Argument(help="A report; --list names them.")] = "",
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="What to make it for; none: the whole council.")
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Make every document there is, and an index.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="List the reports and what they can be made for.")] = False,
    format_: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="FORMATS", help=f"Any of {', '.join(formats.available())}; else html."),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="A folder, or a file for a single document.")
    ] = Path("build"),
    edition: Annotated[
        list[str] | None,
        typer.Option(
            metavar="EDITIONS",
            help="Who will read it: any of public, members, officers; else public. A work plan: private.",
        ),
    ] = None,
    audience: Annotated[
        str, typer.Option(metavar="NAME", help="Readers named in the settings: their edition, reports and cuts.")
    ] = "",
    part: Annotated[str, typer.Option(metavar="1|2", help="One part of a service plan.")] = "",
    layout: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Service plans: questions or ambition; action plans: tasks or years. Else as the settings say.",
        ),
    ] = "",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace even files that planwright did not make.")
    ] = False,
    as_at: AsAt = None,
) -> None:
    """Make the documents asked for; exits 1 when one of them must not or cannot be made."""
    given = session(context, as_at)
    wanted = words(format_)
    for name in wanted:
        formats.load(name)
    _refuse_unclear(report, everything=everything, listing=listing)
    for option, value in (("--part", part), ("--layout", layout)):
        if value and everything:
            raise PlanwrightError(f"{option} is for one report; leave it out, or leave out --all")
    root = root_of(given)
    assessment = assessed(given)
    if audience:  # what of the settings cannot be read would otherwise count as not given, and they might get more
        refuse_unsound(assessment.workspace, SETTINGS_FILE)
    made_for = readers(assessment.workspace.settings, audience, part, layout)
    editions = [Edition(assessment, level) for level in _levels(report, words(edition), made_for)]
    if listing:
        _list(editions[0])
        return
    asked = _asked(report, ids or (), editions, made_for, everything=everything)
    if not asked and not given.quiet:
        print("There is nothing to make a document of yet: no plan, no indicator, no risk.", file=sys.stderr)
    into = target(output, wanted, several=everything or len(asked) > 1)
    _make(given, asked, into, _revision(root), index=everything, overwrite=overwrite)


def _levels(report: str, asked: tuple[str, ...], made_for: Readers) -> tuple[Visibility, ...]:
    """Return the editions to make; raises PlanwrightError where the readers have another one, or the report has."""
    if made_for.edition and asked not in {(), (made_for.edition,)}:
        raise PlanwrightError(
            f"the audience '{made_for.name}' reads the {made_for.edition} edition; leave out --edition, or --audience"
        )
    names = asked or (made_for.edition or "public",)
    own = reports.editions(report) if report else LEVELS
    if Visibility.PRIVATE not in own and Visibility.PRIVATE.value in names:
        raise PlanwrightError("there is no edition 'private' here; only work plans are made in it, one at a time")
    levels = tuple(reports.level_of(name, tuple(dict.fromkeys((*LEVELS, *own)))) for name in names)
    for level in levels:
        if level not in own:
            raise PlanwrightError(
                f"{report} is not made in the {level.value} edition; make it with --edition {_own_editions(report)}"
            )
    return levels


def _own_editions(report: str) -> str:
    """Return the editions that a report is made in, as the option takes one of them."""
    return listed((level.value for level in reports.editions(report)), "or")


def _refuse_unclear(report: str, *, everything: bool, listing: bool) -> None:
    """Raise PlanwrightError unless it is said what to make, and that only once."""
    if not (report or everything or listing):
        raise PlanwrightError(f"say which report: {', '.join(reports.names())}; or --all, or --list")
    if report and (everything or listing):
        option, what = ("--all", "makes every document") if everything else ("--list", "lists all reports")
        raise PlanwrightError(f"{option} {what}; leave out {one_line(report, 60)}, or leave out {option}")


def _asked(
    report: str, ids: Sequence[str], editions: Iterable[Edition], made_for: Readers, *, everything: bool
) -> list[Request]:
    """Return the documents asked for, in every edition; raises PlanwrightError where named readers would get none."""
    asked = [
        request
        for edition in editions
        for request in (all_requests(edition, made_for) if everything else requests(report, ids, edition, made_for))
    ]
    if made_for.name and not asked:
        raise PlanwrightError(f"there is nothing yet to make for the audience '{made_for.name}'")
    return asked


def _list(edition: Edition) -> None:
    for name in reports.names():
        report = reports.load(name)
        whole = ["the whole council"] if report.WHOLE else []
        if edition.level not in reports.editions(name):
            print(f"{name}: only with --edition {_own_editions(name)}")
            continue
        print(f"{name}: {', '.join(whole + sorted(report.subjects(edition))) or 'nothing yet'}{_choices(name)}")


def _choices(report: str) -> str:
    """Return which parts and layouts of a report may be asked for: ` (--part 1 or 2)`; empty where there are none."""
    offered = reports.cuts(report)
    told = [
        f"--{option} {listed(choices, 'or')}"
        for option, choices in (("part", offered.parts), ("layout", offered.layouts))
        if choices
    ]
    return f" ({'; '.join(told)})" if told else ""


def _revision(root: Path) -> str:
    """Return the commit that the plan files are those of, shortened, or the words for none."""
    try:
        commit = revision(root)[:COMMIT_SHOWN]
    except PlanwrightError:
        commit = ""
    return f"commit {commit}" if commit else _WORKING_COPY


def _make(
    given: Session, asked: Sequence[Request], into: Target, made_from: str, *, index: bool, overwrite: bool
) -> None:
    """Make every page first, so that a refusal leaves nothing half written; then write and name the files."""
    made = [(request, request.page(made_from)) for request in asked]
    pages = list(_fitting(given, made, leave_out=index))
    files = [
        (name, into.file(stem, name), page)
        for name in into.formats
        for stem, page in (
            *((request.stem, page) for request, page in pages),
            *(_indexes(pages, name, made_from) if index else ()),
        )
    ]
    if not overwrite:
        refuse_to_replace((name, file) for name, file, _ in files)
    for name, file, page in files:
        _write(given, page, name, file)
    if index and pages and not given.quiet:
        print(f"Open {visible(str(into.file(pages[0][0].index, into.formats[0])))} first.")
    if len(pages) < len(made):
        raise typer.Exit(1)


def _fitting(
    given: Session, pages: Iterable[tuple[Request, Page]], *, leave_out: bool
) -> Iterator[tuple[Request, Page]]:
    """Yield the pages that fit where they must; the others are named and left out, or refused (TooLongError)."""
    measured = True
    for request, page in pages:
        if reports.must_fit(request.report):
            try:
                measured &= refuse_too_long(request.stem, page, request.edition.assessment.workspace.settings.plans)
            except TooLongError as error:
                if not leave_out:
                    raise
                print(f"planwright: {visible(str(error))}", file=sys.stderr)
                continue
        yield request, page
    if not measured and not given.quiet:
        print("No browser was found, so one-page plans were measured by their words.", file=sys.stderr)


def _write(given: Session, page: Page, format_: str, file: Path) -> None:
    writer = formats.load(format_)
    for name, data in writer.assets(page).items():
        write_file(file.parent / name, data)
    write_file(file, writer.write(page))
    if not given.quiet:
        print(visible(str(file)))


def _indexes(pages: Sequence[tuple[Request, Page]], format_: str, made_from: str) -> Iterator[tuple[str, Page]]:
    """Yield, for each edition, the name and the page of the list of its documents."""
    extension = formats.load(format_).EXTENSION
    editions = {request.edition.level: request.edition for request, _ in pages}
    for level, edition in editions.items():
        mine = [(request, page) for request, page in pages if request.edition.level is level]
        groups: dict[str, list[dict[str, str]]] = {}
        for request, page in mine:
            link = {"href": f"{request.stem}.{extension}", "title": page.title, "subtitle": page.subtitle}
            groups.setdefault(request.title, []).append(link)
        shown = [{"title": title, "documents": links} for title, links in groups.items()]
        view = {"groups": shown, "readers": mine[0][0].readers.name}
        yield mine[0][0].index, render("index", view, resources.templates(), facts(edition, made_from))
