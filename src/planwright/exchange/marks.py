"""What the values of a workbook's cells do not tell: which of them a formula worked out, are per cent, or an error."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath

from planwright.diagnostic import RefusedError

from .sheet import cell_name
from .unpacking import Attributes, scan

_MOST_ROWS, _MOST_CELLS = 100_000, 2_000_000
_PERCENT_FORMATS = {"9", "10"}  # those that every spreadsheet knows without saying so
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.ASCII)

Spot = tuple[int, int]


@dataclass
class Marks:
    """The marked cells of one sheet by row and column, counted from 0; `pending` are formulas without a value yet.

    `hidden` are the rows that hold something and are not shown, by a filter for instance.
    """

    file: str
    formulas: set[Spot] = field(default_factory=set)
    percents: set[Spot] = field(default_factory=set)
    errors: set[Spot] = field(default_factory=set)
    pending: set[Spot] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    rows: int = 0
    columns: int = 0

    def reach(self, row: int, column: int) -> None:
        """Note that a cell holds something; raises RefusedError where it stands too far from the first."""
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.rows > _MOST_ROWS or self.rows * self.columns > _MOST_CELLS:
            raise RefusedError(
                f"{self.file} has a cell at {cell_name(row, column)}, far beyond any table of results; "
                "delete what stands there"
            )


def marks_in_xlsx(file: str, parts: Mapping[str, bytes]) -> dict[str, Marks]:
    """Return the marks of each sheet of an XLSX workbook by its name; raises RefusedError where a part is damaged."""
    percent = _percent_styles(file, parts.get("xl/styles.xml", b""))
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def relation(_: str, attributes: Attributes) -> None:
        if "Id" in attributes:
            targets[attributes["Id"]] = normpath(join("/xl", attributes.get("Target", ""))).lstrip("/")

    def listed(tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            key = next((value for name, value in attributes.items() if name.endswith(" id")), "")
            sheets[attributes.get("name", "")] = targets.get(key, "")

    scan(file, parts.get("xl/_rels/workbook.xml.rels", b""), relation)
    scan(file, parts.get("xl/workbook.xml", b""), listed)
    return {name: _Grid(file, percent).marks(parts[part]) for name, part in sheets.items() if part in parts}


def _percent_styles(file: str, data: bytes) -> frozenset[str]:
    """Return the numbers of the cell styles that show a number as per cent."""
    formats = set(_PERCENT_FORMATS)
    styles: list[str] = []
    inside: list[str] = []

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "numFmt" and "%" in _NOT_SHOWN.sub("", attributes.get("formatCode", "")):
            formats.add(attributes.get("numFmtId", ""))
        if tag == "xf" and "cellXfs" in inside:
            styles.append(attributes.get("numFmtId", ""))
        inside.append(tag)

    def end(_: str) -> None:
        inside.pop()

    if data:
        scan(file, data, start, end)
    return frozenset(str(number) for number, style in enumerate(styles) if style in formats)


class _Grid:
    """Follows the cells of one XLSX sheet; a cell that does not say where it stands is right of the one before."""

    def __init__(self, file: str, percent: frozenset[str]) -> None:
        self._marks = Marks(file)
        self._percent = percent
        self._row = self._column = -1
        self._shown = True

    def marks(self, data: bytes) -> Marks:
        scan(self._marks.file, data, self._start)
        return self._marks

    def _start(self, tag: str, attributes: Attributes) -> None:
        spot = (self._row, self._column)
        if tag == "row":
            number = attributes.get("r", "")
            self._row, self._column = int(number) - 1 if number.isdecimal() else self._row + 1, -1
            self._shown = attributes.get("hidden", "0") in {"0", "false"}
        elif tag == "c":
            self._cell(attributes)
        elif tag == "f":
            self._marks.formulas.add(spot)
            self._marks.pending.add(spot)
        elif tag in {"v", "is"}:
            self._marks.reach(*spot)
            self._marks.pending.discard(spot)
            if not self._shown:
                self._marks.hidden.add(self._row)

    def _cell(self, attributes: Attributes) -> None:
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        if found:
            column = 0
            for letter in found[1]:
                column = column * 26 + ord(letter) - ord("A") + 1
            self._row, self._column = int(found[2]) - 1, column - 1
        else:
            self._column += 1
        if attributes.get("t") == "e":
            self._marks.errors.add((self._row, self._column))
        if attributes.get("s", "0") in self._percent:
            self._marks.percents.add((self._row, self._column))


def marks_in_ods(file: str, data: bytes) -> dict[str, Marks]:
    """Return the marks of each sheet of an ODS workbook by its name; raises RefusedError where it is damaged."""
    table = _Tables(file)
    scan(file, data, table.start, table.end)
    return table.found


class _Tables:
    """Follows the cells of an ODS workbook, whose rows and cells only say how often they are repeated."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.found: dict[str, Marks] = {}
        self._marks = Marks(file)
        self._row = self._column = self._rows = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        plain = {name.rpartition(":")[2]: value for name, value in attributes.items()}
        if tag == "table":
            self._marks = self.found.setdefault(plain.get("1.0 name", ""), Marks(self._file))
            self._row = 0
        elif tag == "table-row":
            self._column, self._rows = 0, _repeats(plain, "1.0 number-rows-repeated")
        elif tag in {"table-cell", "covered-table-cell"}:
            self._cell(plain, _repeats(plain, "1.0 number-columns-repeated"))

    def end(self, tag: str) -> None:
        if tag == "table-row":
            self._row += self._rows

    def _cell(self, attributes: Attributes, repeats: int) -> None:
        sorts = {value for name, value in attributes.items() if name.endswith(" value-type")}
        formula = "1.0 formula" in attributes
        if sorts or formula:
            self._marks.reach(self._row + self._rows - 1, self._column + repeats - 1)
            spots = {(self._row + down, self._column + right) for down in range(self._rows) for right in range(repeats)}
            self._marks.formulas |= spots if formula else set()
            self._marks.percents |= spots if "percentage" in sorts else set()
            self._marks.errors |= spots if "error" in sorts else set()
            self._marks.pending |= spots if formula and not sorts else set()
        self._column += repeats


def _repeats(attributes: Attributes, name: str) -> int:
    number = attributes.get(name, "1")
    return int(number) if number.isdecimal() and int(number) else 1
