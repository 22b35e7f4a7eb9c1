"""Spreadsheets read as sheets of cells: what a person sees, what a formula worked out, and what is refused."""

import builtins
import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import PasswordError
from spreadsheets import ods, ods_cell, workbook, xls, zipped

from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.exchange.amounts import amount
from planwright.exchange.sheet import Cell, Sheet
from planwright.exchange.tables import cell_name, read_sheets


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


def one(name: str, data: bytes) -> Sheet:
    (sheet,) = read_sheets(name, data)
    return sheet


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(RefusedError) as caught:
        read_sheets(name, data)
    return str(caught.value)


@pytest.fixture
def book() -> Callable[[Callable[[Any, Any], None]], bytes]:
    """Make a workbook of one sheet with the library itself, for what the shared helper cannot say."""

    def build(fill: Callable[[Any, Any], None]) -> bytes:
        data = io.BytesIO()
        with xlsxwriter.Workbook(data, {"in_memory": True}) as made:
            fill(made, made.add_worksheet("Results"))
        return data.getvalue()

    return build


@pytest.mark.parametrize(
    ("place", "name"), [((0, 0), "A1"), ((6, 2), "C7"), ((0, 25), "Z1"), ((0, 26), "AA1"), ((9, 16383), "XFD10")]
)
def test_cells_are_named_as_spreadsheets_do(place: tuple[int, int], name: str) -> None:
    assert cell_name(*place) == name


def test_a_workbook_shows_what_a_person_sees(book: Callable[[Callable[[Any, Any], None]], bytes]) -> None:
    def fill(made: Any, sheet: Any) -> None:
        shown = {
            name: made.add_format({"num_format": name}) for name in ("0.0%", "dd/mm/yyyy", "dd/mm/yyyy hh:mm", '0"%"')
        }
        sheet.write("C2", 0.1 + 0.2)
        sheet.write("C3", 0.885, shown["0.0%"])
        sheet.write("C4", 88.5, shown['0"%"'])
        sheet.write("C5", date(2026, 9, 30), shown["dd/mm/yyyy"])
        sheet.write("C6", datetime(2026, 9, 30, 12, 30, tzinfo=UTC).replace(tzinfo=None), shown["dd/mm/yyyy hh:mm"])
        sheet.write("C7", True)
        sheet.write_string("C8", "007")
        sheet.write("C9", 1e20)
        sheet.write("C10", -0.0)
        sheet.write_formula("C11", "=1/0", None, "#DIV/0!")
        sheet.write_formula("C12", "=2+3", None, 5)

    rows = one("r.xlsx", book(fill)).rows
    assert rows[0] == (Cell(), Cell(), Cell())
    assert [row[2] for row in rows[1:]] == [
        Cell("0.3", "number"),
        Cell("88.5%", "number"),
        Cell("88.5", "number"),
        Cell("2026-09-30", "date"),
        Cell("2026-09-30 12:30", "text"),
        Cell("yes", "yes/no"),
        Cell("007", "text"),
        Cell("100000000000000000000", "number"),
        Cell("0", "number"),
        Cell("an error", "error", formula=True),
        Cell("5", "number", formula=True),
    ]


def test_a_number_has_the_fifteen_digits_that_a_spreadsheet_shows() -> None:
    parts = _parts(workbook({"Results": [[0.3]]}))
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert b"<v>0.3</v>" in sheet
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<v>0.3</v>", b"<v>0.30000000000000004</v>")
    assert texts(one("r.xlsx", zipped(parts))) == [["0.3"]]


def test_a_formula_that_was_never_worked_out_is_an_error() -> None:
    parts = _parts(workbook({"Results": [["=A2"]]}))
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b"<v>42</v>", b"")
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b"</row>", b"<c><v>7</v></c></row>")
    assert one("r.xlsx", zipped(parts)).rows == (
        (Cell("a formula that was never worked out", "error", formula=True), Cell("7", "number")),
    )


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_rows_without_numbers_follow_each_other() -> None:
    parts = _parts(workbook({"Results": [[1], [0.5]]}))
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b' r="1"', b"").replace(b' r="2"', b"")
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b' r="A1"', b"").replace(b' r="A2"', b"")
    assert texts(one("r.xlsx", zipped(parts))) == [["1"], ["0.5"]]


def test_hidden_sheets_are_read_and_named(book: Callable[[Callable[[Any, Any], None]], bytes]) -> None:
    data = book(lambda made, _: made.add_worksheet("Lists").hide())
    results, lists = read_sheets("r.xlsx", data)
    assert (results.hidden, lists.hidden) == (False, True)
    assert lists.notices == ("sheet Lists is hidden",)


def test_hidden_rows_are_read_and_told(book: Callable[[Callable[[Any, Any], None]], bytes]) -> None:
    def fill(workbook: Any, sheet: Any) -> None:
        del workbook
        sheet.write_column("A1", ["Ref", "LEI-01", "LEI-02"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(7, None, None, {"hidden": True})

    sheet = one("r.xlsx", book(fill))
    assert texts(sheet)[2] == ["LEI-02"]
    assert sheet.notices == (
        f"sheet {sheet.name} holds 1 hidden row, the first of them row 3; what stands there is read like the rest",
    )


def test_an_ods_workbook_is_read_with_its_repeated_cells() -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row>'
        + ods_cell("Ref", more=' table:number-columns-spanned="2"')
        + '<table:covered-table-cell/><table:table-cell table:number-columns-repeated="2"/>'
        + ods_cell("88.5%", "0.885", "percentage")
        + ods_cell("3", "3", "float", ' table:formula="of:=1+2"')
        + "</table:table-row><table:table-row>"
        + ods_cell(
            "#N/A", sort="string", more=' xmlns:calcext="urn:x" calcext:value-type="error" table:formula="of:=NA()"'
        )
        + '<table:table-cell table:formula="of:=A1"/></table:table-row>'
    )
    sheet = one("r.ods", ods(rows))
    assert sheet.name == "Results"
    assert sheet.rows[2][0] == Cell("Ref", "text")
    assert sheet.rows[2][4:6] == (Cell("88.5%", "number"), Cell("3", "number", formula=True))
    assert sheet.rows[3][0] == Cell("an error", "error", formula=True)
    assert sheet.rows[3][1].kind == "error"


def test_an_xls_workbook_says_that_it_does_not_tell_per_cent() -> None:
    sheet = one("r.xls", xls([["Ref", "Actual"], ["LEI-01", 0.885]]))
    assert texts(sheet) == [["Ref", "Actual"], ["LEI-01", "0.885"]]
    assert not sheet.formatted
    assert "does not say which of its numbers are formulas or per cent" in sheet.notices[0]


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        (b"Ref,Actual\nLEI-01,88.5\n", ""),
        (b"\xef\xbb\xbfRef,Actual\r\nLEI-01,88.5\r\n", ""),
        (b"Ref;Actual\nLEI-01;88.5\n", "semicolons between its cells"),
        (b"sep=;\nRef;Actual\nLEI-01;88.5\n", "semicolons between its cells"),
        (b'"Ref";"Actual"\n"LEI-01";"88.5"\n', "semicolons between its cells"),
        ("Ref\tActual\nLEI-01\t88.5\n".encode("utf-16"), "read as UTF-16"),
    ],
)
def test_csv_is_read_however_it_was_saved(data: bytes, notice: str) -> None:
    sheet = one("r.csv", data)
    assert texts(sheet) == [["Ref", "Actual"], ["LEI-01", "88.5"]]
    assert notice in " ".join(sheet.notices)
    assert bool(notice) == bool(sheet.notices)


def test_windows_csv_is_read_and_told() -> None:
    sheet = one("r.csv", "Ref,Actual\nLEI-04,£1.62\n".encode("cp1252"))
    assert texts(sheet)[1] == ["LEI-04", "£1.62"]
    assert sheet.notices == ("not UTF-8 (byte A3 in line 2), so it was read as Windows-1252; check its £ signs",)


def test_commas_in_prose_and_numbers_are_not_what_separates_cells() -> None:
    sheet = one("r.csv", b"Ref;Actual;Comment\nA;98,02;rain, wind, hail, snow\nB;1;sun, heat, drought, dust\n")
    assert texts(sheet)[1] == ["A", "98,02", "rain, wind, hail, snow"]
    quoted = one("r.csv", b'Ref,Comment\nA,"one; two;\nthree; four; five"\n')
    assert texts(quoted)[0] == ["Ref", "Comment"]


def test_text_of_csv_keeps_its_line_ends_and_loses_the_mark_against_formulas() -> None:
    sheet = one("r.csv", 'Ref,Comment\r\n1,two\u2028lines\r\n1,"of\r\ntext"\r\n2,\'=a word\r\n3,=A1\r\n'.encode())
    assert [row[1] for row in sheet.rows] == [
        Cell("Comment", "text"),
        Cell("two\u2028lines", "text"),
        Cell("of\r\ntext", "text"),
        Cell("=a word", "text"),
        Cell("=A1", "text", formula=True),
    ]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("r.xlsx", b"", "r.xlsx is empty"),
        ("r.xlsx", b"<html><table>", "is a web page or XML"),
        ("r.xlsx", b"%PDF-1.7", "is a PDF"),
        ("r.xlsx", b"Ref,Actual\n", "is not a workbook, though its name says so"),
        ("r.csv", b'Ref,Actual\n1,"two\n3,4\n', "begins in line 2 has a quotation mark that is never closed"),
        ("r.csv", b"Ref,Actual\n1," + b"x" * 200_000, "or a cell of over 131,072 characters"),
        ("r.csv", b"Ref,Actual\n1,\0\n", "is neither a spreadsheet nor text"),
        ("r.csv", b"Ref,Actual\n1,\x81\n", "is not UTF-8 (byte 81 in line 2); save it as CSV UTF-8"),
        ("r.csv", b"\xff\xfeR\x00e", "damaged: it begins as UTF-16"),
        ("r.csv", b"1\n" * 100_001, "more than 100,000 rows"),
        ("r.csv", b"a" * (10 * 2**20 + 1), "larger than 10 MB"),
        ("r.xlsx", b"PK\x03\x04 and then nothing", "is damaged and cannot be read"),
        ("r.xlsx", zipped({"word/document.xml": "<a/>"}), "is not a spreadsheet that planwright reads"),
        ("r.xlsx", zipped({"xl/workbook.xml": "<a>", "xl/_rels/workbook.xml.rels": "<a/>"}), "is damaged"),
        ("r.xlsx", zipped({"xl/workbook.xml": "<a/>", "xl/_rels/workbook.xml.rels": "<a/>"}), "is damaged"),
        ("r.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is damaged"),
        ("r.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "by a password"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(name: str, data: bytes, why: str) -> None:
    assert why in refusal(name, data)


def test_a_protected_ods_workbook_is_refused() -> None:
    parts = _parts(ods(""))
    parts["META-INF/manifest.xml"] = b"<manifest:encryption-data/>"
    assert "protected by a password" in refusal("r.ods", zipped(parts))


def test_a_protected_zip_is_refused() -> None:
    data = bytearray(workbook({"Results": [[1]]}))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        at = -1
        while (at := data.find(start, at + 1)) >= 0:
            data[at + (6 if start[2] == 3 else 8)] |= 1
    assert "protected by a password" in refusal("r.xlsx", bytes(data))


def _patched(mark: bytes, skip: int, new: bytes) -> bytes:
    """Return an XLS workbook with some bytes after a mark replaced."""
    data = xls([["Ref"]])
    at = data.index(mark) + skip
    return data[:at] + new + data[at + len(new) :]


def test_an_xls_workbook_that_the_library_stumbles_over_is_damaged() -> None:
    astray = _patched(b"\x85\x00\x0f\x00", 4, b"\xff\xff\xff\x86")
    assert "r.xls is damaged and cannot be read" in refusal("r.xls", astray)


def test_an_xls_workbook_with_a_cell_far_off_is_too_large() -> None:
    far = _patched(b"\x04\x02\x0f\x00", 4, b"\xff\xff\xff\x00")
    assert "sheet Results of r.xls is too large" in refusal("r.xls", far)


def test_what_interrupts_reading_is_not_taken_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("python_calamine.load_workbook", interrupt)
    with pytest.raises(KeyboardInterrupt):
        read_sheets("r.xls", xls([["Ref"]]))


def test_a_password_that_the_library_finds_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PasswordError

    monkeypatch.setattr("python_calamine.load_workbook", refuse)
    assert "r.xls is protected by a password" in refusal("r.xls", xls([["Ref"]]))


def test_pictures_in_a_workbook_are_left_packed() -> None:
    data = zipped(_parts(workbook({"Results": [["Ref"]]})) | {"xl/media/image1.png": bytes(41 * 2**20)})
    assert texts(one("r.xlsx", data)) == [["Ref"]]


@pytest.mark.parametrize("reference", [b"A1048576", b"XFD90000"])
def test_a_cell_far_off_is_named_before_anything_is_filled_in(reference: bytes) -> None:
    parts = _parts(workbook({"Results": [[1]]}))
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b'r="A1"', b'r="' + reference + b'"')
    assert f"has a cell at {reference.decode()}, far beyond any table" in refusal("r.xlsx", zipped(parts))


def test_cells_repeated_without_end_are_refused() -> None:
    row = '<table:table-row table:number-rows-repeated="1048576">'
    assert "far beyond any table" in refusal("r.ods", ods(row + ods_cell("1", "1", "float") + "</table:table-row>"))


def test_a_file_that_unpacks_to_too_much_is_refused() -> None:
    bomb = zipped({"xl/workbook.xml": b" " * (41 * 2**20), "xl/_rels/workbook.xml.rels": "<a/>"})
    assert len(bomb) < 100_000
    assert "unpacks to over 40 MB" in refusal("r.xlsx", bomb)


def test_declared_entities_are_refused() -> None:
    parts = _parts(workbook({"Results": [[1]]}))
    parts["xl/workbook.xml"] = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    assert "declarations that no spreadsheet needs" in refusal("r.xlsx", zipped(parts))


def test_without_the_library_csv_works_and_workbooks_say_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def lacking(name: str, *arguments: Any, **named: Any) -> Any:
        if name == "python_calamine":
            raise ModuleNotFoundError(name)
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", lacking)
    assert texts(one("r.csv", b"a,b")) == [["a", "b"]]
    with pytest.raises(PlanwrightError, match=r"pip install planwright\[xlsx\]"):
        read_sheets("r.xlsx", workbook({"Results": [[1]]}))


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        (" 88.5 ", "%", "88.5"),
        ("1,234", "visits", "1234"),
        ("£1,200", "£", "1200"),
        ("-£1,200.50", "£", "-1200.50"),
        ("£-3", "£", "-3"),
        ("95%", "%", "95"),
        ("95 per cent", "%", "95"),
        ("12 days", "days", "12"),
        ("1 day", "days", "1"),
        (".5", "", "0.5"),
        ("Y", "yes/no", "yes"),
        ("FALSE", "yes/no", "no"),
        ("1", "yes/no", "yes"),
    ],
)
def test_numbers_as_people_type_them(text: str, unit: str, number: str) -> None:
    assert amount(text, unit) == number


@pytest.mark.parametrize(
    ("text", "unit", "why"),
    [
        ("88,5", "%", "write 88.5 if the comma is a decimal point, 885 if not"),
        ("(120)", "£", "write -120 if it is below zero"),
        ("£1.2m", "£", "write the figure in full"),
        ("95%", "days", "says %, but the plan keeps it in days"),
        ("£5", "days", "is in pounds, but the plan keeps it in days"),
        ("£5", "£000", "is in pounds, but the plan keeps it in £000"),
        ("5 weeks", "", "the plan keeps it without a unit"),
        ("1\u00a0234", "visits", "is not one plain number"),
        ("about 90", "%", "is not one plain number"),
        ("-£-3", "£", "is not one plain number"),
        ("12,34,567", "visits", "is not one plain number"),
        ("95*", "%", "write the figure alone, and what its mark means in a comment"),
        ("1,095¹", "visits", "write the figure alone, and what its mark means in a comment"),
        ("95 % (p)", "%", "write the figure alone, and what its mark means in a comment"),
        ("#REF!", "%", "type the figure, or mend the formula and save anew"),
        ("90-95", "%", "is not one plain number; write the figure alone, for example 88.5"),
        ("9.5E1", "%", "is not one plain number; write the figure alone"),
        ("2026-09-30", "days", "is not one plain number"),
        ("45", "yes/no", "write yes or no"),
        ("1" * 19, "", "at most 18 digits"),
    ],
)
def test_what_may_be_another_number_is_refused(text: str, unit: str, why: str) -> None:
    with pytest.raises(ValueError, match=r".+") as caught:
        amount(text, unit)
    assert why in str(caught.value)


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_a_number_with_commas_is_that_number(whole: int, places: int) -> None:
    shown = f"{whole / 10**places:,.{places}f}"
    assert amount(shown, "") == shown.replace(",", "")
