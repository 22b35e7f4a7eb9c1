"""Folder or git revision to texts, and back: reads plan files, locks and writes them, and tells their versions."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from planwright.repository.folder import SourceFile, device_in, find_root, is_plan_name, read_folder

if TYPE_CHECKING:
    from planwright.repository.commits import NoCommitsError, read_revision, revision, versions
    from planwright.repository.writing import fill_folder, unwritable, write_files

__all__ = [
    "NoCommitsError",
    "SourceFile",
    "device_in",
    "fill_folder",
    "find_root",
    "is_plan_name",
    "read_folder",
    "read_revision",
    "revision",
    "unwritable",
    "versions",
    "write_files",
]


def __getattr__(name: str) -> Any:
    """Return what only commands that write or ask for history need, loaded when first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "writing" if name in {"fill_folder", "unwritable", "write_files"} else "commits"
    return getattr(import_module(f"{__name__}.{module}"), name)
