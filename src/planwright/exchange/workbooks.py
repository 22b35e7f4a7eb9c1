"""Workbooks (XLSX, XLS, ODS) as sheets whose cells hold what a person sees in them."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from types import ModuleType
from typing import Any

from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.visible import one_line
from planwright.wording import number_of

from .marks import Marks, marks_in_ods, marks_in_xlsx
from .sheet import EMPTY, Cell, CellKind, Sheet
from .unpacking import repacked, unpacked

Values = list[list[Any]]
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_CELLS = 2_000_000
_PROTECTED = "is protected by a password; save a copy without one"
_DAMAGED = "is damaged and cannot be read; open it in a spreadsheet and save it anew"
_MISSING = "reading workbooks needs a part that is not installed: pip install planwright[xlsx]; CSV works without it"


def is_workbook(data: bytes) -> bool:
    """Whether bytes begin as a workbook of any sort does."""
    return data.startswith((_ZIP, _OLE))


def read_workbook(name: str, data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, the hidden ones marked.

    Raises RefusedError where it is damaged, protected or no workbook; PlanwrightError where calamine is not installed.
    """
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise RefusedError(f"{name} {_PROTECTED}")
        return _sheets(name, data, None)
    parts = unpacked(name, data)
    if "xl/workbook.xml" in parts:
        return _sheets(name, repacked(parts), marks_in_xlsx(name, parts))
    if "content.xml" in parts and b"opendocument.spreadsheet" in parts.get("mimetype", b""):
        if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
            raise RefusedError(f"{name} {_PROTECTED}")
        return _sheets(name, repacked(parts), marks_in_ods(name, parts["content.xml"]))
    raise RefusedError(f"{name} is not a spreadsheet that planwright reads; save it as .xlsx, .ods or CSV UTF-8")


def _sheets(name: str, data: bytes, marks: dict[str, Marks] | None) -> tuple[Sheet, ...]:
    """Return the sheets with their values; without marks nothing is known of formulas and per cent."""
    try:
        import python_calamine as calamine
    except ImportError as error:
        raise PlanwrightError(_MISSING) from error
    with _damage_told(name, calamine), calamine.load_workbook(io.BytesIO(data)) as book:
        listed = [one for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
        found = [_values(name, book.get_sheet_by_name(one.name)) for one in listed]
    return tuple(
        _sheet(
            one.name,
            values,
            (marks or {}).get(one.name, Marks(name)),
            formatted=marks is not None,
            hidden=one.visible != calamine.SheetVisibleEnum.Visible,
        )
        for one, values in zip(listed, found, strict=True)
    )


@contextmanager
def _damage_told(name: str, calamine: ModuleType) -> Iterator[None]:
    """Raise RefusedError for whatever calamine raises within."""
    try:
        yield
    except calamine.PasswordError:
        raise RefusedError(f"{name} {_PROTECTED}") from None
    except calamine.CalamineError:
        raise RefusedError(f"{name} {_DAMAGED}") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        # What the library raises where it stumbles over a damaged .xls is no Exception and has no public name.
        raise RefusedError(f"{name} {_DAMAGED}") from None


def _values(file: str, found: Any) -> Values:
    """Return the values of a sheet as calamine reads them."""
    if found.total_height * found.total_width > _MOST_CELLS:
        raise RefusedError(
            f"sheet {one_line(found.name, 60)} of {file} is too large; keep only the rows with results in it"
        )
    values: Values = found.to_python(skip_empty_area=False)
    return values


def _sheet(name: str, values: Values, known: Marks, *, formatted: bool, hidden: bool) -> Sheet:
    called = f"sheet {one_line(name, 60)}"
    notices = [f"{called} is hidden"] if hidden else []
    if not formatted:
        notices.append("an .xls file does not say which of its numbers are formulas or per cent")
    if known.hidden:
        unseen = f"{number_of(len(known.hidden), 'hidden row')}, the first of them row {min(known.hidden) + 1}"
        notices.append(f"{called} holds {unseen}; what stands there is read like the rest")
    rows = tuple(
        tuple(_cell(value, (row, column), known) for column, value in enumerate(line))
        for row, line in enumerate(values)
    )
    return Sheet(name, rows, hidden, formatted, tuple(notices))


def _cell(value: Any, spot: tuple[int, int], marks: Marks) -> Cell:
    formula = spot in marks.formulas
    if spot in marks.errors:
        return Cell("an error", "error", formula)
    if spot in marks.pending:
        return Cell("a formula that was never worked out", "error", formula)
    text, kind = _seen(value, percent=spot in marks.percents)
    return Cell(text, kind, formula) if text.strip() or formula else EMPTY


def _seen(value: Any, *, percent: bool) -> tuple[str, CellKind]:
    """Return the text a person sees in a cell, and its sort; a bool is asked for before the number it also is."""
    match value:
        case bool():
            return ("yes" if value else "no"), "yes/no"
        case int() | float():
            return _number(value, percent=percent), "number"
        case datetime() if value.time() != time():
            return f"{value:%Y-%m-%d %H:%M}", "text"
        case date():
            return f"{value:%Y-%m-%d}", "date"
    return str(value), "text"


def _number(value: float, *, percent: bool) -> str:
    """Return a number to the 15 digits a spreadsheet keeps, never in exponent form."""
    number = Decimal(f"{value:.15g}") * (100 if percent else 1)
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ("0" if text == "-0" else text) + ("%" if percent else "")
