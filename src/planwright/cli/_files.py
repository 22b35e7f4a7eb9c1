"""Write an output file whole or not at all, never over a plan, and say in words what is in the way."""

import os
from contextlib import suppress
from pathlib import Path

from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.document import SETTINGS_FILE
from planwright.repository import is_plan_name, unwritable


def write_file(path: Path, data: bytes) -> None:
    """Put bytes in a file, making its folder where needed; readers see the old file or the new one, never a part.

    Raises PlanwrightError where the disk, the permissions or another program are in the way.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device or a pipe is written to; a folder is refused by the system
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise PlanwrightError(
            f"{path} could not be written: {unwritable(error)}; name another place with --output"
        ) from error


def _replace(path: Path, data: bytes) -> None:
    spare = path.with_name(f".planwright-{os.urandom(8).hex()}.tmp")
    try:
        spare.write_bytes(data)
        spare.replace(path)
    finally:
        with suppress(OSError):  # gone into its place, or never made: the first failure is reported
            spare.unlink()


def refuse_plan_file(path: Path, root: Path) -> None:
    """Raise RefusedError where a file to be written is one that is read as part of the plan below `root`, or would be.

    Settings of another workspace count too.
    """
    real = path.resolve()
    plan = real.is_relative_to(root) and is_plan_name(real.relative_to(root).as_posix())
    if plan or real.name == SETTINGS_FILE:
        raise RefusedError(
            f"{path} is read as part of the plan, so it was not written; name another file with --output"
        )
