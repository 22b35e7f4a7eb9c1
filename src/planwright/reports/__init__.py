"""One report a module, from an edition of the plan to the view its template of the same name prints."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from planwright.diagnostic import PlanwrightError
from planwright.kinds import Visibility
from planwright.nearest import did_you_mean
from planwright.reports._cuts import UNCUT, Cut, Cuts
from planwright.reports._edition import LEVELS, Edition, level_of

__all__ = [
    "LEVELS",
    "UNCUT",
    "Cut",
    "Cuts",
    "Edition",
    "Report",
    "cuts",
    "editions",
    "level_of",
    "load",
    "must_fit",
    "names",
]


class Report(Protocol):
    """What every module of this package offers; one whose document can be cut for readers says how in CUTS.

    One whose document must fit on as many A4 pages as the settings allow a one-page plan says so: FITS = True.
    """

    TITLE: str
    """What people call several documents of the kind, as a heading."""

    WHOLE: bool
    """Whether it can be made for the whole council, without naming a subject."""

    def subjects(self, edition: Edition) -> Mapping[str, str]:
        """Return what it can be made for: every id a person may give, and the id that `view` takes for it."""

    def view(self, edition: Edition, subject: str | None) -> dict[str, Any]:
        """Return the plain data that the template prints, for a subject or (None) the whole council."""


def names() -> tuple[str, ...]:
    """Return the names of all reports, sorted."""
    modules = (module.name for module in iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in modules if not name.startswith("_")))


def load(name: str) -> Report:
    """Return one report; raises PlanwrightError with the nearest for a name that is none."""
    if name not in names():
        hint = did_you_mean(name, names()) or f"there are {', '.join(names())}"
        raise PlanwrightError(f"there is no report '{name}'; {hint}")
    return cast("Report", import_module(f"{__name__}.{name.replace('-', '_')}"))


def cuts(name: str) -> Cuts:
    """Return how one report may be cut; raises PlanwrightError with the nearest for a name that is none."""
    declared: Cuts = getattr(load(name), "CUTS", Cuts())
    return declared


def must_fit(name: str) -> bool:
    """Return whether a report must fit on few pages; raises PlanwrightError for a name that is none."""
    declared: bool = getattr(load(name), "FITS", False)
    return declared


def editions(name: str) -> tuple[Visibility, ...]:
    """Return the editions that one report is made in: those a council gives out, unless EDITIONS says otherwise.

    Raises PlanwrightError with the nearest for a name that is none.
    """
    declared: tuple[Visibility, ...] = getattr(load(name), "EDITIONS", LEVELS)
    return declared
