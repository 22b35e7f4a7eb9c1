"""What an editing command does with its edits: prints the lines that change, and writes all files or none."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from planwright.document.editing import Edits, apply, diff
from planwright.repository import write_files
from planwright.visible import visible
from planwright.workspace import Workspace

Changed = Mapping[str, tuple[bytes | None, bytes]]


def changed_by(workspace: Workspace, edits: Iterable[Edits]) -> Changed:
    """Return the old bytes and the new ones of every file that edits change, by name.

    Raises EditRefusedError where a file cannot be changed so that nothing else in it is.
    """
    documents = workspace.documents
    return {one.file: (apply(documents[one.file], ()), apply(documents[one.file], one.edits)) for one in edits}


def show(changed: Changed) -> None:
    """Print what changes in each file as a small diff, by name."""
    for name, (before, after) in sorted(changed.items()):
        if before != after:
            print(visible(diff(before or b"", after, name)))


def show_and_write(root: Path, changed: Changed, *, dry_run: bool) -> None:
    """Print what changes in each file as a small diff, and write them unless it is a dry run."""
    show(changed)
    if not dry_run:
        write_files(root, changed)
