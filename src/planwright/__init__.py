"""Performance management and service planning for councils, from plain text under git."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# The public API: six verbs (and `inventory`, which makes what `compare` takes), each imported when it is first used, so
# that `--version` pays for none of them. What `render` takes comes from `planwright.reports`, `.resources` and `.page`.
_ROOMS = {
    "parse": "document",
    "link": "linking",
    "assess": "assessment",
    "check": "checking",
    "compare": "history",
    "inventory": "history",
    "render": "rendering",
}


def __getattr__(name: str) -> Any:
    """Return one part of the public API."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    """List the public API beside the version."""
    return sorted([*_ROOMS, "__version__"])
