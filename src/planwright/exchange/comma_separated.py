"""A CSV file as a sheet: its encoding and its separator are found out and told, its numbers are never guessed."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator

from planwright.diagnostic import RefusedError
from planwright.escaping import revived

from .sheet import EMPTY, Cell, Sheet

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_LINES_LOOKED_AT = 10
_CHARACTERS_LOOKED_AT = 50_000
_MOST_ROWS = 100_000


def read_csv(name: str, data: bytes) -> Sheet:
    """Return a CSV file as one sheet without a name, in which every cell is text.

    UTF-8 is expected; UTF-16 is read where it says so itself, and Windows-1252 with a notice. Raises RefusedError for
    bytes that are none of these, for a quotation mark that is never closed and for more rows than anybody types.
    """
    text, notices = _decoded(name, data)
    if "\0" in text:
        raise RefusedError(f"{name} is neither a spreadsheet nor text; save it as .xlsx or as CSV UTF-8")
    separator, text = _separator(text)
    if separator != ",":
        notices = (*notices, f"read with {_SEPARATORS[separator]} between its cells")
    return Sheet("", tuple(_rows(name, text, separator)), notices=notices, aligned=False)


def _decoded(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), ("read as UTF-16",)
        except UnicodeDecodeError:
            raise RefusedError(f"{name} is damaged: it begins as UTF-16 text and does not go on so") from None
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line, byte = data.count(b"\n", 0, error.start) + 1, data[error.start]
    try:
        told = f"not UTF-8 (byte {byte:02X} in line {line}), so it was read as Windows-1252; check its £ signs"
        return data.decode("cp1252"), (told,)
    except UnicodeDecodeError:
        message = f"{name} is not UTF-8 (byte {byte:02X} in line {line}); save it as CSV UTF-8"
        raise RefusedError(message) from None


def _separator(text: str) -> tuple[str, str]:
    """Return what stands between cells, and the text without the line with which Excel states it.

    It stands equally often in most lines, as commas in prose and in numbers do not.
    """
    first, _, rest = text.partition("\n")
    if first.startswith("sep=") and first[4:5] in _SEPARATORS:
        return first[4], rest
    unquoted = "".join(text[:_CHARACTERS_LOOKED_AT].split('"')[::2])
    lines = [line for line in unquoted.splitlines() if line.strip()][:_LINES_LOOKED_AT]

    def regular(separator: str) -> tuple[int, int]:
        counts = Counter(line.count(separator) for line in lines if separator in line)
        return max(((lines, cells) for cells, lines in counts.items()), default=(0, 0))

    return max(_SEPARATORS, key=regular), text


def _rows(name: str, text: str, separator: str) -> Iterator[tuple[Cell, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begun = 1
    try:
        for count, row in enumerate(reader):
            if count == _MOST_ROWS:
                raise RefusedError(f"{name} has more than {_MOST_ROWS:,} rows; keep only those with results in it")
            yield tuple(map(_cell, row))
            begun = reader.line_num + 1
    except csv.Error:
        raise RefusedError(
            f"the row of {name} that begins in line {begun} has a quotation mark that is never closed or too many, "
            f"or a cell of over {csv.field_size_limit():,} characters; save it anew from a spreadsheet"
        ) from None


def _cell(text: str) -> Cell:
    """Return a cell; the apostrophe that keeps text from being taken for a formula is not part of the text."""
    if not text.strip():
        return EMPTY
    return Cell(revived(text), "text", formula=text.startswith("="))
