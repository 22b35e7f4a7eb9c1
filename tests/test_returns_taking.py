"""What becomes of every row of a return that came back: mistakes named with their cell, changes, conflicts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from return_books import (
    FIRST,
    INDICATORS,
    OLDER,
    RESULTS,
    SETTINGS,
    Book,
    Formula,
    PerCent,
    asked,
    assessment,
    book,
    refused,
    taken,
    told,
)

from planwright.exchange.returns.columns import ANSWERED, ANSWERS, COLUMNS, GUIDANCE, HEADING_ROW, PLACES, STAMP
from planwright.exchange.returns.making import workbook
from planwright.exchange.returns.taking import Request, take
from planwright.exchange.tables import Cell, read_sheets

# Taking it back


def test_an_untouched_return_changes_nothing() -> None:
    plan = assessment()
    result = take(plan, {"r.xlsx": read_sheets("r.xlsx", workbook(asked(plan, "HEAD")))}, Request())
    assert [result.count(verdict) for verdict in ("left blank", "unchanged")] == [9, 1]
    assert not result.recording.edits
    assert len(result.lines) == 10


MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "formula": (
        {"value": Formula("=80000+11250", 91250)},
        "L12 the cell holds a formula; type the figure it comes to, 91250",
    ),
    "lost formula": ({"comment": Formula('=""', 0)}, "P12 the cell holds a formula; type the figure it comes to, 0"),
    "thousands": ({"value": "91,250"}, "L12 '91,250' is text, not a number; type 91250"),
    "unit": ({"value": "91250 visits"}, "L12 '91250 visits' is text, not a number; type 91250"),
    "other unit": ({"value": PerCent(0.9)}, "L12 '90%' says %, but the plan keeps it in visits"),
    "words": (
        {"value": "about 90"},
        "L12 'about 90' is not one plain number; write the figure alone, for example 88.5",
    ),
    "no figure": (
        {"value": "n/a"},
        "L12 'n/a' is not one plain number; write the figure alone, for example 88.5; if there is none, empty the cell",
    ),
    "a day": (
        {"value": date(2026, 9, 1)},
        "L12 the cell holds the date 2026-09-01; type the figure alone, for example 88.5",
    ),
    "a tick": ({"value": True}, "L12 the cell holds yes; a figure was expected, for example 88.5"),
    "share": ({"numerator": 5}, "M12 the cell is grey: its row has no such answer; empty it"),
    "UK text": ({"value": 91250, "as_at": "31/08/2026"}, "V12 '31/08/2026' is text, not a date; write 2026-08-31"),
    "US text": (
        {"value": 91250, "as_at": "08/31/2026"},
        "V12 '08/31/2026' is text, not a date; write 2026-08-31 if its month stands first",
    ),
    "either way": (
        {"value": 91250, "as_at": "05/09/2026"},
        "V12 '05/09/2026' is text, not a date; write 2026-09-05",
    ),
    "no day": (
        {"value": 91250, "as_at": "13/32/2026"},
        "V12 '13/32/2026' is text, not a date; write year-month-day, for example 2026-03-31",
    ),
    "serial": (
        {"value": 91250, "as_at": 46265},
        "V12 '46265' is a number, not a date; write 2026-08-31, if it is an Excel serial number, as it looks",
    ),
    "swapped": (
        {"value": 91250, "as_at": date(2026, 3, 9)},
        "V12 2026-03-09 is before 2026-27-Q2 began, on 2026-07-01; 2026-09-03 with day and month the other way about?",
    ),
    "early": ({"value": 91250, "as_at": date(2026, 1, 31)}, "V12 2026-01-31 is before 2026-27-Q2 began, on 2026-07-01"),
    "future": ({"value": 91250, "as_at": date(2026, 12, 1)}, "V12 2026-12-01 has not come yet on 2026-11-21"),
    "provisional": (
        {"value": 91250, "provisional": "n"},
        "O12 'n' was written; did you mean no? choose yes or no from the list",
    ),
    "not a word": (
        {"value": 91250, "provisional": "perhaps"},
        "O12 'perhaps' was written; choose yes or no from the list",
    ),
    "nothing provisional": ({"provisional": "yes"}, "O12 the figure is called provisional, but there is none"),
    "missing": (
        {"missing": "not colected", "reason": "Ill"},
        (
            "T12 'not colected' was written; did you mean not collected? "
            "choose not collected, suspended, not applicable or withheld from the list"
        ),
    ),
    "both": (
        {"value": 91250, "missing": "withheld", "reason": "Audit"},
        "T12 a reason why there is no value is chosen, but L12 holds a figure; empty one of them",
    ),
    "no reason": ({"missing": "withheld"}, "U12 'withheld' is chosen, but no reason is given; say why in a sentence"),
    "post": (
        {"forecast": 360000, "forecast_by": "Head of Lesure (HEAD)"},
        "S12 'Head of Lesure (HEAD)' is no post of the council; did you mean Head of Leisure (HEAD)?",
    ),
    "implausible": (
        {"value": 912500},
        (
            "L12 912,500 is about ten times too large (a slipped decimal point?); other results are 88,000 visits and "
            "the target is 90,000 visits. Check it; if it is right, confirm it (--confirm)"
        ),
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_its_cell(name: str) -> None:
    values, message = MISTAKES[name]
    plan = assessment()
    made = book(plan, "HEAD").fill("LEI-01", period="2026-27-Q2", **values)
    assert refused(plan, made) == [message]


def test_an_implausible_figure_can_be_confirmed_and_no_word_of_it_is_lost() -> None:
    plan = assessment()
    result = taken(plan, book(plan, "HEAD").fill("LEI-01", period="2026-27-Q2", value=912500), confirm=True)
    assert result.count("accepted") == 1


def test_a_share_typed_as_a_fraction_is_doubted() -> None:
    plan = assessment(older=OLDER)
    (why,) = refused(plan, book(plan, "HEAD/HOMES").fill("HSG-01", value=0.885))
    assert why.startswith("L6 0.885 is about a hundred times too small")
    accepted = taken(plan, book(plan, "HEAD/HOMES").fill("HSG-01", value=PerCent(0.885)))
    assert told(accepted, "accepted") == ["L6 value: 88.5; it goes into results.yaml"]
    old = take(
        plan, {"r.xls": read_sheets("r.xls", book(plan, "HEAD/HOMES").fill("HSG-01", value=0.885).xls())}, Request()
    )
    assert told(old, "refused") == ["L6 0.885 may be 88.5%, which this sort of file does not tell; save it as .xlsx"]


def test_an_answer_is_yes_or_no() -> None:
    plan = assessment()
    assert refused(plan, book(plan, "POOLS").fill("LEI-03", value="ok")) == [
        "L6 'ok' was written; choose yes or no from the list"
    ]
    assert taken(plan, book(plan, "POOLS").fill("LEI-03", value=True)).count("accepted") == 1


def test_a_forecast_is_by_the_post_itself_where_it_names_no_other() -> None:
    plan = assessment()
    for name, expected in (("", "POOLS"), ("HEAD", "HEAD")):
        result = taken(plan, book(plan, "POOLS").fill("LEI-03", value="no", forecast="yes", forecast_by=name))
        assert result.recording.outcomes[0].entry.fields["forecast_by"] == expected


def test_a_reason_for_no_value_is_recorded_and_a_needless_one_is_told() -> None:
    plan = assessment()
    made = book(plan, "POOLS").fill("LEI-03", missing="suspended", reason="The pools are shut")
    assert taken(plan, made).recording.outcomes[0].entry.fields == {
        "missing": "suspended",
        "reason": "The pools are shut",
    }
    needless = taken(plan, book(plan, "POOLS").fill("LEI-03", value="yes", reason="Because"))
    assert told(needless, "note") == ["U6 the reason was not needed, as no final figure was changed; it is not kept"]


def test_a_final_figure_is_changed_with_a_reason_only() -> None:
    plan = assessment(results=RESULTS.replace("provisional: yes, ", ""))
    made = book(plan, "HEAD").fill("LEI-02", value=73)
    assert "is a final figure; to change it is to restate it, which needs a reason" in refused(plan, made)[0]
    for one, reason in (
        (made, "Counted twice"),
        (book(plan, "HEAD").fill("LEI-02", value=73, reason="Counted twice"), ""),
    ):
        assert "72.5 is kept as the earlier figure" in told(taken(plan, one, reason=reason), "accepted")[0]


def test_an_emptied_cell_changes_nothing_and_says_so() -> None:
    plan = assessment()
    result = taken(plan, book(plan, "HEAD").fill("LEI-02", comment=""))
    assert told(result, "note") == ["P15 what stood there was emptied; an empty cell changes nothing, so it stands"]
    assert result.count("accepted") == 0


# A workbook that is not built as it was made


def spoilt(change: Callable[[Book], object]) -> list[str]:
    plan = assessment()
    made = book(plan, "HEAD").fill("LEI-01", period="2026-27-Q2", value=91250)
    change(made)
    result = taken(plan, made)
    return told(result, "refused") + [f"note: {one}" for one in told(result, "note")]


def _move(made: Book) -> None:
    for row in made.rows:
        row.extend([""] * (len(COLUMNS) - len(row)))
        row.insert(PLACES["value"], row.pop(PLACES["action"]))


def _swap(made: Book) -> None:
    heading = made.rows[HEADING_ROW]
    heading[11], heading[12], heading[13] = heading[12], heading[13], heading[11]
    heading[15], heading[16] = heading[16], heading[15]


def _delete_column(made: Book) -> None:
    for row in made.rows:
        del row[PLACES["numerator"] : PLACES["numerator"] + 1]


def _head(made: Book, place: int, text: str) -> None:
    made.rows[HEADING_ROW][place] = text


def _retype(made: Book, place: int, text: str) -> None:
    made.rows[made.row("LEI-02")][place] = text


def test_a_cell_that_holds_an_error_is_named() -> None:
    plan = assessment()
    made = book(plan, "HEAD").fill("LEI-02", value="#N/A")
    sheets = read_sheets("r.xlsx", made.xlsx())
    answers = next(sheet for sheet in sheets if sheet.name == ANSWERS)
    rows = [tuple(Cell("an error", "error") if cell.text == "#N/A" else cell for cell in row) for row in answers.rows]
    broken = [replace(sheet, rows=tuple(rows)) if sheet is answers else sheet for sheet in sheets]
    assert told(take(plan, {"r.xlsx": broken}, Request()), "refused") == [
        "L15 the cell holds an error; type what it should be"
    ]


def test_a_row_typed_a_second_time_below_the_others_is_named() -> None:
    plan = assessment()
    made = book(plan, "POOLS").fill("LEI-03", value="yes")
    made.rows.append(list(made.rows[-1]))
    assert refused(plan, made) == [
        "A6 LEI-03 2026-27-Q2 stands in row 7 too; each row is there once",
        "A7 LEI-03 2026-27-Q2 stands in row 6 too; each row is there once",
    ]


CHANGES: dict[str, tuple[Callable[[Book], object], list[str]]] = {
    "inserted": (
        lambda made: made.insert_column(12, "Notes"),
        ["M5 a column 'Notes' was inserted; what belongs to a figure goes into the comment"],
    ),
    "inserted empty": (
        lambda made: made.insert_column(12, ""),
        ["M5 a column without a heading was inserted; what belongs to a figure goes into the comment"],
    ),
    "added at the end": (
        lambda made: made.insert_column(22, "Notes"),
        ["W5 a column 'Notes' was inserted; what belongs to a figure goes into the comment"],
    ),
    "moved": (_move, ["L5 the column 'What is being done' was moved; it belongs in column Q"]),
    "several moved": (_swap, ["L5 the column 'Number counted' was moved; it belongs in column M"]),
    "deleted": (_delete_column, ["M5 the column 'Number counted' was deleted"]),
    "renamed": (
        lambda made: _head(made, 11, "Score"),
        ["L5 the heading 'Value' was renamed to 'Score'; it says what is in the column"],
    ),
    "heading emptied": (
        lambda made: _head(made, 11, ""),
        ["L5 the heading 'Value' was emptied; it says what is in the column"],
    ),
    "rows above": (
        lambda made: made.rows.insert(2, ["Please read this first"]),
        ["A5 the headings are expected in row 5; rows were moved"],
    ),
    "cut short": (
        lambda made: made.rows.__delitem__(slice(2, None)),
        ["A5 the headings are expected in row 5; rows were moved"],
    ),
    "retyped id": (
        lambda made: _retype(made, 0, "LEI-2"),
        ["A15 'LEI-2' stands where LEI-02 was printed; the row is for LEI-02 2026-27-Q2, and only for that"],
    ),
    "another row's id": (
        lambda made: _retype(made, 0, "LEI-01"),
        ["A12 LEI-01 2026-27-Q2 stands in row 15 too; each row is there once",
         "A15 LEI-01 2026-27-Q2 stands in row 12 too; each row is there once"],
    ),
    "another period": (
        lambda made: _retype(made, 1, "2025-26-Q4"),
        [("B15 '2025-26-Q4' stands where 2026-27-Q2 was printed, which is another row's; the row is for LEI-02 "
         "2026-27-Q2, and only for that")],
    ),
    "id emptied": (
        lambda made: _retype(made, 0, ""),
        ["A15 nothing stands where LEI-02 was printed; the row is for LEI-02 2026-27-Q2, and only for that"],
    ),
    "group typed": (
        lambda made: _retype(made, 2, "North"),
        [("C15 'North' stands where nothing was printed, which is another row's; the row is for LEI-02 2026-27-Q2, and "
         "only for that")],
    ),
    "row added": (
        lambda made: made.rows.append(["LEI-09", "2026-27-Q2", "", "Something new"]),
        ["A16 the row (LEI-09 2026-27-Q2) was added; only rows that were asked for are read"],
    ),
    "note below": (
        lambda made: made.rows.extend([[""], ["", "", "", "Total"]]),
        ["A17 the row (without an indicator) was added; only rows that were asked for are read"],
    ),
    "row deleted": (
        lambda made: made.rows.__delitem__(-1),
        ["A15 the row for LEI-02 2026-27-Q2 was deleted; leave a row empty instead"],
    ),
    "title": (
        lambda made: _retype(made, 3, "Visits"),
        ["D15 the text below 'Title' was changed; a return changes results only"],
    ),
    "target": (
        lambda made: _retype(made, 7, "50%"),
        ["note: H15 the text below 'Target' was changed; a return changes results only"],
    ),
    "beside": (
        lambda made: made.rows[made.row("LEI-02")].append("see mail"),
        ["W15 'see mail' stands outside the table; move it into the comment"],
    ),
    "post": (
        lambda made: made.rows[1].__setitem__(0, "For POOLS"),
        ["A2 it says 'For POOLS', but the workbook was made for HEAD"],
    ),
    "guidance deleted": (
        lambda made: made.sheets.pop(GUIDANCE),
        [f"note: the sheet '{GUIDANCE}' is gone; the answers were read without it"],
    ),
    "sheet added": (
        lambda made: made.sheets.update({"Workings": [["1"]]}),
        ["note: the sheet 'Workings' was added; nothing is read from it"],
    ),
    "answers deleted": (
        lambda made: made.sheets.pop(ANSWERS),
        [(f"the sheet with the answers, 'Return', is gone or renamed; there are '{GUIDANCE}', 'Lists' and "
         "'planwright'. Copy the answers to a new return")],
    ),
    "stamp deleted": (
        lambda made: made.sheets.pop(STAMP),
        [("the hidden sheet that says what the workbook was made for, 'planwright', is gone or renamed; there are "
         f"'{GUIDANCE}', 'Return' and 'Lists'. Copy the answers to a new return")],
    ),
    "stamp changed": (
        lambda made: made.sheets[STAMP][3].__setitem__(1, "2026-27-Q3"),
        ["its hidden sheet 'planwright' was changed"],
    ),
    "stamp emptied": (
        lambda made: made.sheets.update({STAMP: [[""]]}),
        ["its hidden sheet 'planwright' was emptied"],
    ),
    "stamp of another version": (
        lambda made: made.sheets[STAMP][0].__setitem__(1, "99"),
        ["it was made by another version of planwright; make it again and copy the answers over"],
    ),
    "something else": (
        lambda made: setattr(made, "sheets", {"Sheet1": [["a"]]}),
        ["it is not a workbook that `planwright returns make` made"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_the_workbook_is_named(name: str) -> None:
    change, expected = CHANGES[name]
    assert spoilt(change) == expected


def test_rows_in_another_order_are_still_theirs() -> None:
    plan = assessment()
    made = book(plan, "HEAD").fill("LEI-02", value=73)
    made.rows[FIRST:] = reversed(made.rows[FIRST:])
    assert told(taken(plan, made), "accepted", "refused") == ["L6 value: 73; it goes into results.yaml; it was 72.5"]


def test_a_return_of_another_council_is_refused() -> None:
    other = assessment(planwright=SETTINGS.replace("Wexcombe", "Nether Barrow") + "gss_code: E07000999\n")
    assert refused(assessment(), book(other, "HEAD")) == [
        "it was made for Nether Barrow District Council (E07000999), but this is the plan of Wexcombe District Council"
    ]


def test_a_figure_for_an_indicator_that_another_post_took_over_is_confirmed_first() -> None:
    made = book(assessment(), "POOLS").fill("LEI-03", value="yes")
    now = assessment(indicators=INDICATORS.replace("owner: POOLS", "owner: HEAD"))
    assert refused(now, made) == [
        "A6 HEAD answers for it now, not POOLS; if the figure is right, confirm it (--confirm)"
    ]
    assert taken(now, made, confirm=True).count("accepted") == 1
    nobody = assessment(indicators=INDICATORS.replace("owner: POOLS, ", ""))
    assert refused(nobody, made)[0].startswith("A6 nobody answers for it now")
    gone = assessment(indicators=INDICATORS.replace("LEI-03", "LEI-30"))
    assert refused(gone, made) == ["A6 LEI-03 is no longer in the plan"]


# Conflicts


def test_a_figure_changed_in_the_plan_since_is_a_conflict_until_somebody_decides() -> None:
    made = book(assessment(), "HEAD").fill("LEI-02", value=73.1, comment="Counted again.")
    now = assessment(results=RESULTS.replace("72.5", "74").replace("by hand", "by machine"))
    result = taken(now, made)
    assert told(result, "conflict") == [
        (
            "L15 Value: the plan was changed since the return was made: it says '74' (then '72.5'), the return '73.1'. "
            "Take the return's with --theirs, or leave it out with --partial"
        ),
        (
            "P15 Comment: the plan was changed since the return was made: it says 'Counted by machine.' (then "
            "'Counted by hand.'), the return 'Counted again.'. "
            "Take the return's with --theirs, or leave it out with --partial"
        ),
    ]
    assert not result.recording.edits
    assert taken(now, made, theirs=True).count("accepted") == 1


def test_a_long_comment_changed_since_is_a_conflict_too() -> None:
    before = assessment(results=RESULTS.replace("by hand", "by hand " * 9))
    made = book(before, "HEAD").fill("LEI-02", comment="Shorter.")
    (why,) = told(taken(assessment(), made), "conflict")
    assert "it says 'Counted by hand.' (then another text), the return 'Shorter.'" in why


def test_a_figure_given_in_the_meantime_is_a_conflict_only_where_it_differs() -> None:
    made = book(assessment(), "POOLS").fill("LEI-03", value="yes")
    same, other = (assessment(results=f"{RESULTS}  LEI-03: {{Q2: {answer}}}\n") for answer in ("yes", "no"))
    assert told(taken(same, made), "unchanged") == ["L6 value: yes; it stands so already"]
    assert "it says 'no' (then nothing), the return 'yes'" in told(taken(other, made), "conflict")[0]


def test_what_others_wrote_in_the_meantime_stands_beside_the_return() -> None:
    made = book(assessment(), "HEAD").fill("LEI-02", value=73.1)
    now = assessment(results=RESULTS.replace("by hand", "by machine"))
    assert taken(now, made).count("accepted") == 1


def test_two_returns_that_answer_alike_are_taken_once_and_two_that_differ_not_at_all() -> None:
    plan = assessment()
    one, two = (book(plan, "POOLS").fill("LEI-03", value="yes") for _ in range(2))
    alike = taken(plan, one, two)
    assert [alike.count("accepted"), told(alike, "unchanged")] == [1, ["L6 the same stands in 1.xlsx"]]
    differing = taken(plan, one, book(plan, "POOLS").fill("LEI-03", value="no"))
    assert told(differing, "refused") == [
        "L6 2.xlsx answers it too, and differently; take one of the two",
        "L6 1.xlsx answers it too, and differently; take one of the two",
    ]


def test_a_group_that_is_refused_holds_back_its_result_and_is_named() -> None:
    plan = assessment()
    made = book(plan, "HEAD").fill("LEI-01", period="2026-27-Q2", value=91250)
    made.fill("LEI-01", "South", period="2026-27-Q2", value=4000000)
    made.fill("LEI-01", "North", period="2026-27-Q2", value=51250)
    first, north, south = refused(plan, made)
    assert first == "L12 not taken without the rest of LEI-01"
    assert north == "L13 not taken without the rest of LEI-01"
    assert south.startswith("L14 South: 4,000,000 is about a hundred times too large")


@settings(max_examples=20, deadline=None)
@given(
    value=st.decimals(min_value=60000, max_value=120000, places=2, allow_nan=False),
    comment=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=40),
)
def test_what_is_typed_is_what_is_recorded(value: Any, comment: str) -> None:
    plan = assessment()
    made = book(plan, "HEAD").fill("LEI-01", period="2026-27-Q2", value=float(value), comment=comment)
    result = taken(plan, made)
    assert told(result, "refused") == []
    (entry,) = [one.entry for one in result.recording.outcomes]
    assert entry.fields["comment"] == comment
    assert float(str(entry.fields["value"])) == float(value)


ANYTHING = st.one_of(
    st.text(max_size=20),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(date(1901, 1, 1), date(2100, 1, 1)),
    st.booleans(),
    st.sampled_from(["yes", "no", "withheld", "HEAD", "88.5", "1,234", "50%", "2026-08-31", "31/08/2026"]),
)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(ANSWERED), ANYTHING, min_size=1, max_size=4))
def test_whatever_is_typed_is_accepted_or_named_in_its_row(values: dict[str, Any]) -> None:
    plan = assessment()
    made = book(plan, "HEAD")
    row = made.row("LEI-02") + 1
    result = taken(plan, made.fill("LEI-02", **values))
    assert all(line.cell.endswith(str(row)) for line in result.lines if line.verdict in {"accepted", "refused", "note"})
    assert {line.verdict for line in result.lines if line.about == "LEI-02 2026-27-Q2"} != set()
