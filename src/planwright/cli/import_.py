"""Results from a spreadsheet: every row is accepted, refused with its cell and the reason, or already in the plan."""

from pathlib import Path
from typing import Annotated

import typer

from planwright.cli._edited import show
from planwright.cli._paths import name_of
from planwright.cli._periods import period_option
from planwright.cli._session import AsAt, Session, session
from planwright.cli._sheets import sheet_bytes
from planwright.cli._workspace import assessed, root_of
from planwright.diagnostic import RefusedError
from planwright.document.notation import Manner, entry_lines
from planwright.edits.recording import texts
from planwright.exchange.importing import Import, Request, read_in
from planwright.exchange.tables import read_sheets
from planwright.kinds.import_mapping import ImportMapping
from planwright.repository import is_plan_name, write_files
from planwright.visible import visible
from planwright.wording import number_of

EXAMPLES = (
    "planwright import leisure-return.xlsx --period 2026-27-Q2 --dry-run",
    "planwright import return.csv --mapping IMPORT-LEISURE --partial",
)

_FIRST = ("kind", "id", "file")
_HINTS = """

# Where days come first in its dates, as in 30/09/2026:
# dates: UK
# Where the sender has codes of their own:
# codes:
#   THEIRS: ID-OF-THE-INDICATOR
"""


def run(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The spreadsheet: CSV, XLSX, XLS or ODS.")],
    *,
    mapping: Annotated[str, typer.Option(metavar="ID", help="Read it by this import mapping.")] = "",
    sheet: Annotated[str, typer.Option(metavar="NAME", help="Read this sheet.")] = "",
    period: Annotated[
        str, typer.Option(metavar="PERIOD", help="The period of its rows, or the year of a Q2: 2026-27-Q2, 2026-27.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change and write nothing.")] = False,
    partial: Annotated[bool, typer.Option("--partial", help="Write what is accepted though rows are refused.")] = False,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Accept figures far from what history and target make likely.")
    ] = False,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why figures that stood are restated.")] = "",
    save_mapping: Annotated[
        Path | None, typer.Option("--save-mapping", metavar="FILE", help="Write down how the columns were read.")
    ] = None,
    as_at: AsAt = None,
) -> None:
    """Print what becomes of every row, and write all results or none."""
    given = session(context, as_at)
    root = root_of(given)
    assessment = assessed(given)
    request = Request(mapping, sheet, period_option(period), confirm, reason)
    read = read_in(assessment, file.name, read_sheets(file.name, sheet_bytes(file)), request)
    _print(given, file.name, read)
    refused = read.count("refused")
    changes = {} if refused and not partial else texts(assessment.workspace, read.recording)
    show(changes)
    if save_mapping:
        changes |= _saved(root, given, save_mapping, read.mapping)
    if not dry_run:
        write_files(root, changes)
    if refused:
        hint = "" if partial else "; mend the file, or take the others with --partial"
        raise RefusedError(f"{number_of(refused, 'row')} of {file.name} refused{hint}")


def _print(given: Session, file: str, read: Import) -> None:
    """Print what was noticed, each row that was refused, left out or needs a word, and the counts."""
    if not given.quiet:
        for notice in read.notices:
            print(visible(f"{file}: {notice}"))
    for line in read.lines:
        if line.why or line.verdict == "refused":
            where = f"{file}: {line.sheet}!{line.cell}" if line.sheet else f"{file}, {line.cell}"
            told = (where, line.about, line.verdict, line.why)
            print(visible(": ".join(filter(None, told))))
    verdicts = ("accepted", "unchanged", "left out", "refused")
    print(visible(f"{file}: {', '.join(f'{read.count(verdict)} {verdict}' for verdict in verdicts)}"))


def _saved(root: Path, given: Session, path: Path, mapping: ImportMapping) -> dict[str, tuple[bytes | None, bytes]]:
    """Return the new plan file that holds a mapping; raises RefusedError for a name that no plan file can have."""
    name = name_of(str(path), root, given.directory)
    if not is_plan_name(name):
        raise RefusedError(f"{path} would not be read as part of the plan; end its name in .yaml")
    value = mapping.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    ordered = {key: value[key] for key in (*_FIRST, *value) if key in value}
    manner = Manner(2, 2, 2, "\n", prose=True)
    lines = [line for key, one in ordered.items() for line in entry_lines(key, one, 0, manner)]
    return {name: (None, ("\n".join(lines) + _HINTS).encode())}
