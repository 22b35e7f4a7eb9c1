"""Finds the built-in templates, examples and schemas, installed or in a checkout."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from planwright.diagnostic import PlanwrightError
from planwright.nearest import did_you_mean

_PACKAGE = Path(__file__).parent
_SIGN = 'name = "planwright"'


def templates() -> Mapping[str, str]:
    """Return every built-in template's text by its path inside the folder, such as `service-plan.md.j2`."""
    folder = _root() / "templates"
    files = sorted(file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def example(name: str) -> Path:
    """Return the folder of an example council; raises PlanwrightError with the nearest when there is none so named."""
    folder = _root() / "examples"
    names = sorted(child.name for child in folder.iterdir() if child.is_dir())
    if name not in names:
        hint = did_you_mean(name, names) or f"there are {', '.join(names)}"
        raise PlanwrightError(f"there is no example '{name}'; {hint}")
    return folder / name


def schema_folder() -> Path:
    """Return the folder with one JSON Schema per document kind."""
    return _root() / "schemas"


@cache
def _root() -> Path:
    """Return the checkout when running from one: an editable install may hold a stale copy of these folders."""
    checkout = _PACKAGE.parent.parent
    project = checkout / "pyproject.toml"
    if (checkout / "templates").is_dir() and project.is_file() and _SIGN in project.read_text(encoding="utf-8"):
        return checkout
    return _PACKAGE / "_data"
