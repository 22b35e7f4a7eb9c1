"""Which plan files the paths on a command line mean."""

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from planwright.diagnostic import PlanwrightError
from planwright.nearest import did_you_mean


def name_of(path: str, root: Path, folder: Path) -> str:
    """Return a path's name below the root, with forward slashes; seen from the current folder, `folder` or the root.

    Raises PlanwrightError when it lies outside the root.
    """
    for start in (Path(), folder, root):
        whole = (start / path).resolve()
        if whole.exists() and whole.is_relative_to(root):
            return whole.relative_to(root).as_posix()
    whole = (folder / path).resolve()
    if whole.is_relative_to(root):
        return whole.relative_to(root).as_posix()
    raise PlanwrightError(f"{path} lies outside the plan's folder, {root}")


def chosen(paths: Sequence[str], files: Iterable[str], root: Path, folder: Path) -> frozenset[str]:
    """Return the files that the paths mean: files themselves, all below a folder, or all that a pattern matches.

    Raises PlanwrightError for a path that means none.
    """
    known = sorted(files)
    found: set[str] = set()
    for path in paths:
        name = name_of(path, root, folder)
        matching = set(_matching(name, known))
        if not matching:
            hint = did_you_mean(name, known) or f"planwright reads {len(known)} files here, all ending in .yaml or .yml"
            raise PlanwrightError(f"{path} is no plan file, and no folder with any; {hint}")
        found |= matching
    return frozenset(found)


def _matching(name: str, files: Iterable[str]) -> Iterator[str]:
    for file in files:
        if name in (".", file) or file.startswith(f"{name}/") or fnmatchcase(file, name):
            yield file
