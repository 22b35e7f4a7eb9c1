"""Find where something is said: in ids, titles and every text of the plans."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from planwright.cli._answers import print_json
from planwright.cli._catalogue import meaning, sort_named
from planwright.cli._search import Hit, search, vocabulary
from planwright.cli._session import known_format, session
from planwright.cli._tables import Table, print_table
from planwright.cli._workspace import assessed
from planwright.diagnostic import PlanwrightError
from planwright.nearest import nearest
from planwright.visible import one_line, visible
from planwright.wording import listed
from planwright.workspace import Workspace

EXAMPLES = ('planwright find "bed and breakfast"', "planwright find landlord scheme --kind action --format json")
FORMATS = ("text", "json")
_MOST = 50
_CLOSE = 3


def run(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words, or phrases in quotes.")],
    *,
    any_: Annotated[bool, typer.Option("--any", help="Texts that hold one of the words, not all of them.")] = False,
    kind: Annotated[
        str, typer.Option(metavar="KIND", help="Only in items of this sort, or in files of this kind.")
    ] = "",
    format_: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}.")] = "text",
) -> None:
    """Print every text that holds the words, the likeliest first."""
    given = session(context)
    known_format(format_, FORMATS)
    sort = sort_named(kind) if kind else ""
    asked = tuple(word for word in words if word.strip())
    if not asked:
        raise PlanwrightError("say what to find: words, or a phrase in quotes")
    workspace = assessed(given).workspace
    found = search(workspace, asked, every=not any_)
    if sort:
        meant = set(meaning(sort))
        hits = tuple(hit for hit in found if meant & {hit.sort, workspace.documents[hit.place.file].kind})
    else:
        hits = found
    if format_ == "json":
        told = {"words": list(asked), "total": len(hits), "hits": [_record(hit) for hit in hits]}
        print_json(told)
    elif hits:
        print_table(given, _table(hits[:_MOST]), format_)
        if len(hits) > _MOST:
            print(f"and {len(hits) - _MOST} more; --kind narrows it down, --format json lists all")
    else:
        print(_nothing(workspace, asked, sort if found else ""))


def _table(hits: Sequence[Hit]) -> Table:
    rows = (
        (f"{hit.place.file}:{hit.place.line}:{hit.place.column}", hit.said.item, hit.said.field, hit.around)
        for hit in hits
    )
    return Table(("where", "item", "field", "text"), tuple(rows))


def _record(hit: Hit) -> dict[str, Any]:
    return {
        "file": visible(hit.place.file),
        "line": hit.place.line,
        "column": hit.place.column,
        "id": visible(hit.said.item),
        "kind": hit.sort,
        "field": visible(hit.said.field),
        "text": visible(hit.around),
    }


def _nothing(workspace: Workspace, asked: Sequence[str], sort: str) -> str:
    """Return that nothing was found, and what may have been meant."""
    if sort:
        return f"Nothing of the kind {sort} says {listed(_quoted(asked))}."
    unsaid = [word for word in asked if not search(workspace, (word,))]
    if not unsaid:
        return f"No text says {listed(_quoted(asked))} together; --any finds those that say one of them."
    known = vocabulary(workspace)
    close = dict.fromkeys(near.casefold() for word in unsaid for near in nearest(word, known, _CLOSE))
    hint = f" Perhaps {listed((one_line(word, 60) for word in close), 'or')}?" if close else ""
    return f"Nothing says {listed(_quoted(unsaid), 'or')}.{hint}"


def _quoted(words: Sequence[str]) -> list[str]:
    return [f"'{one_line(word, 60)}'" for word in words]
