"""Find the root of a workspace and read the plan files below it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from planwright.diagnostic import PlanwrightError
from planwright.document import SETTINGS_FILE, is_dropping
from planwright.document.decoding import MAX_BYTES

SUFFIXES = (".yaml", ".yml")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as found: `name` is relative to the root with forward slashes, `data` its bytes.

    `problem` says in words why the file (or, with no data, a folder) could not be read; it is empty when all is well.
    """

    name: str
    data: bytes = b""
    problem: str = ""


def find_root(start: Path) -> Path:
    """Return the nearest folder, from `start` upwards, that holds planwright.yaml; PlanwrightError when none does."""
    here = start.absolute()
    if not here.is_dir():
        raise PlanwrightError(f"{here} is not a folder, so no plan can be read there.")
    for folder in (here, *here.parents):
        if _is_file(folder / SETTINGS_FILE):
            return folder.resolve()
    raise PlanwrightError(
        f"There is no {SETTINGS_FILE} in {here} or in any folder above it. "
        "Run `planwright init` to start a workspace here, or name its folder with -C."
    )


def is_plan_name(name: str) -> bool:
    """Tell whether a file of this relative name is read as a plan file: YAML, and not in a hidden or built folder."""
    *folders, file = PurePosixPath(name).parts
    return (
        file.casefold().endswith(SUFFIXES)
        and not is_dropping(file)
        and not file.startswith(".")
        and all(is_plan_folder(folder, top=depth == 0) for depth, folder in enumerate(folders))
    )


def is_plan_folder(name: str, *, top: bool) -> bool:
    """Tell whether plan files are looked for in a folder of this name; `top` when it stands directly in the root."""
    return not (name.startswith(".") or name == "node_modules" or (top and name == "build"))


def device_in(path: PurePath) -> str:
    """Return the first part of a path that Windows takes for a device, such as CON or nul.txt; empty where none is."""
    return next((part for part in path.parts if part.partition(".")[0].rstrip().casefold() in _DEVICES), "")


def read_folder(root: Path) -> tuple[SourceFile, ...]:
    """Return every plan file below `root`, sorted by name.

    Links to folders are not followed (what they show inside the root is read where it stands); a link to a file is
    read unless that file is read anyway, and one that leads outside the root carries a problem instead of data.
    """
    base = root.resolve()
    found = dict(_walk(base))
    own = {path for path in found.values() if path and not path.is_symlink()}
    return tuple(
        _read(base, name, path)
        for name, path in sorted(found.items())
        if path is None or path in own or _target(path) not in own
    )


def _walk(base: Path) -> Iterator[tuple[str, Path | None]]:
    """Yield name and path of each plan file, and the name of each folder that cannot be opened (with no path)."""
    closed: list[str] = []
    for folder, folders, files in os.walk(base, onerror=lambda error: closed.append(str(error.filename))):
        here = Path(folder)
        folders[:] = [name for name in folders if is_plan_folder(name, top=here == base)]
        for file in files:
            path = here / file
            name = path.relative_to(base).as_posix()
            if is_plan_name(name):
                yield name, path
    for name in closed:
        yield Path(name).relative_to(base).as_posix(), None


def _read(base: Path, name: str, path: Path | None) -> SourceFile:
    if path is None:
        return SourceFile(name, problem="this folder cannot be opened, so nothing in it was read")
    target = _target(path)
    if target is None:
        return SourceFile(name, problem="this is a link that leads nowhere or in a circle")
    if not target.is_relative_to(base):
        return SourceFile(name, problem="this is a link to a file outside the plan's folder, so it was not read")
    try:
        if not target.is_file():
            return SourceFile(name, problem="this is not an ordinary file")
        with target.open("rb") as file:
            return SourceFile(name, file.read(MAX_BYTES + 1))
    except OSError as error:
        return SourceFile(name, problem=f"this file cannot be opened: {why(error)}")


def why(error: OSError) -> str:
    """Return the system's own reason for a failure, in words."""
    if isinstance(error, PermissionError):
        return "it is protected, or another program holds it"
    return (error.strerror or "the system gave no reason").lower()


def _target(path: Path) -> Path | None:
    if not path.is_symlink():
        return path
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError):  # before Python 3.13 a circle of links is a RuntimeError
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder above that may not be looked into
        return False
