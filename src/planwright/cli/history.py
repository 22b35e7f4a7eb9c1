"""Tell every change of one item, in words, with author, date and commit."""

import sys
from datetime import datetime
from typing import Annotated, Any

import typer

from planwright.cli._answers import print_json
from planwright.cli._changes import in_words
from planwright.cli._session import COMMIT_SHOWN, known_format, session
from planwright.cli._tables import Table, as_markdown
from planwright.cli._workspace import load, root_of
from planwright.diagnostic import PlanwrightError
from planwright.history import Step, trail
from planwright.nearest import did_you_mean
from planwright.repository import NoCommitsError, versions
from planwright.visible import one_line, visible

EXAMPLES = ("planwright history HSG-PI-01", "planwright history HSG-A1 --format json")
FORMATS = ("text", "json", "md")


def run(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="An item; for an indicator, its results are told too.")],
    *,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = "text",
) -> None:
    """Print the changes of the item, newest first."""
    known_format(format_, FORMATS)
    given = session(context)
    root = root_of(given)
    try:
        steps = trail(versions(root), id_)
    except NoCommitsError as nothing:  # a plan that begins today has no history, and nothing is wrong
        print(f"planwright: {nothing}", file=sys.stderr)
        return
    if not steps:
        hint = did_you_mean(id_, load(given, root).subjects) or "no id is like it"
        raise PlanwrightError(f"nothing called '{one_line(id_, 60)}' was ever in the plan; {hint}")
    if format_ == "json":
        print_json({"id": id_, "steps": [_record(step) for step in steps]})
    else:
        print(_markdown(steps) if format_ == "md" else _text(steps), end="")


def _text(steps: tuple[Step, ...]) -> str:
    blocks = []
    for step in steps:
        parts = (_day(step.commit.when), step.commit.author, _commit(step), step.commit.message)
        head = "  ".join(one_line(part) for part in parts if part)
        blocks.append("\n".join([head, *(f"    {line}" for line in _lines(step))]))
    return "\n\n".join(blocks) + "\n"


def _markdown(steps: tuple[Step, ...]) -> str:
    rows = (
        (_day(step.commit.when), step.commit.author, _commit(step), step.commit.message, line)
        for step in steps
        for line in _lines(step)
    )
    return as_markdown(Table(("Date", "Author", "Commit", "Message", "Change"), tuple(rows)))


def _lines(step: Step) -> list[str]:
    unread = [f"not readable in this version: {visible(name)}" for name in step.unread]
    dropped = [change for change in step.changes if not change.field and change.what == "removed"]
    return [*unread, *(in_words(change) for change in dropped or step.changes)]


def _commit(step: Step) -> str:
    return step.commit.id[:COMMIT_SHOWN] or "working copy, not committed"


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ""


def _record(step: Step) -> dict[str, Any]:
    commit = step.commit
    return {
        "commit": commit.id or None,
        "author": visible(commit.author) or None,
        "when": commit.when.isoformat() if commit.when else None,
        "committed": commit.committed.isoformat() if commit.committed else None,
        "message": visible(commit.message) or None,
        "not_readable": [visible(name) for name in step.unread],
        "changes": [
            {
                "field": [visible(part) for part in change.field],
                "what": change.what,
                "before": visible(change.before),
                "after": visible(change.after),
                "words": in_words(change),
            }
            for change in step.changes
        ],
    }
