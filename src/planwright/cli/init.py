"""Lay out a folder for a council's plans: settings, folders, editor settings bound to the schemas, checks for CI."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from planwright import kinds
from planwright.cli._session import session
from planwright.diagnostic import PlanwrightError
from planwright.document import parse
from planwright.document.editing import EditRefusedError
from planwright.document.notation import scalar_text
from planwright.records.scalars import EXPECTED, ONE_LINE
from planwright.repository import SETTINGS, write_files
from planwright.resources import example, schema_folder, templates
from planwright.skeletons import SCHEMAS, modeline

EXAMPLES = ('planwright init . --name "Wexcombe District Council"', "planwright init try-it --example")
_LAYOUT, _DOT = "workspace/", "dot."  # in the package, names that begin with a dot would be passed over
_NAME = "COUNCIL-NAME"
_MOST_NAMED = 5


def run(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder, made where it does not exist.")] = Path(),
    *,
    name: Annotated[str, typer.Option(metavar="TEXT", help="The council's name, for the settings.")] = "",
    full: Annotated[bool, typer.Option("--example", help="Write the full example council.")] = False,
    minimal: Annotated[bool, typer.Option("--minimal", help="Write the smallest plan that works.")] = False,
) -> None:
    """Write the files, none of which may exist yet, and say what to do next."""
    if full and minimal:
        raise PlanwrightError("choose --example or --minimal, not both")
    if name and (full or minimal):
        raise PlanwrightError("the examples have a council of their own; leave out --name, or start without an example")
    if name and not re.match(ONE_LINE, name):
        raise PlanwrightError(f"--name expects {EXPECTED[ONE_LINE]}")
    root = session(context).directory / folder
    _refuse_inside_another(root)
    source = example("council" if full else "minimal") if full or minimal else None
    files = _editor_files() | (_example(source) if source else _plain(name))
    files = {file: _with_modeline(file, data) for file, data in files.items()} | _schemas()
    _refuse_overwriting(root, files)
    _keep_schemas_in_git(root)
    write_files(root, {file: (None, data) for file, data in files.items()})
    _tell(folder, len(files), plain=source is None)


def _refuse_inside_another(root: Path) -> None:
    """Raise PlanwrightError inside another workspace, which would read the new plans as its own."""
    for above in root.resolve().parents:
        if (above / SETTINGS).is_file():
            raise PlanwrightError(f"{root} lies inside the workspace {above}; choose a folder outside it")


def _editor_files() -> dict[str, bytes]:
    """Return the settings for editors, git and CI, which every workspace gets."""
    return {file: data for file, data in _laid_out().items() if file.startswith(".")}


def _plain(name: str) -> dict[str, bytes]:
    """Return settings, organisation and a note in each folder, for a council of this name."""
    files = {file: data for file, data in _laid_out().items() if not file.startswith(".")}
    title = scalar_text(name or "Name of the council")
    return files | {SETTINGS: files[SETTINGS].replace(_NAME.encode(), title.encode())}


def _laid_out() -> dict[str, bytes]:
    texts = {file.removeprefix(_LAYOUT): text for file, text in templates().items() if file.startswith(_LAYOUT)}
    return {
        f".{file.removeprefix(_DOT)}" if file.startswith(_DOT) else file: text.encode() for file, text in texts.items()
    }


def _example(source: Path) -> dict[str, bytes]:
    files = sorted(path for path in source.rglob("*") if path.is_file())
    names = {path.relative_to(source).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in names.items() if not name.startswith(".")}


def _with_modeline(file: str, data: bytes) -> bytes:
    """Return a plan file with the line that tells editors its schema; any other file as it is."""
    if not file.endswith(".yaml") or file.startswith("."):
        return data
    kind = parse(file, data).kind
    return f"{modeline(kind, file)}\n".encode() + data if kind in kinds.names() else data


def _schemas() -> dict[str, bytes]:
    """Return the schemas, copied so that editors need no network."""
    return {f"{SCHEMAS}/{path.name}": path.read_bytes() for path in sorted(schema_folder().glob("*.json"))}


def _refuse_overwriting(root: Path, files: dict[str, bytes]) -> None:
    """Raise EditRefusedError, naming the files in the way, where any exists; nothing is ever overwritten."""
    taken = sorted(file for file in files if (root / file).exists())
    if taken:
        named = ", ".join(taken[:_MOST_NAMED])
        more = f" and {len(taken) - _MOST_NAMED} more" if len(taken) > _MOST_NAMED else ""
        raise EditRefusedError(f"nothing was written, because these files are in the way: {named}{more}")


def _keep_schemas_in_git(root: Path) -> None:
    """Say what git leaves out below .planwright before the first lock does, which leaves out everything."""
    folder = root / Path(SCHEMAS).parent
    folder.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="utf-8", newline="\n") as ignore:
        ignore.write("/lock\n")


def _tell(folder: Path, count: int, *, plain: bool) -> None:
    """Print what was written and the two commands to try next."""
    print(f"{count} files written. Now try:")
    if folder != Path():
        print(f"  cd {folder}")
    print("  planwright validate")
    print("  planwright new service-plan --service HOUSING" if plain else "  planwright status --only red,amber")
