"""One small table for people or a spreadsheet: on a terminal, as aligned text, as Markdown or as CSV."""

import csv
import io
import sys
from dataclasses import dataclass

from planwright.cli._session import Session
from planwright.escaping import inert, markdown
from planwright.visible import one_line

FORMATS = ("text", "json", "csv", "md")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Table:
    """Column titles, rows of texts, and for each row the colour of its `tinted` column (empty for none)."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    colours: tuple[str, ...] = ()
    tinted: int = 0


def as_text(table: Table) -> str:
    """Return aligned columns, the last as long as its text; every cell one visible line."""
    rows = [table.titles, *table.rows]
    shown = [[one_line(cell, _LONGEST) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in shown) for column in range(len(table.titles))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown]
    return "\n".join(lines) + "\n"


def as_markdown(table: Table) -> str:
    """Return a Markdown table in which every cell is shown literally."""
    lines = [table.titles, ("---",) * len(table.titles)]
    cells = ([markdown(one_line(cell, _LONGEST)) for cell in row] for row in table.rows)
    return "".join(f"| {' | '.join(row)} |\n" for row in (*lines, *cells))


def as_csv(table: Table) -> str:
    """Return CSV; text that a spreadsheet would take for a formula gets an apostrophe, numbers stay numbers."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.titles)
    for row in table.rows:
        writer.writerow([inert(one_line(cell, _LONGEST)) for cell in row])
    return text.getvalue()


def show(table: Table) -> None:
    """Print the table to a terminal, wrapped to its width and with colours; text from plans is never markup."""
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for title in table.titles:
        grid.add_column(Text(title, "bold"))
    for number, row in enumerate(table.rows):
        cells = [Text(one_line(cell, _LONGEST)) for cell in row]
        if table.colours and table.colours[number]:
            cells[table.tinted].stylize(f"bold {table.colours[number]}")
        grid.add_row(*cells)
    Console(file=sys.stdout, markup=False, emoji=False, highlight=False, force_terminal=True).print(grid)


def print_table(given: Session, table: Table, format_: str) -> None:
    """Print a table as text, CSV or Markdown; as text an empty one says so, and a terminal is given colours."""
    if format_ != "text":
        print((as_csv if format_ == "csv" else as_markdown)(table), end="")
    elif not table.rows:
        print("None.")
    elif given.colour:
        show(table)
    else:
        print(as_text(table), end="")
