"""Show all that is on one post's plate, or on those of a team or service: what is late, due soon, later."""

from collections.abc import Iterator
from itertools import compress
from typing import Annotated, Any

import typer

from planwright.assessment import Assessment
from planwright.assessment.duties import Duty, When, duties_of, posts_of
from planwright.cli._answers import print_json
from planwright.cli._session import AsAt, Session, known_format, session
from planwright.cli._tables import Table, as_markdown, as_text, show
from planwright.cli._workspace import assessed
from planwright.diagnostic import PlanwrightError
from planwright.escaping import markdown
from planwright.visible import one_line, visible
from planwright.wording import capital, listed
from planwright.workspace import Subject

EXAMPLES = ("planwright work HOUSING-OPTIONS-MANAGER", "planwright work TEAM-ESTATES --days 14 --format md")
FORMATS = ("text", "json", "md")
_URGENT = (When.LATE, When.OFF_TARGET, When.SOON)
_TITLES = ("due", "what", "id", "title", "state", "why")
_YEARS = 36525  # days in a century, beyond which nothing is planned
Plates = list[tuple[Subject, tuple[Duty, ...]]]


def _as_days(text: str) -> int:
    """Read the value of --days; raises PlanwrightError with the way to write it."""
    if text.isascii() and text.isdecimal() and int(text) <= _YEARS:
        return int(text)
    raise PlanwrightError(f"--days: '{one_line(text, 60)}' is no number of days; write 14 for a fortnight")


def run(
    context: typer.Context,
    post: Annotated[str, typer.Argument(metavar="POST", help="A post; a team or service shows all its posts.")],
    *,
    days: Annotated[
        int | None,
        typer.Option(
            metavar="N", parser=_as_days, help="Due within so many days is due soon; else as the settings say."
        ),
    ] = None,
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = "text",
    as_at: AsAt = None,
) -> None:
    """Print what each post has to see to, the most urgent first; private plans count where they are there."""
    given = session(context, as_at)
    known_format(format_, FORMATS)
    assessment = assessed(given)
    asked = assessment.workspace.find(post, "post", "team", "service")
    found = [(one, duties_of(assessment, one, days)) for one in posts_of(assessment.workspace, asked)]
    if format_ == "json":
        print_json(_json(assessment, found), assessment.as_at)
    elif format_ == "md":
        print("\n".join(_markdown(assessment, found)), end="")
    elif found:
        _print(given, assessment, found)
    else:
        print(visible(f"No post belongs to {asked.title} ({asked.id})."))


def _print(given: Session, assessment: Assessment, found: Plates) -> None:
    for number, (post, duties) in enumerate(found):
        print(f"{chr(10) if number else ''}{_heading(assessment, post, duties)}")
        for heading, table in _tables(duties):
            print(f"\n{heading}")
            if given.colour:
                show(table)
            else:
                print(as_text(table), end="")


def _markdown(assessment: Assessment, found: Plates) -> Iterator[str]:
    for post, duties in found:
        yield f"## {markdown(_heading(assessment, post, duties))}\n"
        for heading, table in _tables(duties):
            yield f"### {heading}\n\n{as_markdown(table)}"


def _heading(assessment: Assessment, post: Subject, duties: tuple[Duty, ...]) -> str:
    """Return who is meant, when, and how much there is, in a line."""
    vacant = ", vacant" if post.record.vacant else ""
    counts = [f"{number} {when.value}" for when in _URGENT if (number := sum(one.when is when for one in duties))]
    told = listed(counts) or ("nothing urgent" if duties else "nothing to see to")
    return one_line(f"{post.title} ({post.id}{vacant}) at {assessment.as_at.isoformat()}: {told}")


def _tables(duties: tuple[Duty, ...]) -> Iterator[tuple[str, Table]]:
    """Yield a heading and a table for each degree of urgency that there is anything of, without empty columns."""
    for when in When:
        rows = [
            (str(one.due or ""), one.sort, one.id, one.title, one.state.word if one.state else "", one.note)
            for one in duties
            if one.when is when
        ]
        if rows:
            used = [any(cells) for cells in zip(*rows, strict=True)]
            told = (tuple(compress(row, used)) for row in rows)
            yield capital(when.value), Table(tuple(compress(_TITLES, used)), tuple(told))


def _json(assessment: Assessment, found: Plates) -> dict[str, Any]:
    return {
        "posts": [
            {
                "id": visible(post.id),
                "title": visible(post.title),
                "vacant": post.record.vacant,
                "duties": [_record(assessment, one) for one in duties],
            }
            for post, duties in found
        ],
    }


def _record(assessment: Assessment, duty: Duty) -> dict[str, Any]:
    return {
        "id": visible(duty.id),
        "type": duty.sort,
        "title": visible(duty.title),
        "when": duty.when.value,
        "due": str(duty.due) if duty.due else None,
        "state": duty.state.key if duty.state else None,
        "colour": duty.state.colour.value if duty.state else None,
        "why": visible(duty.note),
        "stands_in": visible(duty.subject.root.id),
        "private": duty.subject.spot.file in assessment.workspace.confidential,
    }
