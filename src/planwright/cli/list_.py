"""List what there is of a sort: indicators, objectives, actions, posts, risks, plans ..."""

from typing import Annotated, Any

import typer

from planwright.assessment import Assessment
from planwright.cli._answers import print_json
from planwright.cli._catalogue import Entry, entries, sort_named, sorts
from planwright.cli._session import AsAt, known_format, session
from planwright.cli._tables import FORMATS, Table, print_table
from planwright.cli._workspace import assessed
from planwright.visible import visible

EXAMPLES = ("planwright list indicators --service HOUSING", "planwright list posts --format csv", "planwright list")


def run(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="A sort of item or kind of file; all are counted without.")
    ] = "",
    *,
    service: Annotated[str, typer.Option(metavar="ID", help="Only what belongs to this service.")] = "",
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = "text",
    as_at: AsAt = None,
) -> None:
    """Print what there is of one sort, or how much of each."""
    given = session(context, as_at)
    known_format(format_, FORMATS)
    sort = sort_named(kind) if kind else ""
    assessment = assessed(given)
    if service:
        assessment.workspace.find(service, "service")
    if not sort:
        counts = {one: len(_chosen(assessment, one, service)) for one in sorts()}
        told: dict[str, Any] = {"kinds": [{"kind": one, "count": count} for one, count in counts.items() if count]}
        table = Table(("kind", "count"), tuple((one, str(count)) for one, count in counts.items() if count))
    else:
        found = _chosen(assessment, sort, service)
        told = {"kind": sort, "items": [_record(one) for one in found]}
        table = _table(found)
    if format_ == "json":
        print_json(told)
    else:
        print_table(given, table, format_)


def _chosen(assessment: Assessment, sort: str, service: str) -> tuple[Entry, ...]:
    return tuple(one for one in entries(assessment, sort) if not service or one.service == service)


def _table(found: tuple[Entry, ...]) -> Table:
    rows = ((one.id, one.title, one.service, one.owner, f"{one.place.file}:{one.place.line}") for one in found)
    return Table(("id", "title", "service", "owner", "where"), tuple(rows))


def _record(one: Entry) -> dict[str, Any]:
    return {
        "id": visible(one.id),
        "title": visible(one.title),
        "service": visible(one.service),
        "owner": visible(one.owner),
        "file": visible(one.place.file),
        "line": one.place.line,
    }
