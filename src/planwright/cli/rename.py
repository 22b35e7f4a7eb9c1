"""Rename an item: its id changes where it is defined and wherever it is referred to, in all files or none."""

from typing import Annotated

import typer

from planwright.cli._edited import changed_by, show_and_write
from planwright.cli._session import session
from planwright.cli._workspace import assessed, root_of
from planwright.diagnostic import Place
from planwright.edits.renaming import Renaming, rename
from planwright.visible import one_line, visible
from planwright.wording import number_of
from planwright.workspace import Workspace

EXAMPLES = (
    "planwright rename HSG-A1 HSG-A01 --dry-run",
    "planwright rename HSG-A13 HSG-A23 --mistake",
)
_MOST_NAMED = 20
_LONGEST = 100


def run(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id as it is.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id that nothing has or had before.")],
    *,
    mistake: Annotated[
        bool,
        typer.Option("--mistake", help="The old id was never published: do not keep it under replaces:."),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would change and write nothing.")] = False,
) -> None:
    """Change an id everywhere, print the lines that changed, and list the texts that still use the old one."""
    given = session(context)
    root = root_of(given)
    assessment = assessed(given)
    renaming = rename(assessment, old, new, keep=not mistake)
    changed = changed_by(assessment.workspace, renaming.edits)
    show_and_write(root, changed, dry_run=dry_run)
    print(visible(_told(assessment.workspace, renaming, old, "would be" if dry_run else "is", new)))


def _told(workspace: Workspace, renaming: Renaming, old: str, verb: str, new: str) -> str:
    """Return what was done, or would be, in words, and what is left to people."""
    places, files = number_of(renaming.places, "place"), number_of(len(renaming.edits), "file")
    kept = f"; replaces: keeps {old}" if renaming.kept else ""
    lines = [f"{old} {verb} {new} in {places} of {files}{kept}."]
    if renaming.mentions:
        where = [f"  {_shown(workspace, place)}" for place in renaming.mentions[:_MOST_NAMED]]
        more = len(renaming.mentions) - _MOST_NAMED
        lines += [f"These texts still say {old}; change them where the reader needs it:", *where]
        lines += [f"  and {more} more"] if more > 0 else []
    return "\n".join(lines)


def _shown(workspace: Workspace, place: Place) -> str:
    line = workspace.documents[place.file].line_text(place.line)
    return f"{place.file}:{place.line}:{place.column}  {one_line(line, _LONGEST)}"
