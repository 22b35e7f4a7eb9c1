"""Print or write the JSON Schemas of the document kinds, from which editors complete and check."""

from pathlib import Path
from typing import Annotated

import typer

from planwright.cli._files import write_file
from planwright.diagnostic import PlanwrightError
from planwright.nearest import did_you_mean
from planwright.schema import COMBINED, SUFFIX, names, schema_text
from planwright.visible import one_line

EXAMPLES = ("planwright schema service-plan", "planwright schema --all --output .planwright/schemas")


def run(
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help=f"A kind, such as pip; else `{COMBINED}`, the schema that picks by kind."),
    ] = "",
    *,
    all_: Annotated[bool, typer.Option("--all", help="Write the schemas of all kinds.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write into this folder instead of printing.")
    ] = None,
) -> None:
    """Print one schema, or write one or all of them into a folder."""
    if kind and all_:
        raise PlanwrightError(
            f"--all writes the schemas of all kinds; leave out {one_line(kind, 60)}, or leave out --all"
        )
    kind = kind or COMBINED
    if kind not in names():
        hint = did_you_mean(kind, names()) or f"there are {', '.join(names())}"
        raise PlanwrightError(f"there is no kind '{kind}'; {hint}")
    if output is None and all_:
        raise PlanwrightError("--all writes one file for each kind; say into which folder with --output DIR")
    if output is None:
        print(schema_text(kind), end="")
        return
    for name in names() if all_ else (kind,):
        write_file(output / f"{name}{SUFFIX}", schema_text(name).encode())
