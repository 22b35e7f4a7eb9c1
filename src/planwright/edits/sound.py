"""Whether files may be edited: one with errors of its own is never rewritten."""

from planwright.diagnostic import Severity
from planwright.document.editing import EditRefusedError
from planwright.workspace import Workspace


def refuse_unsound(workspace: Workspace, file: str) -> None:
    """Raise EditRefusedError where something in a file could not be read: routes in it may not be what they seem."""
    found = (one for one in workspace.problems if one.place.file == file and one.severity is Severity.ERROR)
    first = next(found, None)
    if first:
        place = f"{file}:{first.place.line}"
        raise EditRefusedError(
            f"{place}: {first.message}. Mend that first (`planwright validate`); nothing was written."
        )
