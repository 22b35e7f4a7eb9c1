"""Improvement plans: open one for an indicator, list them, show one."""

from typing import Annotated

import typer

from planwright import formats
from planwright.assessment import Assessment
from planwright.cli._commands import add, new_group
from planwright.cli._documents import requests
from planwright.cli._session import AsAt, session
from planwright.cli._tables import Table, print_table
from planwright.cli._workspace import assessed, root_of
from planwright.edits.pip_new import new_pip
from planwright.kinds import Visibility
from planwright.reports import Edition
from planwright.repository import write_files
from planwright.visible import visible

app = new_group(__doc__)


@add(app, "new", "planwright pip new HSG-PI-01", "planwright pip new HSG-PI-01 --dry-run")
def new(
    context: typer.Context,
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR", help="The indicator that needs one.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the text and write nothing.")] = False,
    as_at: AsAt = None,
) -> None:
    """Open a plan for an indicator; section 1 is filled in."""
    given = session(context, as_at)
    root = root_of(given)
    assessment = assessed(given)
    subject = assessment.workspace.find(indicator, "indicator")
    file = new_pip(assessment, subject)
    if dry_run:
        print(visible(file.text), end="")
        return
    write_files(root, {file.name: (None, file.text.encode())})
    print(f"{file.name} is written, with section 1 filled in. Complete the others, then run `planwright validate`.")


@add(app, "list", "planwright pip list", "planwright pip list --needed --as-at 2026-09-30")
def list_(
    context: typer.Context,
    *,
    needed: Annotated[
        bool, typer.Option("--needed", help="List the indicators that ask for a plan and have none open.")
    ] = False,
    as_at: AsAt = None,
) -> None:
    """List all plans with how they stand."""
    given = session(context, as_at)
    assessment = assessed(given)
    print_table(given, _needed(assessment) if needed else _all(assessment), "text")


def _all(assessment: Assessment) -> Table:
    rows = (
        (
            plan.subject.id,
            str(plan.subject.record.indicator),
            plan.state.word,
            plan.subject.record.opened.isoformat(),
            f"{plan.progress_due or ''}{' (overdue)' if plan.progress_overdue else ''}",
            plan.reason,
        )
        for plan in assessment.pips.values()
    )
    return Table(("id", "indicator", "state", "opened", "progress due", "why"), tuple(rows))


def _needed(assessment: Assessment) -> Table:
    rows = (
        (rating.subject.id, rating.state.word, str(rating.period), "; ".join(rating.fired), rating.subject.title)
        for rating in assessment.indicators.values()
        if rating.fired
        and assessment.figures.trigger(rating.subject).value.asks_for == "pip"
        and not any(plan.open for plan in assessment.pips_of(rating.subject.id))
    )
    return Table(("indicator", "rating", "period", "asks because", "title"), tuple(rows))


@add(app, "show", "planwright pip show PIP-HSG-PI-01", "planwright pip show HSG-PI-01")
def show_(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="A plan, or the indicator it is for.")],
    *,
    as_at: AsAt = None,
) -> None:
    """Print one plan in its six sections, as officers may see it."""
    given = session(context, as_at)
    assessment = assessed(given)
    (request,) = requests("pip", [id_], Edition(assessment, Visibility.OFFICERS))
    print(visible(formats.load("md").write(request.page("working copy")).decode()), end="")
