"""Lay out a folder for a council's plans: settings, folders, editor settings bound to the schemas, checks for CI."""

import re
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from planwright import kinds
from planwright.cli._session import session
from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.document import SETTINGS_FILE, parse
from planwright.document.notation import scalar_text
from planwright.records import placeholder
from planwright.records.scalars import EXPECTED, ONE_LINE
from planwright.repository import unwritable, write_files
from planwright.resources import example, schema_folder, templates
from planwright.skeletons import SCHEMAS, modeline

EXAMPLES = ('planwright init . --name "Wexcombe District Council"', "planwright init try-it --example")
_LAYOUT, _DOT = "workspace/", "dot."  # in the package, names that begin with a dot would be passed over
_NAME = "COUNCIL-NAME"
_MOST_NAMED = 5
_EXAMPLE_DAY = "2026-11-21"  # what the examples describe is how things stood on this day
_TO_ADD = {  # what to add to a file that is there already, where planwright would have written its own
    ".gitignore": "the lines build/, .planwright-*.tmp and ~$*, which keep out what planwright makes",
    ".gitattributes": "the line *.yaml text, which keeps line ends alike",
    ".vscode/extensions.json": "the recommendation redhat.vscode-yaml",
    ".vscode/settings.json": "yaml.schemas, which binds .planwright/schemas/planwright.schema.json to the plan files",
    ".gitlab-ci.yml": "a job that runs planwright validate",
    ".pre-commit-config.yaml": "a local hook that runs planwright validate",
}


def run(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder, made where it does not exist.")] = Path(),
    *,
    name: Annotated[str, typer.Option(metavar="TEXT", help="The council's name, for the settings.")] = "",
    full: Annotated[bool, typer.Option("--example", help="Write the full example council.")] = False,
    minimal: Annotated[bool, typer.Option("--minimal", help="Write the smallest plan that works.")] = False,
) -> None:
    """Write the files, leaving as they are those that are no plans and exist already, and say what to do next."""
    if full and minimal:
        raise PlanwrightError("choose --example or --minimal, not both")
    if name and (full or minimal):
        raise PlanwrightError("the examples have a council of their own; leave out --name, or start without an example")
    if name and not re.match(ONE_LINE, name):
        raise PlanwrightError(f"--name expects {EXPECTED[ONE_LINE]}")
    root = session(context).directory / folder
    _refuse_workspace(root)
    source = example("council" if full else "minimal") if full or minimal else None
    files = _editor_files() | (_example(source) if source else _plain(name))
    files = {file: _with_modeline(file, data) for file, data in files.items()} | _schemas()
    _refuse_overwriting(root, files)
    kept = {file: data for file, data in files.items() if (root / file).exists()}
    _keep_schemas_in_git(root)
    write_files(root, {file: (None, data) for file, data in files.items() if file not in kept})
    _tell_kept({file: data for file, data in kept.items() if (root / file).read_bytes() != data})
    _tell(folder, len(files) - len(kept), plain=source is None)


def _refuse_workspace(root: Path) -> None:
    """Raise PlanwrightError in a workspace, and inside one, which would read the new plans as its own."""
    if (root / SETTINGS_FILE).exists():
        raise RefusedError(
            f"this folder is a planwright workspace already: {root / SETTINGS_FILE}; nothing was written"
        )
    for above in root.resolve().parents:
        if (above / SETTINGS_FILE).is_file():
            raise PlanwrightError(f"{root} lies inside the workspace {above}; choose a folder outside it")


def _editor_files() -> dict[str, bytes]:
    """Return the settings for editors, git and CI, which every workspace gets."""
    return {file: data for file, data in _laid_out().items() if file.startswith(".")}


def _plain(name: str) -> dict[str, bytes]:
    """Return settings, organisation and a note in each folder, for a council of this name."""
    files = {file: data for file, data in _laid_out().items() if not file.startswith(".")}
    title = scalar_text(name or placeholder.COUNCIL)
    return files | {SETTINGS_FILE: files[SETTINGS_FILE].replace(_NAME.encode(), title.encode())}


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
    """Raise RefusedError, naming them, where plan files are in the way or a file stands in place of a folder."""
    taken = sorted({name for file in files if (name := _in_the_way(root, file))})
    if taken:
        named = ", ".join(taken[:_MOST_NAMED])
        more = f" and {len(taken) - _MOST_NAMED} more" if len(taken) > _MOST_NAMED else ""
        raise RefusedError(f"nothing was written, because these files are in the way: {named}{more}")


def _in_the_way(root: Path, file: str) -> str:
    """Return the name of what keeps a file from being written; empty where nothing does or it may stay as it is."""
    for folder in list(PurePosixPath(file).parents)[:-1]:
        if (root / folder).exists() and not (root / folder).is_dir():
            return str(folder)
    plan = file.endswith(".yaml") and not file.startswith(".")
    stays = (root / file).is_file() and not plan
    return "" if stays or not (root / file).exists() else file


def _keep_schemas_in_git(root: Path) -> None:
    """Say what git leaves out below .planwright before the first lock does, which leaves out everything."""
    folder = root / Path(SCHEMAS).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="utf-8", newline="\n") as ignore:
            ignore.write("/lock\n")
    except OSError as error:
        raise PlanwrightError(f"{root} could not be written: {unwritable(error)}; name another folder") from error


def _tell_kept(files: dict[str, bytes]) -> None:
    """Print which files were left as they were though planwright would have written others, and what to add."""
    for file in sorted(files):
        add = _TO_ADD.get(file)
        print(f"{file} was there and is left as it is{f'; add to it {add}' if add else ''}.")


def _tell(folder: Path, count: int, *, plain: bool) -> None:
    """Print what was written and the two commands to try next."""
    print(f"{count} files written. Now try:")
    if folder != Path():
        print(f"  cd {folder}")
    command = "planwright" if plain else f"planwright --as-at {_EXAMPLE_DAY}"
    print(f"  {command} validate")
    print(f"  {command} {'new service-plan --service HOUSING' if plain else 'status --only red,amber'}")
