"""Reads the bytes of a spreadsheet that somebody names."""

from pathlib import Path

from planwright.diagnostic import PlanwrightError
from planwright.exchange.tables import LARGEST


def sheet_bytes(file: Path) -> bytes:
    """Return what is in a file, of one that is too large no more than tells so.

    Raises PlanwrightError where it cannot be opened.
    """
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise PlanwrightError(f"{file} cannot be read: {(error.strerror or 'no reason is given').lower()}") from error
