"""Tables for people and spreadsheets: aligned, literal, and without formulas."""

import csv
import io

import pytest
from markdown_it import MarkdownIt

from planwright.cli import _tables
from planwright.cli._tables import Table

TABLE = Table(
    ("id", "state", "reason"),
    (("HSG-PI-01", "Amber", "88.5 is short of 95"), ("X", "Not due", "see [/nothing] :smile: \x1b[31m|")),
    ("yellow", ""),
    tinted=1,
)


def test_text_is_aligned_and_visible() -> None:
    assert _tables.as_text(TABLE) == (
        "id         state    reason\n"
        "HSG-PI-01  Amber    88.5 is short of 95\n"
        "X          Not due  see [/nothing] :smile: \\x1b[31m|\n"
    )


def test_markdown_cells_are_literal() -> None:
    lines = _tables.as_markdown(TABLE).splitlines()
    assert lines[:2] == ["| id | state | reason |", "| --- | --- | --- |"]
    tokens = MarkdownIt("commonmark").enable("table").parse("\n".join(lines))
    cells = [token.children for token in tokens if token.type == "inline" and token.children]
    shown = ["".join(part.content for part in parts) for parts in cells]
    assert shown == [*TABLE.titles, *TABLE.rows[0], "X", "Not due", r"see [/nothing] :smile: \x1b[31m|"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("-5", "-5"),
        ("-5.25", "-5.25"),
        ("95", "95"),
        ("=1+1", "'=1+1"),
        ("-5 + cmd", "'-5 + cmd"),
        ("@x", "'@x"),
        ("＝x", "'＝x"),
        ('a "b", c', 'a "b", c'),
    ],
)
def test_csv_keeps_numbers_and_disarms_formulas(cell: str, written: str) -> None:
    text = _tables.as_csv(Table(("a",), ((cell,),)))
    assert list(csv.reader(io.StringIO(text))) == [["a"], [written]]
    assert "\r" not in text


def test_a_terminal_gets_colour_but_no_markup_from_plans(capsys: pytest.CaptureFixture[str]) -> None:
    _tables.show(TABLE)
    out = capsys.readouterr().out
    assert "see [/nothing] :smile:" in out.replace("\n", " ")
    assert "\x1b[31m" not in out
    assert "\x1b[1;33mAmber" in out
