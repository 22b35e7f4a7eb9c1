"""One writer a format, from the page model to bytes; found by walking this package."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from planwright.diagnostic import PlanwrightError
from planwright.nearest import did_you_mean
from planwright.page import Page


class Format(Protocol):
    """What every module of this package offers."""

    EXTENSION: str

    def write(self, page: Page) -> bytes:
        """Return the file that shows a page."""

    def assets(self, page: Page) -> Mapping[str, bytes]:
        """Return the files, by name, that must lie beside it."""

    def is_own(self, data: bytes) -> bool:
        """Tell whether a file was made by planwright, whichever version."""


def available() -> tuple[str, ...]:
    """Return the names of all formats; a module whose name begins with an underscore is part of one."""
    return tuple(sorted(module.name for module in iter_modules(__path__) if module.name[0] != "_"))


def load(name: str) -> Format:
    """Return the writer of one format; raise PlanwrightError for a name that is none."""
    if name not in available():
        hint = did_you_mean(name, available()) or f"planwright writes {', '.join(available())}"
        raise PlanwrightError(f"there is no format '{name}'; {hint}")
    return cast("Format", import_module(f"{__name__}.{name}"))
