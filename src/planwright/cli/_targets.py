"""Where documents are written: into one file or a folder, in which formats, and never over somebody's own work."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from planwright import formats
from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.repository import device_in

_USUAL = "html"
_LIKE_A_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}")  # a folder for version 1.2 is still a folder


@dataclass(frozen=True, slots=True)
class Target:
    """A folder, or the file of a single document, and the formats to write."""

    output: Path
    formats: tuple[str, ...]
    single: bool = False

    def file(self, stem: str, format_: str) -> Path:
        """Return the file of one document in one format."""
        return self.output if self.single else self.output / f"{stem}.{formats.load(format_).EXTENSION}"


def target(output: Path, asked: Sequence[str], *, several: bool) -> Target:
    """Return where to write what was asked for: a name that ends as a format's files do is a file of that format.

    Raises PlanwrightError where that cannot be: another format, several documents, an ending that no format has, a name
    that is a device's on Windows or belongs to git.
    """
    for name in asked:
        formats.load(name)
    refuse_name(output)
    if output.is_dir() or not (output.exists() or _LIKE_A_FILE.fullmatch(output.suffix)):
        return Target(output, tuple(asked) or (_USUAL,))
    endings = {f".{formats.load(name).EXTENSION}": name for name in formats.available()}
    meant = endings.get(output.suffix.lower())
    if meant is None:
        known = " or ".join(endings)
        problem = "is a file" if not output.suffix else f"would be a {output.suffix} file, which planwright cannot make"
        raise PlanwrightError(f"{output} {problem}; name a folder, or a file that ends in {known}")
    if several:
        raise PlanwrightError(f"{output} is a file; name a folder for several documents")
    if asked and tuple(asked) != (meant,):
        raise PlanwrightError(
            f"{output} is a file of the format {meant}, but --format asks for {' and '.join(asked)}; "
            "leave --format out, or name a folder"
        )
    return Target(output, (meant,), single=True)


def refuse_name(output: Path) -> None:
    """Raise PlanwrightError for a path that not every machine can have, or that leads among git's own files."""
    device = device_in(output)
    if device:
        raise PlanwrightError(f"{output} cannot be written everywhere: {device} is a device on Windows; name another")
    own = next((part for part in output.parts if part.lower().startswith(".git")), "")
    if own:
        raise PlanwrightError(f"{output} would lie in {own}, which belongs to git; name another folder")


def refuse_to_replace(files: Iterable[tuple[str, Path]]) -> None:
    """Raise RefusedError where a file to be written, named with its format, is there and not of planwright's making."""
    for format_, file in files:
        if not file.is_file():
            continue
        found = file.read_bytes()
        if found.strip() and not formats.load(format_).is_own(found):
            raise RefusedError(
                f"{file} was not made by planwright, so nothing was written; choose another name, "
                "or replace it with --overwrite"
            )
