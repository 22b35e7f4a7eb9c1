"""A sheet of cells, each with the text a person sees in it, and how cells are named."""

from dataclasses import dataclass
from typing import Literal

from planwright.visible import one_line

CellKind = Literal["text", "number", "date", "yes/no", "empty", "error"]
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text as a person sees it, what sort of thing it holds, and whether a formula worked it out."""

    text: str = ""
    kind: CellKind = "empty"
    formula: bool = False


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows from the very first cell on, and what a reader of it must know (`notices`).

    `formatted` is False where the file does not tell how its numbers are shown, so that 0.885 may be a 88.5%; `aligned`
    where only separators keep cells apart, so that a comma in a text moves all that follows. `name` is empty where the
    file is nothing but the one table.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    formatted: bool = True
    notices: tuple[str, ...] = ()
    aligned: bool = True

    @property
    def called(self) -> str:
        """What messages call it: `sheet Return`, or `the file` where it has no name of its own."""
        return f"sheet {one_line(self.name, 60)}" if self.name else "the file"

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, counted from 0; an empty one beyond the sheet's edge."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return EMPTY


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, counted from 0, as spreadsheets print it: `C7` for row 6 and column 2."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
