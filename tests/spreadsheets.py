"""Spreadsheets made for tests: the messy return of a contractor, and the smallest ODS and XLS files there can be."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

Value = str | float | date | None
COUNCIL = {
    "planwright.yaml": "kind: settings\nname: Wexcombe District Council\n",
    "organisation.yaml": """\
kind: organisation
services:
  - {id: LEISURE, title: Leisure and Culture}
posts:
  - {id: HEAD, title: Head of Leisure, service: LEISURE}
""",
    "indicators.yaml": """\
kind: indicators
service: LEISURE
indicators:
  - {id: LEI-01, title: Visits to leisure centres, owner: HEAD, unit: visits, polarity: higher, aggregation: sum,
     targets: {2026-27-Q2: 90000}}
  - {id: LEI-02, title: Members who renew, owner: HEAD, unit: "%", polarity: higher, maximum: 100,
     targets: {2026-27-Q2: 70}}
  - {id: LEI-03, title: Weeks to start swimming lessons, owner: HEAD, unit: weeks, polarity: lower,
     targets: {2026-27-Q2: 30}}
  - {id: LEI-04, title: Subsidy for each visit, owner: HEAD, unit: £, polarity: lower, targets: {2026-27-Q2: 1.5}}
  - {id: LEI-05, title: Centres open as advertised, owner: HEAD, unit: yes/no, polarity: higher,
     targets: {2026-27-Q2: yes}}
  - {id: LEI-06, title: Complaints answered in time, owner: HEAD, unit: "%", polarity: higher,
     targets: {2026-27-Q2: 95}}
""",
    "results/2026-27.yaml": """\
kind: results
period: 2026-27

# The contractor sends these by the tenth of the month.
results:
  LEI-01:
    Q1: 88000   # a wet June
    Q2: {value: 91250, as_at: 2026-09-30}
  LEI-02:
    Q1: 71
""",
}


def workbook(sheets: Mapping[str, Sequence[Sequence[Value]]]) -> bytes:
    """Return an XLSX workbook; a text that begins with = is a formula, whose result is 42."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    if isinstance(value, date):
                        sheet.write_datetime(row, column, value, day)
                    elif isinstance(value, str) and value.startswith("="):
                        sheet.write_formula(row, column, value, None, 42)
                    elif isinstance(value, str):
                        sheet.write_string(row, column, value)
                    elif value is not None:
                        sheet.write_number(row, column, value)
    return data.getvalue()


_HEADINGS = ("Our", "Performance", "Good", "Quarter", "Figures", "", "", "RAG", "Comments")
_LOWER = ("ref", "indicator", "is", "", "Target", "Actual", "Measured", "", "")
_RENEW, _WAIT = "Members who renew", "Weeks to start swimming lessons"
_SUBSIDY, _OPEN, _ANSWERED = "Subsidy for each visit", "Centres open as advertised", "Complaints answered in time"
_BIGGER, _DAY = "Bigger is best", "30/09/2026"
_VISITS = ("Visits to leisure centres", _BIGGER, "Q2", "Minimum 90,000", "91,250", _DAY, "On track", "  n/a ")
_ROWS: tuple[tuple[Value, ...], ...] = (
    ("Leisure centres",),
    ("  LEI-01\u00a0", *_VISITS),
    ("LC/2", _RENEW, "bigger is better", "Quarter 2", 0.7, 0.725, date(2026, 9, 30), "Green", "A good\u00a0summer."),
    (None,),
    ("LEI-03", _WAIT, "Smaller is best", "Q2", "Maximum 30 weeks", "36 weeks", "30/09/26", "On track", "Illness.\nOn."),
    ("LEI-04", _SUBSIDY, _BIGGER, "Q2", "£1.50", "£1.62"),
    ("LEI-05", _OPEN, "-", "Q2", "Yes", "Y"),
    ("LEI-O6", "Complaints about noise", _BIGGER, "Q2", 95, 88),
    ("LEI-06", _ANSWERED, _BIGGER, "Q5", 0.95, 0.88),
    ("LEI-06", _ANSWERED, _BIGGER, "Q2", 0.95, "tbc"),
    ("LEI-06", _ANSWERED, _BIGGER, "Q1", 0.95, "about 90"),
    ("LEI-04", _SUBSIDY, "Smaller is best", "Q2", "£1.40", "£1.62m"),
    ("Total", None, None, None, None, "=SUM(F6:F16)"),
    ("Source: leisure contractor's till system",),
)


def messy() -> bytes:
    """Return the return of a contractor as such returns are: titles, merged and two-line headings, notes and slips."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        percent, day = book.add_format({"num_format": "0.0%"}), book.add_format({"num_format": "dd/mm/yyyy"})
        book.add_worksheet("Read me").write("A1", "Fill in the second sheet.")
        sheet = book.add_worksheet("Return")
        book.add_worksheet("Lists").hide()
        sheet.write("A1", "Wexcombe Leisure Trust")
        sheet.write("A2", "Performance return for Quarter 2 of 2026/27")
        for column, text in enumerate(_HEADINGS):
            sheet.write(3, column, text)
        sheet.merge_range("E4:G4", "Figures")
        for column, text in enumerate(_LOWER):
            sheet.write(4, column, text)
        for row, values in enumerate(_ROWS, start=5):
            for column, value in enumerate(values):
                if isinstance(value, date):
                    sheet.write_datetime(row, column, value, day)
                elif isinstance(value, float):
                    sheet.write_number(row, column, value, percent)
                elif isinstance(value, str) and value.startswith("="):
                    sheet.write_formula(row, column, value, None, 91412.7)
                else:
                    sheet.write(row, column, value)
    return data.getvalue()


def zipped(parts: Mapping[str, Any]) -> bytes:
    """Return a zip file of parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


def ods(cells: str) -> bytes:
    """Return an ODS workbook whose one sheet, Results, holds rows written in its own XML."""
    return ods_book({"Results": cells})


def ods_book(sheets: Mapping[str, str]) -> bytes:
    """Return an ODS workbook of sheets by name, their rows written in its own XML."""
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content{names}><office:body><office:spreadsheet>'
        + "".join(f'<table:table table:name="{name}">{cells}</table:table>' for name, cells in sheets.items())
        + "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": mimetype, "content.xml": content, "META-INF/manifest.xml": manifest})


def ods_cell(text: str, value: str = "", sort: str = "string", more: str = "") -> str:
    """Return one cell of an ODS row."""
    attribute = f' office:value="{value}"' if value else ""
    start = f'<table:table-cell office:value-type="{sort}"{attribute}{more}>'
    return f"{start}<text:p>{escape(text)}</text:p></table:table-cell>"


def _record(number: int, data: bytes) -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def xls(rows: Sequence[Sequence[str | float]]) -> bytes:
    """Return an XLS workbook of one sheet, Results."""
    return xls_book({"Results": rows})


def xls_book(sheets: Mapping[str, Sequence[Sequence[str | float]]]) -> bytes:
    """Return an XLS (BIFF8) workbook of sheets by name, in the smallest compound file that holds it."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    bodies = {name.encode(): _xls_sheet(begin, rows) for name, rows in sheets.items()}
    offset = len(begin) + 4 + sum(4 + 8 + len(name) for name in bodies) + 4
    head = _record(0x0809, begin)
    for name, body in bodies.items():
        head += _record(0x0085, struct.pack("<IHBB", offset, 0, len(name), 0) + name)
        offset += len(body)
    return _compound(head + _record(0x000A, b"") + b"".join(bodies.values()))


def _xls_sheet(begin: bytes, rows: Sequence[Sequence[str | float]]) -> bytes:
    """Return the records of one sheet."""
    body = _record(0x0809, begin[:2] + b"\x10\x00" + begin[4:])
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(value, str):
                text = value.encode("utf-16-le")
                body += _record(0x0204, place + struct.pack("<HB", len(value), 1) + text)
            else:
                body += _record(0x0203, place + struct.pack("<d", value))
    return body + _record(0x000A, b"")


def _compound(records: bytes) -> bytes:
    """Return a compound file that holds the records of a workbook."""
    stream = records.ljust(4096, b"\0")
    sectors = -(-len(stream) // 512)
    stream = stream.ljust(sectors * 512, b"\0")
    end, free, none = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF
    table = [0xFFFFFFFD, end, *range(3, sectors + 2), end]
    fat = struct.pack("<128I", *(table + [free] * (128 - len(table))))

    def entry(title: str, sort: int, child: int, start: int, size: int) -> bytes:
        text = title.encode("utf-16-le") + b"\0\0" if title else b""
        return (
            text.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(text), sort, 1, none, none, child)
            + bytes(36)
            + struct.pack("<IQ", start, size)
        )

    folder = (
        entry("Root Entry", 5, 1, end, 0) + entry("Workbook", 2, none, 2, len(stream)) + entry("", 0, none, 0, 0) * 2
    )
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *([free] * 108))
    return header + fat + folder + stream
