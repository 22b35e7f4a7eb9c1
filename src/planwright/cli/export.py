"""Write the plan as tidy tables that spreadsheets and programs read, with a descriptor of what is in them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from planwright import datapackage, datasets, reports, tabular
from planwright.cli._leaks import leaked_among, refuse_doubtful
from planwright.cli._session import AsAt, Session, session, words
from planwright.cli._targets import refuse_name
from planwright.cli._workspace import assessed, watched
from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.reports import Edition
from planwright.repository import fill_folder
from planwright.table import Extract, Table
from planwright.visible import visible
from planwright.wording import listed

EXAMPLES = (
    "planwright export results --as-at 2026-09-30",
    "planwright export --format csv,xlsx --output open-data",
)
_USUAL = "csv"


def run(
    context: typer.Context,
    tables: Annotated[
        list[str] | None, typer.Argument(metavar="TABLE", help="Only these tables; --list names them.")
    ] = None,
    *,
    listing: Annotated[bool, typer.Option("--list", help="List the tables and what they hold.")] = False,
    format_: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="FORMATS", help=f"Any of {', '.join(tabular.available())}; else {_USUAL}."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="The folder to fill; else one table is printed."),
    ] = None,
    edition: Annotated[
        str, typer.Option(metavar="EDITION", help="Who will read it: public, members or officers.")
    ] = "public",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace even files that planwright did not make.")
    ] = False,
    as_at: AsAt = None,
) -> None:
    """Print one table, or fill a folder with tables and their descriptor; exits 1 when that must not be."""
    given = session(context, as_at)
    if listing:
        _list()
        return
    level = reports.level_of(edition)
    names, formats = _asked(tables, format_)
    if output is None:
        _refuse_to_print(names, formats)
    else:
        refuse_name(output)
    extract = _extract(given, Edition(assessed(given), level), names)
    if output is None:
        _print(extract, formats[0])
    else:
        _fill(given, output, _files(extract, formats), overwrite=overwrite)


def _list() -> None:
    width = max(map(len, datasets.names()))
    for name in datasets.names():
        print(f"{name:{width}}  {datasets.title(name)}")


def _asked(tables: Sequence[str] | None, formats: Sequence[str] | None) -> tuple[Sequence[str], Sequence[str]]:
    """Return the tables and the formats asked for, each once; raises PlanwrightError for one there is not."""
    names = tuple(dict.fromkeys(tables or datasets.names()))
    for name in names:
        datasets.title(name)
    found = words(formats) or (_USUAL,)
    for name in found:
        tabular.load(name)
    return names, found


def _refuse_to_print(names: Sequence[str], formats: Sequence[str]) -> None:
    """Raise PlanwrightError unless it is one table, in one format of text, that is to be printed."""
    binary = [name for name in formats if not tabular.load(name).TEXT]
    if binary:
        raise PlanwrightError(f"{listed(binary)} cannot be printed; say into which folder with --output DIR")
    if len(formats) > 1:
        raise PlanwrightError(f"one format at a time can be printed, not {listed(formats)}; or give --output DIR")
    if len(names) > 1:
        raise PlanwrightError(
            f"one table at a time can be printed: name one of {', '.join(names)}; or fill a folder with --output DIR"
        )


def _extract(given: Session, edition: Edition, names: Sequence[str]) -> Extract:
    refuse_doubtful(edition)
    found: list[Table] = []
    for name in watched(given, names, "making {} tables"):
        table = datasets.table(name, edition)
        _refuse_leaks(table, edition)
        found.append(table)
    return Extract(edition.settings["name"], edition.assessment.as_at, edition.level.value, tuple(found))


def _refuse_leaks(table: Table, edition: Edition) -> None:
    leak = leaked_among((cell for row in table.rows for cell in row if isinstance(cell, str)), edition)
    if leak is not None:
        raise RefusedError(f"{table.name} is not written, because exempt text would stand in it: {leak}")


def _print(extract: Extract, format_: str) -> None:
    data = next(iter(tabular.load(format_).write(extract).values()))
    print(data.decode(), end="")


def _files(extract: Extract, formats: Sequence[str]) -> dict[str, bytes]:
    """Return the tables in every format, by the name of the file, and the descriptor of what they hold."""
    writers = {name: tabular.load(name) for name in formats}
    files = {name: data for writer in writers.values() for name, data in writer.write(extract).items()}
    described = writers[min(formats, key=tabular.available().index)]
    files[datapackage.FILE] = datapackage.descriptor(extract, described.resource)
    return files


def _fill(given: Session, folder: Path, files: dict[str, bytes], *, overwrite: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise PlanwrightError(f"{folder} is a file; name a folder for the tables")
    if not overwrite:
        _refuse_to_replace(folder, files)
    fill_folder(folder, files)
    if not given.quiet:
        for name in files:
            print(visible(str(folder / name)))


def _refuse_to_replace(folder: Path, files: Iterable[str]) -> None:
    """Raise RefusedError where a file is in the way and the folder was not filled by planwright before."""
    there = next((name for name in files if (folder / name).exists()), None)
    descriptor = folder / datapackage.FILE
    if there is None or (descriptor.is_file() and datapackage.is_own(descriptor.read_bytes())):
        return
    raise RefusedError(
        f"{folder / there} was not made by planwright, so nothing was written; choose another folder, "
        "or replace it with --overwrite"
    )
