"""`planwright returns`: what each post is asked for, the workbook it gets, and the two commands."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import workspace_of
from return_books import (
    FILES,
    FIRST,
    INDICATORS,
    ORGANISATION,
    RESULTS,
    Book,
    Formula,
    asked,
    assessment,
    book,
    taken,
)

from planwright.assessment import assess
from planwright.cli import main
from planwright.exchange.returns.asking import Row, returns, unowned
from planwright.exchange.returns.columns import ANSWERS, COLUMNS, GUIDANCE, HEADING_ROW, LISTS, PLACES, STAMP
from planwright.exchange.returns.facts import facts
from planwright.exchange.returns.making import workbook
from planwright.period import parse_period

Capture = pytest.CaptureFixture[str]
EXAMPLE = Path(__file__).parent.parent / "examples" / "council"
COLLECTIONS = "return-COLLECTIONS-MANAGER-2026-11-21.xlsx"
BUILDING = "return-BUILDING-CONTROL-MANAGER-2026-11-21.xlsx"


@pytest.fixture
def council(tmp_path: Path) -> Path:
    folder = tmp_path / "council"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")
    return folder


def run(council: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Run a command at a fixed date and return all it printed."""
    assert main(["-C", str(council), "--as-at", "2026-11-21", *arguments]) == code
    printed = capsys.readouterr()
    return printed.out + printed.err


# What is asked


def test_a_survey_stands_beside_the_survey_before_it() -> None:
    files = {
        "i.yaml": "kind: indicators\nindicators: [{id: S, title: Residents, polarity: higher, frequency: two-yearly, "
        "since: 2023-24}]\n",
        "r.yaml": "kind: results\nperiod: 2023-24\nresults: {S: {year: 61}}\n",
        "b.yaml": "kind: results\nperiod: 2024-25\nresults: {S: {year: 99}}\n",
    }
    found = assess(workspace_of(files), date(2026, 11, 21))
    row = Row(found.workspace.subjects["S"], parse_period("2025-26"), "", "", due=True, stands={})
    assert facts(found, row)["last_year"] == "61"


def test_each_post_is_asked_for_what_is_late_provisional_or_stands() -> None:
    rows = {(one.post.id, *row.key): (row.wanted, row.due) for one in returns(assessment()) for row in one.rows}
    assert rows == {
        ("HEAD", "LEI-01", "2025-26-Q4", ""): ("Late: it was due by 30 April 2026", True),
        ("HEAD", "LEI-01", "2025-26-Q4", "North"): ("Its own figure, if it is known", True),
        ("HEAD", "LEI-01", "2025-26-Q4", "South"): ("Its own figure, if it is known", True),
        ("HEAD", "LEI-01", "2025-26-Q3", ""): ("Late: it was due by 30 January 2026", True),
        ("HEAD", "LEI-01", "2025-26-Q3", "North"): ("Its own figure, if it is known", True),
        ("HEAD", "LEI-01", "2025-26-Q3", "South"): ("Its own figure, if it is known", True),
        ("HEAD", "LEI-01", "2026-27-Q2", ""): ("Late: it was due by 30 October 2026", True),
        ("HEAD", "LEI-01", "2026-27-Q2", "North"): ("Its own figure, if it is known", True),
        ("HEAD", "LEI-01", "2026-27-Q2", "South"): ("Its own figure, if it is known", True),
        ("HEAD", "LEI-02", "2026-27-Q2", ""): ("Provisional. Say whether it is final now, or correct it", True),
        ("HEAD/HOMES", "HSG-01", "2026-27-Q2", ""): ("Late: it was due by 30 October 2026", True),
        ("POOLS", "LEI-03", "2026-27-Q2", ""): ("Late: it was due by 30 October 2026", True),
    }


def test_a_figure_that_stands_may_be_mended_but_asks_for_no_return_alone() -> None:
    plan = assessment(results=RESULTS.replace("provisional: yes, ", "") + "    Q2: 91\n")
    row = next(row for row in asked(plan, "HEAD").rows if row.subject.id == "LEI-02")
    assert (row.wanted, row.due) == ("Given. Change it only if it is wrong", False)
    assert "HEAD/HOMES" not in {one.post.id for one in returns(plan)}


def test_what_must_be_answered_stands_above_what_may_be_mended() -> None:
    given = RESULTS.replace("  LEI-02:", "    Q2: {value: 90500, groups: {North: 51000, South: 39500}}\n  LEI-02:")
    rows = asked(assessment(results=given), "HEAD").rows
    assert [row.key for row in rows[-4:]] == [
        ("LEI-02", "2026-27-Q2", ""),
        ("LEI-01", "2026-27-Q2", ""),
        ("LEI-01", "2026-27-Q2", "North"),
        ("LEI-01", "2026-27-Q2", "South"),
    ]


def test_groups_without_a_figure_are_asked_for_though_the_whole_is_given() -> None:
    more = RESULTS.replace("  LEI-02:", "    Q2: {value: 90500, groups: {North: 51000}}\n  LEI-02:")
    rows = [row for row in asked(assessment(results=more), "HEAD").rows if row.key[1] == "2026-27-Q2"]
    assert [(row.group, row.wanted, row.due) for row in rows[:3]] == [
        ("", "Given, but not yet for South", True),
        ("North", "Given. Change it only if it is wrong", False),
        ("South", "Its own figure, if it is known", True),
    ]


def test_a_period_can_be_asked_for_before_it_is_over() -> None:
    row = asked(assessment(), "POOLS", period="2026-27-Q3").rows[0]
    assert (row.key, row.wanted, row.due) == (("LEI-03", "2026-27-Q3", ""), "Due by 30 January 2027", True)
    assert not returns(assessment(), period="2026-27-Q4")
    assert not returns(assessment(), period="2026-08")
    of_year = {row.key[1] for row in asked(assessment(), "HEAD", period="2026-27").rows}
    assert of_year == {"2026-27-Q1", "2026-27-Q2", "2026-27-Q3"}


def test_posts_and_services_can_be_chosen_and_what_nobody_owns_is_named() -> None:
    plan = assessment()
    assert [one.post.id for one in returns(plan, posts=("POOLS",))] == ["POOLS"]
    assert [one.post.id for one in returns(plan, services=("HOUSING",))] == ["HEAD/HOMES"]
    assert unowned(plan) == ("HSG-02",)


def test_what_is_retired_paused_or_answered_by_a_reason_is_not_asked_for() -> None:
    ended = INDICATORS.replace("  - {id: HSG-01,", "  - {id: HSG-01, retired: {on: 2026-04-01, reason: Sold},")
    paused = ended.replace(
        "id: LEI-03,", "id: LEI-03, pauses: [{state: suspended, since: 2026-27-Q2, reason: The pools are shut}],"
    )
    assert [one.post.id for one in returns(assessment(indicators=paused))] == ["HEAD"]
    reason = "  LEI-03:\n    Q2: {missing: withheld, reason: An audit is under way}\n"
    assert "POOLS" not in {one.post.id for one in returns(assessment(results=RESULTS + reason))}


def test_a_return_as_at_an_earlier_day_knows_no_later_figure() -> None:
    later = RESULTS + "  LEI-03:\n    Q2: {value: yes, as_at: 2026-10-20}\n"
    row = asked(assessment(date(2026, 10, 10), results=later), "POOLS").rows[0]
    assert (row.wanted, row.stands) == ("Due by 30 October 2026", {})


def test_a_survey_is_asked_for_in_its_years_only() -> None:
    survey = INDICATORS.replace("since: 2026-27-Q2,\n", "frequency: two-yearly, since: 2024-25,\n")
    assert [row.key[1] for row in asked(assessment(indicators=survey), "POOLS").rows] == ["2024-25"]
    later = assessment(date(2027, 6, 1), indicators=survey)
    assert [row.key[1] for row in asked(later, "POOLS").rows] == ["2026-27"]
    assert [row.key[1] for row in asked(later, "POOLS", period="2026-27").rows] == ["2026-27"]
    assert "POOLS" not in {one.post.id for one in returns(later, period="2027-28")}


# The workbook


def test_the_workbook_says_what_is_asked_and_what_was_said_last_time() -> None:
    made = book(assessment(), "HEAD")
    assert list(made.sheets) == [GUIDANCE, ANSWERS, LISTS, STAMP]
    assert made.rows[0][0] == "Results asked for: Head of Leisure"
    assert made.rows[1][0] == "For HEAD at Wexcombe District Council, as things stood on 21 November 2026"
    assert made.rows[HEADING_ROW] == [column.heading for column in COLUMNS]
    row = made.rows[made.row("LEI-01", period="2026-27-Q2")]
    assert row[: PLACES["value"]] == [
        "LEI-01",
        "2026-27-Q2",
        "",
        "Visits",
        "",
        "visits",
        "Higher is better",
        "90,000 visits",
        "88,000 visits (Q1 2026-27)\nA wet June.",
        "",
        "Late: it was due by 30 October 2026",
    ]
    north = made.rows[made.row("LEI-01", "North", period="2026-27-Q2")]
    assert north[PLACES["before"]] == "50,000 visits (Q1 2026-27)"
    renewals = made.rows[made.row("LEI-02")]
    assert renewals[PLACES["value"]] == 72.5
    assert renewals[PLACES["provisional"]] == "yes"
    assert renewals[PLACES["before"]] == "71% (Q1 2026-27)"
    assert made.rows[made.row("LEI-01", period="2025-26-Q3")][PLACES["before"]].endswith("(Q2 2025-26)")
    texts = " ".join(str(cell) for line in made.sheets[GUIDANCE] for cell in line)
    assert "It should take about ten minutes" in texts
    assert all(column.about in texts for column in COLUMNS)
    assert made.sheets[LISTS] == [
        ["Head of Housing (HEAD/HOMES)"],
        ["Head of Leisure (HEAD)"],
        ["Pools Manager (POOLS)"],
    ]


def xml(data: bytes, sheet: int) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(f"xl/worksheets/sheet{sheet}.xml").decode()


def test_only_the_cells_to_fill_are_unlocked_and_they_say_what_they_take() -> None:
    data = workbook(asked(assessment(), "HEAD"))
    sheet = xml(data, 2)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles = archive.read("xl/styles.xml").decode()
        assert 'state="hidden"' in archive.read("xl/workbook.xml").decode()
        assert 'state="veryHidden"' in archive.read("xl/workbook.xml").decode()
    formats = styles.split("<cellXfs")[1].split("</cellXfs>")[0].split("<xf ")[1:]
    unlocked = {str(number) for number, style in enumerate(formats) if 'locked="0"' in style}
    cells = dict(re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', sheet))
    open_cells = {cell for cell, style in cells.items() if style in unlocked}
    first = FIRST + 1
    assert f"L{first}" in open_cells  # the value of the whole
    assert f"A{first}" not in open_cells
    assert f"M{first}" not in open_cells  # visits are no share
    assert f"Q{first + 1}" not in open_cells  # an area has no action of its own
    last = FIRST + len(asked(assessment(), "HEAD").rows)
    assert f"M{last}" in open_cells  # members who renew are a share
    assert "<sheetProtection" in sheet
    assert "password" not in sheet
    assert '<pane xSplit="4" ySplit="5"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'paperSize="9"' in sheet
    assert "<formula1>Lists!$A$1:$A$3</formula1>" in sheet
    assert '<formula1>"yes,no"</formula1>' in sheet
    assert '<formula1>"not collected,suspended,not applicable,withheld"</formula1>' in sheet
    assert "Type the figure alone, such as 88.5. It cannot be over 100." in sheet
    shown_as_text = re.search(r'<numFmt numFmtId="(\d+)" formatCode="@"', styles)
    assert shown_as_text
    assert f'numFmtId="{shown_as_text[1]}"' in formats[int(cells[f"A{first}"])]
    assert "<formula1>-1000000000000</formula1>" in sheet


def test_a_period_before_that_never_came_is_no_state_to_a_manager() -> None:
    made = Book(workbook(asked(assessment(), "POOLS", period="2026-27-Q3")))
    assert made.rows[made.row("LEI-03")][PLACES["before"]] == "No figure yet (Q2 2026-27)"


def test_a_question_is_answered_from_a_list() -> None:
    assert xml(workbook(asked(assessment(), "POOLS")), 2).count('<formula1>"yes,no"</formula1>') == 3


def test_making_twice_gives_the_same_bytes() -> None:
    assert workbook(asked(assessment(), "HEAD")) == workbook(asked(assessment(), "HEAD"))


def test_what_stands_is_printed_where_it_can_be_typed_over() -> None:
    text = "    Q2: {value: yes, as_at: 2026-09-30, forecast: yes, forecast_by: POOLS, provisional: yes}\n"
    made = book(assessment(results=f"{RESULTS}  LEI-03:\n{text}"), "POOLS")
    row = made.rows[made.row("LEI-03")]
    assert [row[PLACES[name]] for name in ("value", "forecast", "forecast_by", "as_at")] == [
        "yes",
        "yes",
        "Pools Manager (POOLS)",
        date(2026, 9, 30),
    ]


def test_a_number_that_no_spreadsheet_holds_stands_as_text_and_is_not_changed() -> None:
    exact = RESULTS.replace("value: 72.5", "value: 72.1234567890123456")
    plan = assessment(results=exact)
    made = book(plan, "HEAD")
    assert made.rows[made.row("LEI-02")][PLACES["value"]] == "72.1234567890123456"
    assert taken(plan, made).count("unchanged") == 1


# The commands


FILLED: dict[str, Any] = {
    "value": 91250,
    "comment": "A good\u00a0summer.\r\nAnd a dry one.",
    "action": "= nothing to do",
    "forecast": 360000,
    "forecast_by": "Pools Manager (POOLS)",
    "as_at": date(2026, 9, 30),
    "provisional": "Yes",
}


@pytest.mark.parametrize("save", [Book.xlsx, Book.ods, Book.xls])
def test_a_return_is_read_from_whatever_it_was_saved_as(
    save: Callable[[Book], bytes], council: Path, capsys: Capture
) -> None:
    run(council, capsys, "returns", "make", "--post", "HEAD", "-o", str(council / "out"))
    made = Book((council / "out" / "return-HEAD-2026-11-21.xlsx").read_bytes())
    day = "2026-09-30" if save is Book.xls else date(2026, 9, 30)
    made.fill("LEI-01", period="2026-27-Q2", **(FILLED | {"as_at": day}))
    made.fill("LEI-01", "North", period="2026-27-Q2", value=52000, comment="Busy")
    made.fill("LEI-02", provisional="no")
    file = council / f"back.{save.__name__}"
    file.write_bytes(save(made))
    out = run(council, capsys, "returns", "take", str(file))
    assert "3 accepted, 0 unchanged, 7 left blank, 0 in conflict, 0 refused" in out
    text = (council / "results.yaml").read_text(encoding="utf-8")
    assert text == RESULTS.replace(
        "  LEI-02:",
        """\
    Q2:
      value: 91250
      as_at: 2026-09-30
      provisional: yes
      forecast: 360000
      forecast_by: POOLS
      groups:
        North:
          value: 52000
          comment: Busy
      comment: |-
        A good summer.
        And a dry one.
      action: "= nothing to do"
  LEI-02:""",
    ).replace("{value: 72.5, provisional: yes, comment", "{value: 72.5, comment")
    again = run(council, capsys, "returns", "take", str(file))
    assert "0 accepted, 3 unchanged, 7 left blank, 0 in conflict, 0 refused" in again


def test_five_planted_mistakes_are_each_found_and_nothing_is_written(tmp_path: Path, capsys: Capture) -> None:
    council = tmp_path / "council"
    shutil.copytree(EXAMPLE, council)
    before = {file: file.read_bytes() for file in council.rglob("*.yaml")}
    run(council, capsys, "returns", "make", "--output", str(tmp_path / "out"))
    spoilt, moved = (Book((tmp_path / "out" / name).read_bytes()) for name in (COLLECTIONS, BUILDING))
    recycled, residual, missed = (spoilt.row(f"SSW-PI-0{number}") for number in (2, 3, 4))
    spoilt.fill("SSW-PI-02", value=Formula("=5224/10816*100", 48.3))
    spoilt.fill("SSW-PI-03", value=1182, as_at="30/09/2026")
    spoilt.rows[missed][0] = "SSW-PI-44"
    moved.insert_column(PLACES["value"], "Score")
    for name, one in (("collections.xlsx", spoilt), ("building.xlsx", moved)):
        (tmp_path / name).write_bytes(one.xlsx())
    files = [str(tmp_path / name) for name in ("collections.xlsx", "building.xlsx")]
    out = run(council, capsys, "returns", "take", *files, code=1)
    for message in (
        f"collections.xlsx: Return!L{recycled + 1}: SSW-PI-02 2026-27-Q2: refused: the cell holds a formula; type the",
        f"collections.xlsx: Return!V{residual + 1}: SSW-PI-03 2026-27-Q2: refused: '30/09/2026' is text, not a date",
        f"collections.xlsx: Return!A{missed + 1}: refused: 'SSW-PI-44' stands where SSW-PI-04 was printed; the row is",
        "building.xlsx: Return!L5: refused: a column 'Score' was inserted",
        "0 in conflict, 4 refused",
        "4 refused, so nothing was written; mend them, or take the others with --partial",
    ):
        assert message in out
    spoilt.fill("SSW-PI-03", as_at=date(2026, 9, 30))
    (tmp_path / "collections.xlsx").write_bytes(spoilt.xlsx())
    out = run(council, capsys, "returns", "take", files[0], code=1)
    assert f"Return!L{residual + 1}: SSW-PI-03 2026-27-Q2: refused: 1,182 is about ten times too large" in out
    assert {file: file.read_bytes() for file in council.rglob("*.yaml")} == before


def test_a_return_well_filled_changes_its_lines_alone_and_the_plan_stays_clean(tmp_path: Path, capsys: Capture) -> None:
    council = tmp_path / "council"
    shutil.copytree(EXAMPLE, council)
    before = {file: file.read_text(encoding="utf-8") for file in council.rglob("*.yaml")}
    findings = run(council, capsys, "validate", "--format", "concise")
    run(council, capsys, "returns", "make", "--post", "COLLECTIONS-MANAGER", "--output", str(tmp_path))
    filled = Book((tmp_path / COLLECTIONS).read_bytes())
    filled.fill("SSW-PI-02", provisional="no")
    filled.fill("SSW-PI-03", value=118.2, as_at=date(2026, 9, 30), comment="Down by two kilos.")
    (tmp_path / "filled.xlsx").write_bytes(filled.xlsx())
    shown = run(council, capsys, "returns", "take", str(tmp_path / "filled.xlsx"), "--dry-run")
    assert {file: file.read_text(encoding="utf-8") for file in before} == before
    assert run(council, capsys, "returns", "take", str(tmp_path / "filled.xlsx")) == shown
    after = {file: file.read_text(encoding="utf-8") for file in before}
    (changed,) = [file for file in before if before[file] != after[file]]
    added = "    Q2:\n      value: 118.2\n      as_at: 2026-09-30\n      comment: Down by two kilos.\n"
    assert after[changed].replace(added, "") == before[changed].replace("      provisional: yes\n", "", 1)
    assert run(council, capsys, "validate", "--format", "concise") == findings


def test_partial_takes_what_is_accepted_and_leaves_the_rest(council: Path, capsys: Capture) -> None:
    run(council, capsys, "returns", "make", "-o", str(council / "out"))
    made = Book((council / "out" / "return-HEAD-2026-11-21.xlsx").read_bytes())
    made.fill("LEI-01", period="2026-27-Q2", value="lots").fill("LEI-02", value=73)
    (council / "back.xlsx").write_bytes(made.xlsx())
    out = run(council, capsys, "returns", "take", str(council / "back.xlsx"), "--partial", code=1)
    assert "1 refused\n" in out
    assert "so nothing was written" not in out
    assert "{value: 73, provisional: yes" in (council / "results.yaml").read_text(encoding="utf-8")


def test_a_file_that_is_no_workbook_does_not_keep_the_others_back(council: Path, capsys: Capture) -> None:
    run(council, capsys, "returns", "make", "--post", "POOLS", "-o", str(council))
    made = Book((council / "return-POOLS-2026-11-21.xlsx").read_bytes()).fill("LEI-03", value="yes")
    (council / "back.xlsx").write_bytes(made.xlsx())
    (council / "letter.pdf").write_bytes(b"%PDF-1.7")
    files = [str(council / name) for name in ("letter.pdf", "back.xlsx")]
    out = run(council, capsys, "returns", "take", *files, "--partial", code=1)
    assert "letter.pdf: refused: letter.pdf is a PDF, not a spreadsheet" in out
    assert "1 accepted, 0 unchanged, 0 left blank, 0 in conflict, 1 refused" in out
    assert "  LEI-03:\n    Q2: yes\n" in (council / "results.yaml").read_text(encoding="utf-8")


def test_conflicts_are_counted_apart(council: Path, capsys: Capture) -> None:
    run(council, capsys, "returns", "make", "-o", str(council / "out"))
    made = Book((council / "out" / "return-HEAD-2026-11-21.xlsx").read_bytes())
    made.fill("LEI-01", period="2026-27-Q2", value="lots").fill("LEI-02", value=73)
    (council / "back.xlsx").write_bytes(made.xlsx())
    (council / "results.yaml").write_text(RESULTS.replace("72.5", "74"), encoding="utf-8", newline="\n")
    out = run(council, capsys, "returns", "take", str(council / "back.xlsx"), "-q", code=1)
    assert "1 in conflict, 1 refused" in out
    assert "1 refused and 1 in conflict, so nothing was written" in out
    assert "left blank:" not in out


def test_make_names_its_files_for_every_system_and_never_writes_over_answers(council: Path, capsys: Capture) -> None:
    more = ORGANISATION + "  - {id: HEAD-HOMES, title: Deputy, service: HOUSING}\n"
    (council / "organisation.yaml").write_text(more, encoding="utf-8")
    both = INDICATORS + "  - {id: HSG-03, title: Rents, owner: HEAD-HOMES, polarity: higher, since: 2026-27-Q2}\n"
    (council / "indicators.yaml").write_text(both, encoding="utf-8")
    out = run(council, capsys, "returns", "make", "-o", str(council / "out"))
    assert "HSG-02: a result is due, but no post answers for it (owner:), so nobody is asked." in out
    names = sorted(file.name for file in (council / "out").iterdir())
    assert names == [
        "return-HEAD-2026-11-21.xlsx",
        "return-HEAD-HOMES-2026-11-21-2.xlsx",
        "return-HEAD-HOMES-2026-11-21.xlsx",
        "return-POOLS-2026-11-21.xlsx",
    ]
    assert "to be answered" in run(council, capsys, "returns", "make", "-q", "-o", str(council / "out"))
    (council / "out" / names[0]).write_bytes(b"answers")
    refusal = run(council, capsys, "returns", "make", "-o", str(council / "out"), code=1)
    assert "is there already and may hold answers, so nothing was written" in refusal
    assert (council / "out" / names[0]).read_bytes() == b"answers"
    blocked = run(council, capsys, "returns", "make", "-o", str(council / "planwright.yaml"), code=2)
    assert "is a file; name a folder" in blocked


def test_make_says_where_nothing_is_due(council: Path, capsys: Capture) -> None:
    assert "HEAD: nothing is due" in run(
        council, capsys, "returns", "make", "--post", "HEAD", "--service", "HOUSING", "-o", str(council / "out")
    )
    out = run(council, capsys, "returns", "make", "--period", "2026-27-Q4", "-o", str(council / "out"))
    assert out == "Nothing is due on 2026-11-21, so no workbook was made.\n"
    assert not (council / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("make", "--post", "HAED"), "did you mean HEAD"),
        (("make", "--service", "LEISUR"), "did you mean LEISURE"),
        (("make", "--period", "Q9"), "--period: 'Q9' is not a period planwright can read"),
        (("take", "nowhere.xlsx"), "nowhere.xlsx cannot be read: no such file or directory"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], message: str, council: Path, capsys: Capture) -> None:
    assert message in run(council, capsys, "returns", *arguments, code=2)


def test_files_of_one_name_are_told_apart_by_their_folder(council: Path, capsys: Capture) -> None:
    run(council, capsys, "returns", "make", "--post", "POOLS", "-o", str(council / "a"))
    shutil.copytree(council / "a", council / "b")
    files = [str(council / name / "return-POOLS-2026-11-21.xlsx") for name in "ab"]
    made = Book(Path(files[1]).read_bytes()).fill("LEI-03", value="perhaps")
    Path(files[1]).write_bytes(made.xlsx())
    assert f"{files[1]}: Return!L6" in run(council, capsys, "returns", "take", *files, code=1)
