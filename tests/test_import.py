"""`planwright import`: what becomes of every row of a spreadsheet, and what is written."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spreadsheets import COUNCIL, Value, messy, workbook, xls

from planwright import datasets, tabular
from planwright.assessment import Assessment
from planwright.cli import main
from planwright.diagnostic import RefusedError
from planwright.document.notation import scalar_text
from planwright.exchange.importing import Import, Request, read_in
from planwright.exchange.tables import Cell, Sheet, read_sheets
from planwright.kinds import Visibility
from planwright.reports import Edition
from planwright.table import Extract

Capture = pytest.CaptureFixture[str]
Assessed = Callable[..., Assessment]
RESULTS = "results/2026-27.yaml"
MAPPING = """\
kind: import-mapping
id: IMPORT-TRUST
file: trust-*.xlsx
columns:
  indicator: our ref
  title: Performance indicator
  polarity: Good is
  period: Quarter
  target: Figures target
  value: Figures actual
  as_at: Figures measured
  status: RAG
  comment: Comments
dates: UK
codes: {LC/2: LEI-02}
"""


@pytest.fixture
def council(tmp_path: Path) -> Path:
    for name, text in COUNCIL.items():
        file = tmp_path / "plans" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path / "plans"


@pytest.fixture
def bring_in(council: Path, capsys: Capture) -> Callable[..., tuple[str, str]]:
    """Run the command on bytes at a fixed date, and return what it printed and what it said."""

    def run(data: bytes | str, *options: str, name: str = "return.csv", code: int = 0) -> tuple[str, str]:
        file = council.parent / name
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        assert main(["-C", str(council), "--as-at", "2026-11-21", "import", str(file), *options]) == code
        printed = capsys.readouterr()
        return printed.out, printed.err

    return run


BringIn = Callable[..., tuple[str, str]]


def text_of(council: Path) -> str:
    return (council / RESULTS).read_text(encoding="utf-8")


def outcomes(read: Import) -> list[tuple[str, str, str]]:
    return [(line.cell, line.verdict, line.why) for line in read.lines]


def of_csv(assessment: Assessment, text: str, request: Request | None = None) -> Import:
    return read_in(assessment, "return.csv", read_sheets("return.csv", text.encode()), request or Request())


def lines(assessment: Assessment, text: str, request: Request | None = None) -> list[str]:
    """Return the verdict and the reason of every row of a CSV file."""
    return [
        ": ".join(filter(None, (line.cell, line.verdict, line.why))) for line in of_csv(assessment, text, request).lines
    ]


def test_every_row_of_a_messy_return_has_its_outcome(assessed: Assessed) -> None:
    plan = assessed(COUNCIL | {"mapping.yaml": MAPPING})
    read = read_in(plan, "trust-q2.xlsx", read_sheets("trust-q2.xlsx", messy()), Request())
    assert outcomes(read) == [
        ("A6", "left out", "a heading or a note: nothing else stands in its row"),
        ("F7", "unchanged", ""),
        ("F8", "accepted", ""),
        ("F10", "accepted", "the file says 'On track', by the plan's rule it is Red"),
        ("C11", "refused", "the file says 'Bigger is best', but for LEI-04 the plan says less is better (polarity)"),
        ("F12", "accepted", ""),
        ("A13", "refused", "there is no indicator LEI-O6; did you mean LEI-06?"),
        (
            "D14",
            "refused",
            "'Q5' is not a period planwright can read; write 2026-27, 2026-27-Q2, 2026-27-H1 or 2026-08",
        ),
        ("A15", "left out", "no result: 'tbc'"),
        ("D16", "refused", "the row is for 2026-27-Q1, but the import is for 2026-27-Q2"),
        ("F17", "refused", "'£1.62m' may be rounded; write the figure in full"),
        ("A18", "left out", "begins with 'Total'"),
        ("A19", "left out", "begins with 'Source: leisure contractor's till system'"),
    ]
    assert [line.about for line in read.lines][1:4] == ["LEI-01 2026-27-Q2", "LEI-02 2026-27-Q2", "LEI-03 2026-27-Q2"]
    assert read.notices == (
        "sheet Lists is hidden",
        "sheet Return holds formulas; the figures they had when it was saved were read",
        "read by the mapping IMPORT-TRUST",
        "the period, 2026-27-Q2, is taken from A2",
    )


def test_nothing_is_written_while_a_row_is_refused(council: Path, bring_in: BringIn) -> None:
    (council / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    out, said = bring_in(messy(), name="trust-q2.xlsx", code=1)
    assert "trust-q2.xlsx: Return!A13: LEI-O6: refused: there is no indicator LEI-O6; did you mean LEI-06?" in out
    assert "trust-q2.xlsx: 3 accepted, 1 unchanged, 4 left out, 5 refused" in out
    assert "5 rows of trust-q2.xlsx refused; mend the file, or take the others with --partial" in said
    assert "+++" not in out
    assert text_of(council) == COUNCIL[RESULTS]


def test_partial_writes_the_accepted_rows_and_a_second_time_changes_nothing(council: Path, bring_in: BringIn) -> None:
    (council / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    out, _ = bring_in(messy(), "--partial", name="trust-q2.xlsx", code=1)
    written = text_of(council)
    assert "+      value: 72.5\n+      as_at: 2026-09-30\n+      comment: A good summer." in out
    assert "    Q1: 88000   # a wet June\n" in written
    assert "LEI-05:\n    Q2: yes" in written
    again, _ = bring_in(messy(), "--partial", name="trust-q2.xlsx", code=1)
    assert "0 accepted, 4 unchanged" in again
    assert text_of(council) == written


def test_headings_are_guessed_and_the_guess_is_told_and_saved(council: Path, bring_in: BringIn) -> None:
    sheet = "Indicator name;PI Ref;Actual;Quarter;Weather\nMembers who renew;LEI-02;72.5%;Q2 2026/27;wet\n"
    out, _ = bring_in(sheet, "--save-mapping", "mapping.yaml", "--dry-run")
    assert (
        "return.csv: guessed from the headings of the file: title from 'Indicator name' (A1), "
        "indicator from 'PI Ref' (B1), value from 'Actual' (C1), period from 'Quarter' (D1)\n"
    ) in out
    assert "not read: 'Weather' (E1)" in out
    assert "+    Q2: 72.5" in out
    assert not (council / "mapping.yaml").exists()
    bring_in(sheet, "--save-mapping", "mapping.yaml")
    saved = (council / "mapping.yaml").read_text(encoding="utf-8")
    assert saved.startswith(
        "kind: import-mapping\nid: IMPORT-RETURN\nfile: return.csv\ncolumns:\n  indicator: PI Ref\n"
    )
    out, _ = bring_in(sheet)
    assert "read by the mapping IMPORT-RETURN" in out
    assert "0 accepted, 1 unchanged" in out
    assert "exists already" in bring_in(sheet, "--save-mapping", "mapping.yaml", code=1)[1]
    assert "end its name in .yaml" in bring_in(sheet, "--save-mapping", "mapping.txt", code=1)[1]


def test_a_csv_file_has_no_sheets(council: Path, bring_in: BringIn) -> None:
    (council / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    _, said = bring_in("Ref,Actual\nLEI-01,5\n", "--sheet", "return", "--period", "2026-27-Q2", code=2)
    assert "return.csv is no workbook and has no sheets; leave out --sheet, or sheet: in the mapping" in said
    _, said = bring_in("Ref,Actual\nLEI-01,5\n", "--mapping", "IMPORT-TRUST", code=1)
    assert "the file has no column headed '" in said
    out, _ = bring_in("Ref,Actual\nLEI-01,=5\n", "--period", "2026-27-Q2", "--dry-run", code=1)
    assert "formulas" not in out  # what is refused was not read
    assert "return.csv, B2: LEI-01: refused: " in out
    assert "sheet" not in out


def test_quiet_prints_what_needs_a_person_only(bring_in: BringIn) -> None:
    out, _ = bring_in("Ref;Actual\nLEI-01;91250\n", "--period", "2026-27-Q2", "--quiet")
    assert out == "return.csv: 0 accepted, 1 unchanged, 0 left out, 0 refused\n"


def test_a_file_that_is_not_there_and_a_period_that_is_none(council: Path, bring_in: BringIn, capsys: Capture) -> None:
    assert main(["-C", str(council), "import", str(council / "no.csv")]) == 2
    assert "no.csv cannot be read: no such file" in capsys.readouterr().err
    _, said = bring_in("Ref,Actual\n", "--period", "Q2 26/27", code=2)
    assert "--period: 'Q2 26/27' is not a period planwright can read; write 2026-27-Q2" in said


def test_a_comment_without_a_result_for_any_period_is_not_lost_in_silence(assessed: Assessed) -> None:
    sheet = "2026/27\nRef,Q1 actual,Q2 actual,Comments\nLEI-02,n/a,,The till is broken\n"
    assert lines(assessed(COUNCIL), sheet) == [
        "A3: left out: no result for any period, so its comment is not taken",
    ]


def test_a_sheet_with_a_column_for_each_period(assessed: Assessed) -> None:
    sheet = (
        "Leisure 2026/27\n"
        "Ref,Unit,Q1 actual,Q1 target,Q1 comments,Q2,Target Q2,Sep\n"
        "LEI-01,visits,88000,,,91251,,\n"
        "LEI-02,%,71,70,n/a,,70,\n"
        "LEI-03,weeks,31,,Illness.,30,28,29\n"
    )
    read = of_csv(assessed(COUNCIL), sheet)
    assert outcomes(read) == [
        ("C3", "unchanged", ""),
        (
            "F3",
            "refused",
            "91,250 is a final figure; to change it is to restate it, which needs a reason (--reason)",
        ),
        ("C4", "unchanged", "the file has a target of 70%, the plan has none (D4)"),
        ("C5", "accepted", ""),
        ("F5", "accepted", "the file has a target of 28 weeks, the plan has 30 weeks (G5)"),
        (
            "H5",
            "refused",
            "it is collected quarterly, so a month has no result; expected 2026-27-Q2",
        ),
    ]
    assert [line.about for line in read.lines][3:] == ["LEI-03 2026-27-Q1", "LEI-03 2026-27-Q2", "LEI-03 2026-09"]


def test_a_restatement_takes_a_reason_and_a_jump_a_confirmation(council: Path, bring_in: BringIn) -> None:
    out, _ = bring_in("Ref,Period,Actual\nLEI-01,2026-27-Q2,912500\n", "--reason", "Counted twice", code=1)
    assert "return.csv, C2: LEI-01 2026-27-Q2: refused" in out
    assert "--confirm" in out
    out, _ = bring_in("Ref,Period,Actual\nLEI-01,2026-27-Q2,912500\n", "--reason", "Counted twice", "--confirm")
    assert "1 accepted" in out
    assert "was: 91250" in text_of(council)


CLOCKWISE = (
    "'clockwise' does not say which way is good; 'bigger is best' or 'smaller is best' does, and so do words that a "
    "mapping names under words: polarity:"
)
CHANGED = "the spreadsheet has turned the code into a date or a number; format its column as text"
UNKNOWN = "name it under codes: in a mapping if it is a code of the sender's own"


def test_what_a_sheet_states_is_held_against_the_plan(assessed: Assessed) -> None:
    sheet = (
        "Ref,Good is,Unit,Target,RAG,Actual\n"
        "LEI-03,Smaller is better,weeks,Maximum 30 weeks,Green,29\n"
        "LEI-03,lower,weeks,at least 30,,29\n"
        "LEI-03,clockwise,weeks,30,,29\n"
        "LEI-03,lower,days,30,,29\n"
        "LEI-04,lower,£,1.5,amber,1.52\n"
        "LEI-06,maximise,per cent,95,missed,80\n"
        "LEI-01,more,visits,90000,on fire,91250\n"
    )
    said = lines(assessed(COUNCIL), sheet, Request(period="2026-27-Q2"))
    assert said == [
        "F2: accepted",
        "D3: refused: the file says 'at least 30', but for LEI-03 the plan says less is better (polarity)",
        f"B4: refused: {CLOCKWISE}",
        "C5: refused: the file says 'days', but the plan keeps it in weeks",
        "F6: accepted",
        "F7: accepted",
        "F8: unchanged: the file says 'on fire', by the plan's rule it is Green",
    ]


def test_words_of_the_sender_are_those_that_a_mapping_explains(assessed: Assessed) -> None:
    mapping = """\
        kind: import-mapping
        id: WORDS
        columns: {indicator: Ref, value: Actual, polarity: Way, status: Mood}
        words:
          polarity: {Downhill: lower}
          status: {Sunny: green, Stormy: Red}
        blank: [none yet]
        skip: [sum]
    """
    sheet = (
        "Ref,Actual,Way,Mood\n"
        "LEI-03,29,downhill,sunny\n"
        "LEI-04,1.4,Downhill,stormy\n"
        "LEI-06,none yet,,\n"
        "Sum of all,30,,\n"
        "LEI-05,n/a,,\n"
    )
    assert lines(assessed(COUNCIL | {"words.yaml": mapping}), sheet, Request("WORDS", period="2026-27-Q2")) == [
        "B2: accepted",
        "B3: accepted: the file says 'stormy', by the plan's rule it is Green",
        "A4: left out: no result: 'none yet'",
        "A5: left out: begins with 'Sum of all'",
        "B6: refused: 'n/a' does not answer the question; write yes or no",
    ]


def test_a_range_is_compared_by_both_its_ends(assessed: Assessed) -> None:
    indicators = """\
        kind: indicators
        indicators:
          - {id: X-1, title: Water, owner: HEAD, unit: °C, polarity: range, targets: {2026-27-Q2: {low: 27, high: 30}}}
          - {id: X-2, title: Swimmers, owner: HEAD, unit: people, polarity: none}
    """
    sheet = "Ref,Target,Actual\nX-1,27 to 30,28\nX-1,between 26 and 30 °C,28\nX-1,at least 27,28\nX-2,5,6\nX-2,soon,6\n"
    plan = assessed({"organisation.yaml": COUNCIL["organisation.yaml"], "x.yaml": indicators})
    assert [one.split(": ", 2)[2:] for one in lines(plan, sheet, Request(period="2026-27-Q2"))] == [
        [],
        ["the same stands in C2"],
        ["the same stands in C2"],
        ["the file has a target of 5 people, the plan has none (B5)"],
        ["'soon' is not one plain number; write the figure alone, for example 88.5"],
    ]


def test_indicators_are_found_by_code_or_title_and_never_guessed(assessed: Assessed) -> None:
    twin = "kind: indicators\nindicators:\n  - {id: LEI-07, title: Members who renew, owner: HEAD, polarity: higher}\n"
    sheet = (
        "Ref,Title,Actual\n"
        "lei-03,,31\n"
        ",Subsidy for  each visit,1.5\n"
        ",Subsidy per visit,1.5\n"
        ",Members who renew,70\n"
        "LEI-03,Subsidy for each visit,31\n"
        ",,31\n"
        "1.10E+05,,31\n"
        "RUBBISH,,31\n"
    )
    assert lines(assessed(COUNCIL | {"twin.yaml": twin}), sheet, Request(period="2026-27-Q1")) == [
        "C2: accepted",
        "C3: accepted",
        "B4: refused: no indicator is called 'Subsidy per visit'; did you mean Subsidy for each visit?",
        "B5: refused: 'Members who renew' is the title of LEI-02 and LEI-07; add a column with their ids",
        "B6: refused: this is the title of LEI-04, but the row is for LEI-03",
        "C7: left out: a heading or a note: nothing else stands in its row",
        f"A8: refused: there is no indicator 1.10E+05; {CHANGED}",
        f"A9: refused: there is no indicator RUBBISH; {UNKNOWN}",
    ]


def test_a_row_that_names_no_indicator_is_refused(assessed: Assessed) -> None:
    said = lines(assessed(COUNCIL), "Ref,Actual,Comment\n,5,Who?\n", Request(period="2026-27-Q1"))
    assert said == ["A2: refused: the row does not name its indicator"]


def test_a_result_given_twice_is_taken_once_or_not_at_all(assessed: Assessed) -> None:
    sheet = "Ref,Actual\nLEI-03,31\nLEI-03,31\nLEI-04,1\nLEI-04,2\n" + "LEI-06,90\n" * 3 + "LEI-06,91\n"
    twice = "refused: the file gives this result more than once, and differently: B4 and B5"
    assert lines(assessed(COUNCIL), sheet, Request(period="2026-27-Q1")) == [
        "B2: accepted",
        "B3: left out: the same stands in B2",
        f"B4: {twice}",
        f"B5: {twice}",
        *(f"B{row}: {twice[:-9]}B6, B7, B8 and others" for row in (6, 7, 8, 9)),
    ]


@pytest.mark.parametrize(
    ("period", "asked", "said"),
    [
        ("Q1", "2026-27", "accepted"),
        ("Quarter 1 (Apr-Jun)", "2026-27", "accepted"),
        ("Q1", "2026-27-Q1", "accepted"),
        ("2026/27 Q1", "", "accepted"),
        ("Q1", "", "refused: 'Q1' does not say of which year; give it with --period 2026-27"),
        ("", "2026-27-Q1", "accepted"),
        ("", "", "refused: nothing says for which period; give it with --period 2026-27-Q2"),
        ("Q1", "2025-26-Q4", "refused: 'Q1' lies"),
        ("June", "2026-27", "refused: it is collected quarterly"),
        ("2027-28-Q1", "", "refused: 2027-28-Q1 has not begun"),
    ],
)
def test_periods_are_read_in_the_year_that_is_stated(assessed: Assessed, period: str, asked: str, said: str) -> None:
    (line,) = lines(assessed(COUNCIL), f"Ref,Period,Actual\nLEI-03,{period},31\n", Request(period=asked))
    expected = "refused: the row is for 2025-26-Q1, but the import is for 2025-26-Q4" if "lies" in said else said
    assert line.split(": ", 1)[1].startswith(expected)


def test_dates_and_periods_that_a_spreadsheet_has_made_dates_of(assessed: Assessed) -> None:
    monthly = (
        "kind: indicators\nindicators:\n  - {id: M-1, title: M, owner: HEAD, polarity: higher, frequency: monthly}\n"
    )
    plan = assessed(COUNCIL | {"monthly.yaml": monthly})
    sheet: list[list[Value]] = [
        ["Ref", "Period", "Actual"],
        ["M-1", date(2026, 9, 1), 5],
        ["M-1", date(2026, 8, 31), 4],
        [date(2026, 3, 1), None, 5],
    ]
    read = read_in(plan, "r.xlsx", read_sheets("r.xlsx", workbook({"Results": sheet})), Request(period="2026-27"))
    assert [(line.verdict, line.why) for line in read.lines] == [
        ("accepted", ""),
        ("refused", "2026-08-31 is a day, not a period; write for example 2026-27-Q2 or 2026-09"),
        ("refused", f"there is no indicator 2026-03-01; {CHANGED}"),
    ]


def test_dates_are_read_the_day_first_only_where_that_is_stated(assessed: Assessed) -> None:
    mapping = "kind: import-mapping\nid: UK\ncolumns: {indicator: Ref, value: Actual, as_at: Date}\ndates: UK\n"
    sheet = "Ref,Actual,Date\nLEI-03,31,2 July 2026\nLEI-04,1,31/02/2026\nLEI-05,yes,2026-07-02\n"
    plan = assessed(COUNCIL | {"uk.yaml": mapping})
    assert lines(plan, sheet, Request(mapping="UK", period="2026-27-Q1")) == [
        "B2: accepted",
        "C3: refused: '31/02/2026' is not a date planwright can read; write year-month-day, for example 2026-03-31",
        "B4: accepted",
    ]
    (first, *_) = lines(assessed(COUNCIL), sheet, Request(period="2026-27-Q1"))
    assert "state dates: UK in a mapping and 2026-07-02 is read" in first


def test_a_figure_that_a_spreadsheet_has_made_a_date_of_is_refused(assessed: Assessed) -> None:
    rows = (
        (Cell("Ref", "text"), Cell("Actual", "text")),
        (Cell("LEI-03", "text"), Cell("2026-09-30", "date")),
    )
    read = read_in(assessed(COUNCIL), "r.xlsx", (Sheet("Results", rows),), Request(period="2026-27-Q1"))
    why = "the cell holds a date, 2026-09-30; format its column as a number and type the figure anew"
    assert outcomes(read) == [("B2", "refused", why)]


@pytest.mark.parametrize(
    ("columns", "lacking"),
    [
        ("{}", "IMPORT-X does not say which column names the indicator"),
        ("{value: Actual}", "IMPORT-X does not say which column names the indicator"),
        ("{indicator: Ref, target: Target}", "IMPORT-X does not say which column holds the result"),
    ],
)
def test_a_mapping_that_tells_too_little_is_refused(assessed: Assessed, columns: str, lacking: str) -> None:
    plan = assessed(COUNCIL | {"mapping.yaml": f"kind: import-mapping\nid: IMPORT-X\ncolumns: {columns}\n"})
    with pytest.raises(RefusedError, match=lacking):
        of_csv(plan, "Ref,Actual,Target\nLEI-03,36,30\n", Request(mapping="IMPORT-X"))


def test_a_code_that_stands_for_nothing_names_what_it_stands_for(assessed: Assessed) -> None:
    mapping = "kind: import-mapping\nid: IMPORT-X\ncolumns: {indicator: Ref, value: Actual}\ncodes: {LEI-03: LEI-99}\n"
    plan = assessed(COUNCIL | {"mapping.yaml": mapping})
    (line,) = lines(plan, "Ref,Actual\nLEI-03,36\n", Request(mapping="IMPORT-X"))
    assert "there is no indicator LEI-99, as which the mapping reads LEI-03" in line


def test_a_separator_too_many_is_not_read_past(assessed: Assessed) -> None:
    plan = assessed(COUNCIL)
    text = "Ref,Period,Actual\nLEI-03,2026-27-Q2,36,two waited\nLEI-03,2026-27-Q2,36,,\n"
    assert lines(plan, text, Request(confirm=True))[0] == (
        "D2: refused: 'two waited' stands under no heading; if a separator within a figure or a text has moved it "
        "there, put that cell in quotation marks"
    )
    assert "refused" not in lines(plan, text, Request(confirm=True))[1]
    rows: list[list[Value]] = [["Ref", "Period", "Actual"], ["LEI-03", "2026-27-Q2", 36, "a note beside the table"]]
    read = read_in(plan, "r.xlsx", read_sheets("r.xlsx", workbook({"Results": rows})), Request(confirm=True))
    assert [line.verdict for line in read.lines] == ["accepted"]


def test_letters_that_only_look_right_are_named(assessed: Assessed) -> None:
    (line,) = lines(assessed(COUNCIL), "Ref,Period,Actual\nLE\u0406-03,2026-27-Q2,36\n")
    assert "did you mean LEI-03?" in line
    assert "U+0406, cyrillic capital letter byelorussian-ukrainian i" in line


def test_figures_of_other_councils_are_not_taken_for_our_own(assessed: Assessed) -> None:
    with pytest.raises(RefusedError, match="has no headings that tell"):
        of_csv(assessed(COUNCIL), "indicator,year,with,value,period\nLEI-03,2026-27,Region,36,2026-27-Q2\n")


def test_line_ends_of_every_sort_are_line_ends(council: Path, bring_in: BringIn) -> None:
    ends = "one\u2028two\vthree\rfour\r\nfive"
    bring_in(f'Ref,Period,Actual,Comments\nLEI-03,2026-27-Q2,36,"{ends}"\n', "--confirm")
    shown = "\n".join(f"        {word}" for word in ("one", "two", "three", "four", "five"))
    assert shown in text_of(council)


def test_the_name_of_a_file_steers_no_terminal(bring_in: BringIn) -> None:
    out, _ = bring_in("Ref,Period,Actual\nLEI-03,2026-27-Q2,n/a\n", name="a\x1b[31m.csv")
    assert "\x1b" not in out
    assert "a\\x1b[31m.csv: 0 accepted" in out


def test_what_is_provisional_is_said_in_words(assessed: Assessed) -> None:
    sheet = "Ref,Actual,Provisional?\nLEI-03,31,P\nLEI-04,1,Final\nLEI-05,yes,maybe\n"
    read = of_csv(assessed(COUNCIL), sheet, Request(period="2026-27-Q1"))
    assert [line.verdict for line in read.lines] == ["accepted", "accepted", "refused"]
    assert [one.entry.fields.get("provisional") for one in read.recording.outcomes] == ["yes", "no"]
    assert "'maybe' does not say whether the figure is provisional; write yes or no" in read.lines[2].why


def test_numerators_groups_and_judgements_go_where_they_belong(assessed: Assessed) -> None:
    sheet = (
        "Ref,Area,Numerator,Denominator,judgement_state,judgement_reason\nLEI-02,North,7,10,,\nLEI-03,,,,green,Seen\n"
    )
    read = of_csv(assessed(COUNCIL), sheet, Request(period="2026-27-Q1"))
    assert [one.entry.fields for one in read.recording.outcomes] == [
        {"groups": {"North": {"numerator": "7", "denominator": "10"}}},
        {"judgement": {"state": "green", "reason": "Seen"}},
    ]
    assert read.lines[0].about == "LEI-02 2026-27-Q1 North"
    assert "North is not one of its groups" in read.lines[0].why


def test_fractions_are_per_cent_only_where_that_is_known(assessed: Assessed) -> None:
    data = xls([["Ref", "Actual"], ["LEI-02", 0.725], ["LEI-06", 0.0], ["LEI-04", 0.5]])
    mapping = "kind: import-mapping\nid: {0}\ncolumns: {{indicator: Ref, value: Actual}}\npercent: as {0}\n"
    plan = assessed(COUNCIL | {f"{one}.yaml": mapping.format(one) for one in ("fraction", "shown")})

    def values(mapping: str) -> list[str]:
        read = read_in(plan, "r.xls", read_sheets("r.xls", data), Request(mapping, period="2026-27-Q1", confirm=True))
        return [str(one.entry.fields["value"]) for one in read.recording.outcomes] + [
            line.why for line in read.lines if line.verdict == "refused"
        ]

    assert values("fraction")[:3] == ["72.5", "0", "0.5"]
    assert values("shown")[:3] == ["0.725", "0", "0.5"]
    plain = read_in(assessed(COUNCIL), "r.xls", read_sheets("r.xls", data), Request(period="2026-27-Q1"))
    assert plain.lines[0].why == "0.725 may be 72.5%; state percent: as fraction or as shown in a mapping"


def test_what_is_counted_is_never_taken_for_a_fraction(assessed: Assessed) -> None:
    columns = "{indicator: Ref, numerator: N, denominator: D}"
    mapping = f"kind: import-mapping\nid: F\ncolumns: {columns}\npercent: as fraction\n"
    book = read_sheets("r.xls", xls([["Ref", "N", "D"], ["LEI-02", 7.0, 10.0]]))
    read = read_in(assessed(COUNCIL | {"f.yaml": mapping}), "r.xls", book, Request("F", period="2026-27-Q1"))
    assert read.recording.outcomes[0].entry.fields == {"numerator": "7", "denominator": "10"}


def test_an_indicator_whose_title_begins_like_a_total_is_read(assessed: Assessed) -> None:
    total = "kind: indicators\nindicators:\n  - {id: T-1, title: Total visits, owner: HEAD, polarity: higher}\n"
    sheet = "Title,Actual\nTotal visits,5\nTotal,5\n"
    said = lines(assessed(COUNCIL | {"total.yaml": total}), sheet, Request(period="2026-27-Q1"))
    assert said == ["B2: accepted", "A3: left out: begins with 'Total'"]


def test_a_heading_over_one_column_is_no_part_of_the_next(assessed: Assessed) -> None:
    read = of_csv(assessed(COUNCIL), "Ref,\n,Actual\nLEI-03,31\n", Request(period="2026-27-Q1"))
    assert "value from 'Actual' (B2)" in read.notices[0]


def test_a_hidden_sheet_is_read_only_where_it_is_named(assessed: Assessed) -> None:
    table = ((Cell("Ref", "text"), Cell("Actual", "text")), (Cell("LEI-03", "text"), Cell("31", "number")))
    sheets = (Sheet("Old", table, hidden=True), Sheet("New", table))
    read = read_in(assessed(COUNCIL), "r.xlsx", sheets, Request(period="2026-27-Q1"))
    assert [line.sheet for line in read.lines] == ["New"]
    read = read_in(assessed(COUNCIL), "r.xlsx", sheets, Request(sheet="Old", period="2026-27-Q1"))
    assert [line.sheet for line in read.lines] == ["Old"]


def test_a_cell_that_holds_an_error_is_refused(assessed: Assessed) -> None:
    rows = (
        (Cell("Ref", "text"), Cell("Actual", "text")),
        (Cell("LEI-03", "text"), Cell("an error", "error", formula=True)),
    )
    read = read_in(assessed(COUNCIL), "r.xlsx", (Sheet("Results", rows),), Request(period="2026-27-Q1"))
    why = "the cell holds an error, not a figure; type the figure, or mend the formula and save anew"
    assert outcomes(read) == [("B2", "refused", why)]


CHOICES = {
    "one.yaml": "kind: import-mapping\nid: ONE\nfile: ret*\nsheet: Q1\ncolumns: {indicator: Code, value: Figure}\n",
    "two.yaml": "kind: import-mapping\nid: TWO\ncolumns: {indicator: Code, value: Outcome}\nheader_row: 2\n",
}


@pytest.mark.parametrize(
    ("name", "sheets", "request_", "why"),
    [
        ("return.xlsx", {"Q2": [["Code"]]}, Request(), "return.xlsx has no sheet 'Q1'; there are Q2"),
        ("return.xlsx", {"Q1": [["Code", "Figures"]]}, Request(), "no column headed 'Figure'; did you mean Figures?"),
        ("return.xlsx", {"Q1": [["Code", "x"]]}, Request(), "no column headed 'Figure'; row 1 has Code, x"),
        ("return.xlsx", {"Q1": [["Code", "Figure", "figure "]]}, Request(), "two columns headed 'Figure', B1 and C1"),
        ("return.xlsx", {"Q1": [[]]}, Request(), "sheet Q1 has nothing where its headings should be"),
        ("other.xlsx", {"A": [["Code", "Figure"]]}, Request("TWO"), "sheet A has nothing where its headings"),
        ("other.xlsx", {"A": []}, Request("TWO"), "other.xlsx has no sheet with anything in it"),
        ("other.xlsx", {"A": [["Code", "Figure"]]}, Request("TOW"), "did you mean TWO?"),
        ("other.xlsx", {"A": [["a", "b"]]}, Request(), "has no headings that tell its indicators and results apart"),
        ("other.xlsx", {"A": [["a"]]}, Request(sheet="Aa"), "other.xlsx has no sheet 'Aa'; did you mean A?"),
        (
            "other.xlsx",
            {"A": [["Ref", "Actual"]], "B": [["Ref", "Actual"]]},
            Request(),
            "A and B of other.xlsx all look",
        ),
        ("other.xlsx", {"A": [["Ref", "Value", "Floor"]]}, Request(), "has no headings that tell"),
    ],
)
def test_what_does_not_say_what_to_read_is_refused(
    assessed: Assessed, name: str, sheets: Mapping[str, list[list[str]]], request_: Request, why: str
) -> None:
    plan = assessed(COUNCIL | CHOICES)
    with pytest.raises(Exception, match=r".+") as caught:
        read_in(plan, name, read_sheets(name, workbook(sheets)), request_)
    assert why in str(caught.value)


def test_the_mapping_and_the_sheet_that_fit_are_found(assessed: Assessed) -> None:
    plan = assessed(COUNCIL | CHOICES)
    rows = [["Wexcombe Leisure Trust"], ["Code", "Outcome"], ["LEI-03", "31"]]
    book = read_sheets("x.xlsx", workbook({"Read me": [["Please fill in"]], "Figures": rows}))
    read = read_in(plan, "x.xlsx", book, Request(period="2026-27-Q1"))
    assert (read.mapping.id, outcomes(read)) == ("TWO", [("B3", "accepted", "")])
    read = read_in(plan, "x.xlsx", book, Request("TWO", "figures", "2026-27-Q1"))
    assert outcomes(read) == [("B3", "accepted", "")]
    both = assessed(COUNCIL | CHOICES | {"three.yaml": CHOICES["two.yaml"].replace("TWO", "THREE")})
    with pytest.raises(Exception, match=r"x\.xlsx fits several mappings, THREE and TWO; name one with --mapping"):
        read_in(both, "x.xlsx", book, Request(period="2026-27-Q1"))


def test_a_period_above_the_headings_that_is_another_is_told(assessed: Assessed) -> None:
    sheet = "Return for Quarter 2 of 2026/27\nRef,Actual\nLEI-03,31\n"
    read = of_csv(assessed(COUNCIL), sheet, Request(period="2026-27-Q1"))
    assert "A1 says 2026-27-Q2, but the import is for 2026-27-Q1" in read.notices
    assert "A1" not in " ".join(of_csv(assessed(COUNCIL), sheet, Request(period="2026-27")).notices[1:])


def exported(plan: Assessment, format_: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the table of results as `export` writes them for officers."""
    table = datasets.table("results", Edition(plan, Visibility.OFFICERS))
    files = tabular.load(format_).write(Extract("Wexcombe", plan.as_at, "officers", (table,)))
    ((name, data),) = files.items()
    return name, data


_VALUES = st.decimals(-(10**9), 10**9, places=3) | st.decimals(0, 1, places=12)
_TEXTS = st.text("aé =+-'\"\n;,:#|>£@\t", min_size=1, max_size=30).map(str.strip).filter(bool)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(_VALUES, st.booleans(), _TEXTS, st.dates(date(2026, 4, 1), date(2026, 11, 21))), max_size=3)
)
@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_what_is_exported_comes_back_unchanged(
    assessed: Assessed, format_: str, rows: list[tuple[Decimal, bool, str, date]]
) -> None:
    results = "kind: results\nperiod: 2026-27\nresults:\n  LEI-01:\n    H1: 179250\n"
    for quarter, (value, provisional, comment, as_at) in enumerate(rows, start=1):
        results += (
            f"    Q{quarter}:\n      value: {value:f}\n      comment: {scalar_text(comment)}\n      as_at: {as_at}\n"
            f"      provisional: {'yes' if provisional else 'no'}\n"
        )
    plan = assessed(COUNCIL | {RESULTS: results})
    assert plan.workspace.problems == ()
    name, data = exported(plan, format_)
    read = read_in(plan, name, read_sheets(name, data), Request())
    assert [line.verdict for line in read.lines] == ["unchanged"] * (len(rows) + 1)
    assert read.recording.edits == ()


def test_the_example_council_comes_back_unchanged(tmp_path: Path, capsys: Capture) -> None:
    council = Path(__file__).parent.parent / "examples" / "council"
    common = ["-C", str(council), "--as-at", "2026-11-21"]
    assert main([*common, "export", "--edition", "officers", "--format", "xlsx", "--output", str(tmp_path)]) == 0
    (file,) = tmp_path.glob("*.xlsx")
    capsys.readouterr()
    assert main([*common, "import", str(file), "--dry-run"]) == 0
    assert " 0 accepted" in (out := capsys.readouterr().out)
    assert "0 left out, 0 refused" in out
