"""Opens the workspace for a command: finds its root, reads and links every plan, and says so when that takes long."""

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from planwright.assessment import Assessment, assess
from planwright.cli._session import Session, is_terminal
from planwright.diagnostic import RefusedError, Severity
from planwright.document import SETTINGS_FILE, parse
from planwright.linking import link
from planwright.repository import SourceFile, find_root, read_folder
from planwright.visible import visible
from planwright.workspace import Workspace

Thing = TypeVar("Thing")

_MOST_NAMED = 3
_PATIENCE = 1.0  # seconds without a word


def root_of(given: Session) -> Path:
    """Return the workspace's root folder; raises PlanwrightError when the session's folder lies in none."""
    return find_root(given.directory)


def load(given: Session, root: Path, typed: Mapping[str, bytes] | None = None) -> Workspace:
    """Return the workspace below a root; `typed` holds what an editor has open, by file name, in place of the files."""
    files = {file.name: file for file in read_folder(root)}
    files |= {name: SourceFile(name, data) for name, data in (typed or {}).items()}
    readable = [file for file in files.values() if not file.problem]
    unreadable = {file.name: file.problem for file in files.values() if file.problem}
    documents = (parse(file.name, file.data) for file in watched(given, readable, "reading plans: {} files"))
    return link(documents, unreadable)


def assessed(given: Session) -> Assessment:
    """Return the session's workspace at its date, having said which files could not be read in full."""
    workspace = load(given, root_of(given))
    if SETTINGS_FILE in workspace.unread:
        place = next(problem.place for problem in workspace.problems if problem.place.file == SETTINGS_FILE)
        raise RefusedError(
            f"{SETTINGS_FILE}:{place.line} cannot be read, so the council's own rules are not known and nothing can be "
            "rated by them; `planwright validate` says what is wrong"
        )
    _warn(given, workspace)
    return assess(workspace, given.date)


def _warn(given: Session, workspace: Workspace) -> None:
    """Say on standard error which files could not be read in full: what stands in them is missing from answers."""
    wrong = {problem.place.file for problem in workspace.problems if problem.severity is Severity.ERROR}
    files = sorted(visible(file) for file in wrong)
    if files and not given.quiet:
        more = f" and {len(files) - _MOST_NAMED} more" if len(files) > _MOST_NAMED else ""
        print(
            f"planwright: something could not be read and is left out: {', '.join(files[:_MOST_NAMED])}{more}; "
            "`planwright validate` says what",
            file=sys.stderr,
        )


def watched(given: Session, things: Sequence[Thing], doing: str) -> Iterator[Thing]:
    """Yield things, counted on a terminal's standard error once a person has waited and wiped out again at the end.

    `doing` says what is done with them, the count in place of its braces.
    """
    silent = given.quiet or not is_terminal(sys.stderr)
    start = time.monotonic()
    shown = False
    for number, thing in enumerate(things, start=1):
        yield thing
        if not silent and time.monotonic() - start > _PATIENCE:
            shown = True
            print(f"\r{doing.format(f'{number} of {len(things)}')}", end="", file=sys.stderr, flush=True)
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
