"""Tables read from a file of any sort that councils send: CSV, XLSX, XLS or ODS."""

from pathlib import PurePath

from planwright.diagnostic import RefusedError

from .comma_separated import read_csv
from .sheet import Cell, Sheet, cell_name
from .workbooks import is_workbook, read_workbook

__all__ = ["LARGEST", "Cell", "Sheet", "cell_name", "read_sheets"]

_WORKBOOKS = (".xlsx", ".xls", ".ods", ".xlsm")
LARGEST = 10 * 2**20  # bytes


def read_sheets(name: str, data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a file, told apart by what is in it; a CSV file is one sheet without a name.

    Raises RefusedError where the file is empty, too large, damaged, protected by a password or of another sort, and
    PlanwrightError where reading it needs a part of planwright that is not installed.
    """
    file = PurePath(name)
    if not data.strip():
        raise RefusedError(f"{file.name} is empty")
    if len(data) > LARGEST:
        raise RefusedError(f"{file.name} is larger than 10 MB; keep only the part with results in it")
    if is_workbook(data):
        return read_workbook(file.name, data)
    if data.lstrip()[:1] == b"<":
        raise RefusedError(f"{file.name} is a web page or XML, not a spreadsheet; open it and save it as .xlsx")
    if data.startswith(b"%PDF"):
        raise RefusedError(f"{file.name} is a PDF, not a spreadsheet; ask for the spreadsheet it was printed from")
    if file.suffix.casefold() in _WORKBOOKS:
        raise RefusedError(
            f"{file.name} is not a workbook, though its name says so; if it is text with commas, name it .csv"
        )
    return (read_csv(file.name, data),)
