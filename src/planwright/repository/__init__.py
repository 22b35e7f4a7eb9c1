"""Folder or git revision to texts, and back: reads plan files, locks and writes them, and tells their versions."""

from planwright.repository.folder import SETTINGS, SourceFile, find_root, read_folder
from planwright.repository.versions import NoCommitsError, read_revision, revision, versions
from planwright.repository.writing import write_files

__all__ = [
    "SETTINGS",
    "NoCommitsError",
    "SourceFile",
    "find_root",
    "read_folder",
    "read_revision",
    "revision",
    "versions",
    "write_files",
]
