"""One writer a table format, from tidy tables to the bytes of files; found by walking this package."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from planwright.diagnostic import PlanwrightError
from planwright.nearest import did_you_mean
from planwright.table import Extract, Table
from planwright.visible import one_line


class TableFormat(Protocol):
    """What every module of this package offers."""

    TEXT: bool
    """Whether its files are text that can be printed."""

    def write(self, extract: Extract) -> Mapping[str, bytes]:
        """Return the files, by name, that hold the tables."""

    def resource(self, table: Table) -> Mapping[str, Any]:
        """Return how a data package says where a table stands and how it is read."""


def available() -> tuple[str, ...]:
    """Return the names of all formats."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def load(name: str) -> TableFormat:
    """Return the writer of one format; raise PlanwrightError for a name that is none."""
    if name not in available():
        hint = did_you_mean(name, available()) or f"tables are written as {', '.join(available())}"
        raise PlanwrightError(f"there is no format '{one_line(name, 60)}' for tables; {hint}")
    return cast("TableFormat", import_module(f"{__name__}.{name}"))
