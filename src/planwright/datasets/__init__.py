"""One tidy table a module, from an edition of the plan to columns and rows; found by walking this package."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from planwright.diagnostic import PlanwrightError
from planwright.nearest import did_you_mean
from planwright.reports import Edition
from planwright.table import Cell, Column, Table
from planwright.visible import one_line


class Dataset(Protocol):
    """What every module of this package offers."""

    KEY: tuple[str, ...]
    """The columns that tell its rows apart."""

    LINKS: Mapping[str, str]
    """The table in which the ids of a column stand, by column."""

    def columns(self, edition: Edition) -> tuple[Column, ...]:
        """Return the columns that an edition may show."""

    def rows(self, edition: Edition) -> Iterable[tuple[Cell, ...]]:
        """Yield the rows that an edition may show."""


def names() -> tuple[str, ...]:
    """Return the names of all tables, sorted."""
    return tuple(sorted(module.name for module in iter_modules(__path__) if module.name[0] != "_"))


def _dataset(name: str) -> Dataset:
    if name not in names():
        hint = did_you_mean(name, names()) or f"there are {', '.join(names())}"
        raise PlanwrightError(f"there is no table '{one_line(name, 60)}'; {hint}")
    return cast("Dataset", import_module(f"{__name__}.{name}"))


def title(name: str) -> str:
    """Return what a table holds, in a sentence; raises PlanwrightError with the nearest for a name that is none."""
    return (_dataset(name).__doc__ or "").splitlines()[0].rstrip(".")


def table(name: str, edition: Edition) -> Table:
    """Return one table; raises PlanwrightError with the nearest for a name that is none."""
    found = _dataset(name)
    return Table(name, title(name), found.columns(edition), tuple(found.rows(edition)), found.KEY, found.LINKS)
