"""Performance management and service planning for councils, from plain text under git."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# The public API is six verbs. Each is imported when it is first used, so that `--version` pays for none of them.
_ROOMS = {
    "parse": "document",
    "link": "linking",
    "assess": "assessment",
    "check": "checking",
    "compare": "history",
    "render": "rendering",
}


def __getattr__(name: str) -> Any:
    """Return one of the six verbs."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    """List the verbs beside the version."""
    return sorted([*_ROOMS, "__version__"])
