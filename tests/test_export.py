"""`planwright export`: tidy tables in every format, described, exact, and with nothing that an edition may not show."""

import csv
import errno
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import workspace_of
from filled_council import canary
from filled_council import council as filled_council
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from small_council import FILES, lay_out

from planwright import datapackage, datasets, tabular
from planwright.assessment import assess
from planwright.cli import main
from planwright.diagnostic import RefusedError
from planwright.escaping import inert, revived
from planwright.kinds import Visibility
from planwright.reports import Edition
from planwright.table import Cell, Column, Extract, Table

Capture = pytest.CaptureFixture[str]
AS_AT = date(2026, 11, 21)
LEVELS = (Visibility.PUBLIC, Visibility.MEMBERS, Visibility.OFFICERS)
EXAMPLE = Path(__file__).parent.parent / "examples" / "council"

INDICATORS = """\
kind: indicators
service: HOUSING
indicators:
  - id: "0042"
    title: =1+1
    unit: £
    polarity: higher
    tags: [homes, money]
    targets:
      2026-27: -1000.50
    baseline: {value: -10, period: 2025-26}
    breakdown:
      by: area
      groups: [North, South]
      targets:
        South:
          2026-27: {value: -2000, rationale: Flood plain}
  - id: HSG-PI-03
    title: Is the plan agreed
    unit: yes/no
    polarity: higher
    rating: {basis: manual}
    targets:
      2026-27: yes
"""
RESULTS = """\
kind: results
period: 2026-27
results:
  "0042":
    Q1:
      value: -1234567890123456.75
      as_at: 2026-06-30
      comment: |
        -2 against plan, "cold" weather
        = not a formula
      restated:
        - {was: 5, on: 2026-08-01, reason: A typing error}
      groups:
        North: 1.50
        South: {value: 3, comment: Fewer homes}
    Q2:
      value: -1.10
      as_at: 2026-09-30
      source: The ledger
    Q3:
      value: 7
      as_at: 2026-12-31
  HSG-PI-03:
    Q2:
      value: yes
      judgement: {state: amber, reason: Agreed late, by: HEAD, on: 2026-10-01}
    Q1:
      missing: suspended
      reason: The committee did not sit
comparators:
  "0042":
    - {with: Nether Barrow District Council, value: -3}
    - {with: All districts, is: average, group: districts, value: -4.0, period: 2025-26}
"""
EXEMPT = "The buyer of the depot goes bankrupt"
RISKS = f"""\
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {{likelihood: medium, impact: high}}
    owner: HEAD
    reviewed: 2026-06-01
    escalated_to: HSG-R9
    note: Only for officers
  - id: HSG-R9
    title: {EXEMPT}
    exempt: {{paragraph: 3, reason: The price is still being negotiated}}
"""
COUNCIL = FILES | {"more.yaml": INDICATORS, "figures.yaml": RESULTS, "services/housing/risks.yaml": RISKS}


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "plan", **COUNCIL)


def export(council: Path, capsys: Capture, *arguments: str, code: int = 0, as_at: str = "2026-11-21") -> str:
    """Run the command at a date and return what it printed, or what it said when it failed."""
    assert main(["-C", str(council), "--as-at", as_at, "export", *arguments]) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


def rows(
    council: Path, capsys: Capture, table: str, *arguments: str, as_at: str = "2026-11-21"
) -> list[dict[str, Any]]:
    """Return the rows of one table as CSV prints them."""
    return list(csv.DictReader(io.StringIO(export(council, capsys, table, *arguments, as_at=as_at))))


def row(found: list[dict[str, Any]], **wanted: str) -> dict[str, Any]:
    """Return the one row with these cells."""
    (one,) = (row for row in found if wanted.items() <= row.items())
    return one


def edition_of(files: Mapping[str, str], level: Visibility = Visibility.PUBLIC) -> Edition:
    return Edition(assess(workspace_of(files), AS_AT), level)


def extract_of(edition: Edition) -> Extract:
    tables = tuple(datasets.table(name, edition) for name in datasets.names())
    return Extract("Wexcombe District Council", AS_AT, edition.level.value, tables)


def one_table(*cells: Cell, type_: Any = "string") -> Extract:
    table = Table(
        "things", "Things", (Column("thing", type_, "A thing."),), tuple((cell,) for cell in cells), ("thing",)
    )
    return Extract("Wexcombe District Council", AS_AT, "public", (table,))


def unzipped(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def sheet(data: bytes, name: str) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name).to_python(skip_empty_area=False)


# What stands in the tables


def test_results_hold_every_figure_exactly_as_it_was_recorded(council: Path, capsys: Capture) -> None:
    found = rows(council, capsys, "results")
    first = row(found, indicator="0042", period="2026-27-Q1")
    assert first["value"] == "-1234567890123456.75"
    assert (first["as_at"], first["provisional"], first["forecast"]) == ("2026-06-30", "no", "")
    assert revived(first["comment"]) == '-2 against plan, "cold" weather\n= not a formula\n'
    assert row(found, indicator="0042", period="2026-27-Q2")["value"] == "-1.10"
    assert row(found, indicator="HSG-PI-01", period="2026-27-Q2")["provisional"] == "yes"
    judged = row(found, indicator="HSG-PI-03", period="2026-27-Q2")
    assert (judged["value"], judged["judgement_state"], judged["judgement_by"]) == ("1", "amber", "HEAD")
    missing = row(found, indicator="HSG-PI-03", period="2026-27-Q1")
    assert (missing["value"], missing["missing"], missing["reason"]) == ("", "suspended", "The committee did not sit")


def test_a_figure_is_exported_as_it_was_known_at_the_date(council: Path, capsys: Capture) -> None:
    periods = [one["period"] for one in rows(council, capsys, "results") if one["indicator"] == "0042"]
    assert periods == ["2026-27-Q1", "2026-27-Q2"]
    july = rows(council, capsys, "results", as_at="2026-07-31")
    assert [one["value"] for one in july if one["indicator"] == "0042"] == ["5"]
    assert rows(council, capsys, "restatements", as_at="2026-07-31") == []
    (restated,) = rows(council, capsys, "restatements")
    assert restated == {
        "indicator": "0042",
        "period": "2026-27-Q1",
        "number": "1",
        "was": "5",
        "on": "2026-08-01",
        "reason": "A typing error",
    }


def test_an_indicator_is_told_with_its_definition(council: Path, capsys: Capture) -> None:
    found = row(rows(council, capsys, "indicators"), id="0042")
    assert found["title"] == "'=1+1"
    assert (found["service"], found["service_title"], found["tags"]) == ("HOUSING", "Housing", "homes; money")
    assert (found["baseline_value"], found["baseline_period"], found["breakdown_by"]) == ("-10", "2025-26", "area")
    assert (found["key"], found["owner"]) == ("no", "")


def test_targets_stand_with_those_of_groups_in_a_table_of_their_own(council: Path, capsys: Capture) -> None:
    found = rows(council, capsys, "targets")
    assert row(found, indicator="0042")["value"] == "-1000.50"
    assert (row(found, indicator="HSG-PI-02")["low"], row(found, indicator="HSG-PI-02")["high"]) == ("10", "20")
    (group,) = rows(council, capsys, "group_targets")
    assert (group["indicator"], group["group"], group["period"]) == ("0042", "South", "2026-27")
    assert (group["value"], group["rationale"]) == ("-2000", "Flood plain")


def test_groups_have_their_results_and_ratings(council: Path, capsys: Capture) -> None:
    results = rows(council, capsys, "group_results")
    assert [(one["group"], one["value"], one["comment"]) for one in results] == [
        ("North", "1.50", ""),
        ("South", "3", "Fewer homes"),
    ]
    ratings = [one for one in rows(council, capsys, "group_ratings") if one["period"] == "2026-27-Q1"]
    assert [(one["group"], one["value"], one["target"]) for one in ratings] == [
        ("North", "1.50", "-1000.50"),
        ("South", "3", "-2000"),
    ]


def test_comparators_are_told_apart_by_a_number(council: Path, capsys: Capture) -> None:
    found = rows(council, capsys, "comparators")
    assert [(one["number"], one["is"], one["value"], one["year"], one["period"]) for one in found] == [
        ("1", "council", "-3", "2026-27", ""),
        ("2", "average", "-4.0", "2026-27", "2025-26"),
    ]


def test_ratings_are_told_for_every_period_with_the_figures_behind_them(council: Path, capsys: Capture) -> None:
    found = rows(council, capsys, "ratings")
    amber = row(found, indicator="HSG-PI-01", period="2026-27-Q2")
    assert amber["reason"] == "88.5 is 6.8% short of 95; amber to 10% of target"
    wanted = {
        "state": "amber",
        "word": "Amber",
        "colour": "amber",
        "rated": "yes",
        "basis": "actual",
        "method": "tolerance",
        "tolerance": "10%",
        "value": "88.50",
        "target": "95",
        "provisional": "yes",
        "previous": "declined",
        "last_year": "no-previous",
        "forecast": "94",
        "forecast_state": "amber",
    }
    assert wanted.items() <= amber.items()
    assert "worse than target" in amber["triggers"]
    ranged = row(found, indicator="HSG-PI-02", period="2026-27-Q2")
    assert (ranged["word"], ranged["target"], ranged["target_low"], ranged["target_high"]) == (
        "On track",
        "",
        "10",
        "20",
    )
    assert row(found, indicator="0042", period="2026-27-Q2")["baseline"] == "improved"


def test_a_judgement_is_told_in_the_words_of_who_judged(council: Path, capsys: Capture) -> None:
    found = rows(council, capsys, "ratings")
    judged = row(found, indicator="HSG-PI-03", period="2026-27-Q2")
    assert (judged["basis"], judged["state"], judged["reason"], judged["method"]) == (
        "manual",
        "amber",
        "Agreed late",
        "",
    )
    paused = row(found, indicator="HSG-PI-03", period="2026-27-Q1")
    assert (paused["state"], paused["reason"], paused["rated"]) == ("suspended", "The committee did not sit", "no")


def test_work_risks_and_plans_stand_with_their_states(council: Path, capsys: Capture) -> None:
    (action,) = rows(council, capsys, "actions")
    assert (action["id"], action["state"], action["due_now"], action["service"]) == (
        "HSG-A1",
        "not-due",
        "2026-12-31",
        "HOUSING",
    )
    steps = rows(council, capsys, "milestones")
    assert [(one["action"], one["number"], one["id"], one["state"]) for one in steps] == [
        ("HSG-A1", "1", "", "complete-late"),
        ("HSG-A1", "2", "HSG-M2", "overdue-in-grace"),
    ]
    (risk,) = rows(council, capsys, "risks")
    assert (risk["id"], risk["score"], risk["current_impact"], risk["movement"]) == ("HSG-R1", "6", "high", "new")
    (pip,) = rows(council, capsys, "pips")
    assert (pip["id"], pip["indicator"], pip["open"], pip["factors"], pip["solutions"]) == (
        "PIP-1",
        "HSG-PI-01",
        "yes",
        "1",
        "1",
    )


# What an edition may show


@pytest.mark.parametrize("level", LEVELS)
def test_no_file_holds_a_text_above_its_edition(level: Visibility) -> None:
    edition = edition_of({name: json.dumps(value) for name, value in filled_council().items()}, level)
    extract = extract_of(edition)
    texts = []
    for name in tabular.available():
        writer = tabular.load(name)
        files = writer.write(extract)
        texts += [data.decode() if writer.TEXT else unzipped(data) for data in files.values()]
        texts.append(datapackage.descriptor(extract, writer.resource).decode())
    shown = {one for one in Visibility if canary(one) in "\n".join(texts)}
    assert shown <= set(LEVELS[: LEVELS.index(level) + 1])
    assert all("Ordinary words" in text for text in texts if "quarterly" in text and '"schema"' not in text)
    if level is not Visibility.PUBLIC:
        assert canary(Visibility.MEMBERS) in "\n".join(texts)


def test_columns_that_an_edition_may_not_show_are_not_there(council: Path, capsys: Capture) -> None:
    assert "source" not in rows(council, capsys, "results")[0]
    assert "resources_money" not in rows(council, capsys, "actions")[0]
    assert "resources_money" in rows(council, capsys, "actions", "--edition", "members")[0]
    officers = rows(council, capsys, "results", "--edition", "officers")
    assert row(officers, indicator="0042", period="2026-27-Q2")["source"] == "The ledger"
    assert rows(council, capsys, "risks", "--edition", "officers")[0]["note"] == "Only for officers"


def test_exempt_items_and_what_names_them_are_left_out(council: Path, capsys: Capture) -> None:
    assert [(one["id"], one["escalated_to"]) for one in rows(council, capsys, "risks")] == [("HSG-R1", "")]
    members = rows(council, capsys, "risks", "--edition", "members")
    assert [(one["id"], one["escalated_to"]) for one in members] == [("HSG-R1", "HSG-R9"), ("HSG-R9", "")]


def test_an_exempt_indicator_stands_in_no_table(council: Path, tmp_path: Path, capsys: Capture) -> None:
    exempt = "    title: =1+1\n    exempt: {paragraph: 3, reason: Under negotiation}\n"
    lay_out(council, **COUNCIL | {"more.yaml": INDICATORS.replace("    title: =1+1\n", exempt)})
    export(council, capsys, "--format", "csv,json", "--output", str(tmp_path / "out"))
    assert [path.name for path in (tmp_path / "out").iterdir() if b"0042" in path.read_bytes()] == []
    export(council, capsys, "--edition", "members", "--output", str(tmp_path / "out"))
    assert len([path for path in (tmp_path / "out").glob("*.csv") if b"0042" in path.read_bytes()]) == 10


def test_exempt_parts_of_a_plan_are_not_counted(council: Path, capsys: Capture) -> None:
    factor = "    term: long term\n"
    exempt = FILES["pips/relet.yaml"].replace(factor, f"{factor}    exempt: {{paragraph: 3, reason: Private}}\n")
    lay_out(council, **COUNCIL | {"pips/relet.yaml": exempt})
    assert [one["factors"] for one in rows(council, capsys, "pips")] == ["0"]
    assert [one["factors"] for one in rows(council, capsys, "pips", "--edition", "officers")] == ["1"]


def test_exempt_text_that_somebody_copied_stops_the_export(council: Path, tmp_path: Path, capsys: Capture) -> None:
    copied = RESULTS.replace("Fewer homes", f"{EXEMPT} soon")
    lay_out(council, **COUNCIL | {"figures.yaml": copied})
    said = export(council, capsys, "--output", str(tmp_path / "out"), code=1)
    assert "group_results is not written, because exempt text would stand in it: HSG-R9" in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "slip", ['exempt: "3"', "exempt: {paragraph: 3, reason: }", "exmept: {paragraph: 3, reason: Private}"]
)
def test_an_exemption_that_cannot_be_read_keeps_everything_back(
    council: Path, tmp_path: Path, capsys: Capture, slip: str
) -> None:
    title = "    title: =1+1\n"
    lay_out(council, **COUNCIL | {"more.yaml": INDICATORS.replace(title, f"{title}    {slip}\n")})
    said = export(council, capsys, "--output", str(tmp_path / "out"), code=1)
    assert "nothing is written for the public, because more.yaml may hold an exemption that cannot be read" in said
    assert not (tmp_path / "out").exists()
    export(council, capsys, "--edition", "officers", "--output", str(tmp_path / "out"))


# The descriptor


@pytest.fixture(scope="module")
def example_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("example") / "open-data"
    told = ["-C", str(EXAMPLE), "--as-at", "2026-11-21", "export", "--format", "csv,json,xlsx", "--output", str(out)]
    assert main(told) == 0
    return out


def described(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return found


def table_in(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_descriptor_says_what_the_tables_are(example_files: Path) -> None:
    package = described(example_files)
    assert package["profile"] == "tabular-data-package"
    assert package["name"] == "wexcombe-district-council-performance"
    assert package["created"] == "2026-11-21T00:00:00Z"
    assert "licenses" not in package
    assert [resource["name"] for resource in package["resources"]] == list(datasets.names())
    for resource in package["resources"]:
        with (example_files / resource["path"]).open(encoding="utf-8", newline="") as lines:
            heading = next(csv.reader(lines))
        assert [field["name"] for field in resource["schema"]["fields"]] == heading
        assert len(set(heading)) == len(heading)
        assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", name) for name in heading)
        assert all(field["description"].strip() for field in resource["schema"]["fields"])
        assert resource["schema"]["missingValues"] == [""]


def test_every_cell_is_what_its_field_says(example_files: Path) -> None:
    reads: dict[str, Callable[[str], object]] = {
        "number": Decimal,
        "integer": int,
        "date": date.fromisoformat,
        "boolean": {"yes": True, "no": False}.__getitem__,
        "string": str,
    }
    for resource in described(example_files)["resources"]:
        for one in table_in(example_files, resource["name"]):
            for field in resource["schema"]["fields"]:
                cell = one[field["name"]]
                assert cell or not field.get("constraints"), (resource["name"], field["name"])
                if cell:
                    reads[field["type"]](cell)


def test_keys_tell_rows_apart_and_lead_to_other_tables(example_files: Path) -> None:
    linked = 0
    for resource in described(example_files)["resources"]:
        found = table_in(example_files, resource["name"])
        schema = resource["schema"]
        keys = [tuple(one[name] for name in schema["primaryKey"]) for one in found]
        assert len(set(keys)) == len(keys), resource["name"]
        for link in schema["foreignKeys"]:
            reference = link["reference"]
            known = {one[reference["fields"]] for one in table_in(example_files, reference["resource"])}
            assert {one[link["fields"]] for one in found} <= known | {""}
            linked += 1
    assert linked == 13


def test_a_link_to_a_table_that_is_not_there_is_not_told(council: Path, tmp_path: Path, capsys: Capture) -> None:
    export(council, capsys, "results", "--output", str(tmp_path / "out"))
    (resource,) = described(tmp_path / "out")["resources"]
    assert resource["schema"]["foreignKeys"] == []


@pytest.mark.parametrize(
    ("format_", "path", "dialect"),
    [("json", "results.json", {"property": "rows"}), ("xlsx", "planwright.xlsx", {"sheetName": "results"})],
)
def test_tables_that_are_no_csv_are_described_too(
    council: Path, tmp_path: Path, capsys: Capture, format_: str, path: str, dialect: dict[str, str]
) -> None:
    export(council, capsys, "results", "--format", format_, "--output", str(tmp_path))
    package = described(tmp_path)
    (resource,) = package["resources"]
    assert (package["profile"], resource["path"], resource["dialect"]) == ("data-package", path, dialect)


def test_another_programs_descriptor_is_not_taken_for_ours() -> None:
    assert datapackage.is_own(datapackage.descriptor(one_table(), tabular.load("csv").resource))
    assert not datapackage.is_own(b"{}")
    assert not datapackage.is_own(b"[]")
    assert not datapackage.is_own(b"\xff")


# Formats


@given(st.text(st.sampled_from("'=+-@＝\t\n \ra1.5"), max_size=8))
@example("'")
@example("'-5")
@example("''=1")
def test_text_in_csv_is_never_a_formula_and_comes_back_as_it_was(text: str) -> None:
    cell = inert(text)
    assert revived(cell) == text
    if not cell.lstrip("-").replace(".", "", 1).isdigit():
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_numbers_are_never_touched_in_csv() -> None:
    written = tabular.load("csv").write(one_table(Decimal("-5.10"), None, type_="number"))["things.csv"]
    assert written == b'thing\n-5.10\n""\n'


def test_csv_is_plain_utf8_with_one_line_end(council: Path, tmp_path: Path, capsys: Capture) -> None:
    export(council, capsys, "--output", str(tmp_path))
    for file in tmp_path.glob("*.csv"):
        data = file.read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in data
        assert data.endswith(b"\n")
    assert "£" in (tmp_path / "indicators.csv").read_text(encoding="utf-8")


def test_json_holds_one_object_with_a_list_of_rows(council: Path, capsys: Capture) -> None:
    found = json.loads(export(council, capsys, "results", "--format", "json"))
    rows = found.pop("rows")
    assert found == {"version": 1, "as_at": "2026-11-21", "edition": "public", "table": "results"}
    first = row(rows, indicator="0042", period="2026-27-Q1")
    assert first["value"] == "-1234567890123456.75"
    assert first["forecast"] is None
    assert first["provisional"] is False
    assert first["comment"].startswith("-2 against")
    assert json.loads(export(council, capsys, "milestones", "--format", "json"))["rows"][0]["number"] == 1


def test_a_workbook_keeps_text_as_text_and_exact_numbers_as_numbers(
    council: Path, tmp_path: Path, capsys: Capture
) -> None:
    export(council, capsys, "--format", "xlsx", "--output", str(tmp_path))
    data = (tmp_path / "planwright.xlsx").read_bytes()
    heading, *results = sheet(data, "results")
    found = [dict(zip(heading, one, strict=True)) for one in results if one[0] == "0042"]
    assert found[0]["value"] == "-1234567890123456.75"  # a spreadsheet would round it
    assert found[1]["value"] == -1.1
    assert (found[0]["as_at"], found[0]["provisional"]) == (date(2026, 6, 30), "no")
    assert found[0]["comment"].startswith("-2 against plan")
    heading, *indicators = sheet(data, "indicators")
    assert ["0042", "=1+1"] in [one[:2] for one in indicators]
    assert heading[:2] == ["id", "title"]
    inside = unzipped(data)
    assert "<f>" not in inside
    assert "<hyperlink" not in inside
    assert 'state="frozen"' in inside
    assert "<autoFilter" in inside
    assert 'formatCode="0.00"' in inside


def test_the_same_inputs_make_the_same_workbook_at_any_time(council: Path, tmp_path: Path, capsys: Capture) -> None:
    for folder in ("a", "b"):
        export(council, capsys, "--format", "xlsx,csv,json", "--output", str(tmp_path / folder))
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert len(names) == 2 * len(datasets.names()) + 2
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in names)
    with zipfile.ZipFile(tmp_path / "a" / "planwright.xlsx") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2026-11-21T00:00:00Z") == 2


def test_what_does_not_fit_a_workbook_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"row 2 of things does not fit a workbook \(thing\); use --format csv"):
        tabular.load("xlsx").write(one_table("short", "x" * 32_768))


def test_a_workbook_without_its_library_is_one_line_that_helps(
    council: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    said = export(council, capsys, "--format", "xlsx", "--output", str(tmp_path / "out"), code=2)
    assert said.endswith("workbooks need one more part of planwright: pip install planwright[xlsx]\n")
    assert not (tmp_path / "out").exists()


# The command


def test_list_names_every_table(council: Path, capsys: Capture) -> None:
    lines = export(council, capsys, "--list").splitlines()
    assert [line.split()[0] for line in lines] == list(datasets.names())
    assert "Targets: what each indicator should reach, by period" in lines[-1]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([], "one table at a time can be printed: name one of actions, "),
        (["results", "targets"], "one table at a time can be printed"),
        (["results", "--format", "xlsx"], "xlsx cannot be printed; say into which folder with --output DIR"),
        (["results", "--format", "csv,json"], "one format at a time can be printed, not csv and json"),
        (["result"], "there is no table 'result'; did you mean results?"),
        (["results", "--format", "ods"], "there is no format 'ods' for tables"),
        (["results", "--edition", "publick"], "there is no edition 'publick'; did you mean public?"),
    ],
)
def test_wrong_use_exits_2_with_what_there_is(council: Path, capsys: Capture, asked: list[str], said: str) -> None:
    assert said in export(council, capsys, *asked, code=2)


@pytest.mark.parametrize("folder", ["con", "in/.git/hooks"])
def test_a_folder_that_must_not_be_is_refused(council: Path, tmp_path: Path, capsys: Capture, folder: str) -> None:
    export(council, capsys, "--output", str(tmp_path / folder), code=2)
    assert not (tmp_path / folder).exists()


def test_a_file_in_place_of_the_folder_is_refused(council: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    assert "is a file; name a folder for the tables" in export(
        council, capsys, "--output", str(tmp_path / "out"), code=2
    )


def test_what_was_written_is_named_and_written_again(council: Path, tmp_path: Path, capsys: Capture) -> None:
    told = export(council, capsys, "results", "targets", "--output", str(tmp_path)).splitlines()
    assert told == [str(tmp_path / name) for name in ("results.csv", "targets.csv", "datapackage.json")]
    assert export(council, capsys, "results", "--output", str(tmp_path), "--quiet") == ""


def test_somebody_elses_file_is_not_replaced_unless_told(council: Path, tmp_path: Path, capsys: Capture) -> None:
    mine = tmp_path / "results.csv"
    mine.write_text("mine", encoding="utf-8")
    assert "was not made by planwright, so nothing was written" in export(
        council, capsys, "--output", str(tmp_path), code=1
    )
    assert [path.name for path in tmp_path.glob("*.*")] == ["results.csv"]
    export(council, capsys, "--output", str(tmp_path), "--overwrite")
    assert mine.read_text(encoding="utf-8").startswith("indicator,period,value")


def test_all_files_are_written_or_none(council: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out"
    export(council, capsys, "results", "--output", str(out))
    before = (out / "datapackage.json").read_bytes()
    (out / "targets.csv").mkdir()
    said = export(council, capsys, "--output", str(out), code=2)
    assert "targets.csv could not be written: it is a folder, where a file is needed. Nothing was changed." in said
    assert sorted(path.name for path in out.iterdir()) == ["datapackage.json", "results.csv", "targets.csv"]
    assert (out / "datapackage.json").read_bytes() == before


def test_a_disk_that_fills_up_half_way_leaves_the_folder_as_it_was(
    council: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(council, capsys, "results", "--output", str(tmp_path / "out"), as_at="2026-07-31")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    replace, begun = Path.replace, []

    def full(path: Path, target: Path) -> Path:
        begun.append(path)
        if len(begun) == 13:
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full)
    said = export(council, capsys, "--output", str(tmp_path / "out"), code=2)
    assert "the disk or your share of it is full. Nothing was changed." in said
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_a_folder_that_cannot_be_made_is_told(council: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    said = export(council, capsys, "--output", str(tmp_path / "file" / "out"), code=2)
    assert "could not be written: a file stands where a folder is needed" in said


HARD = """\
kind: indicators
service: HOUSING
indicators:
  - {id: "1.10", title: Pupils, polarity: higher, frequency: academic-year}
  - {id: "12e5", title: Crashes, polarity: lower, frequency: calendar-year}
  - {id: Mar-25, title: Survey, polarity: higher, frequency: two-yearly}
  - {id: MONTHLY, title: Calls, polarity: higher, frequency: monthly}
"""
HARD_RESULTS = """\
kind: results
period: 2025-26
results:
  "1.10":
    year: {value: 0.30000000000000004, comment: "'=1+1"}
  "12e5":
    year: {value: -0.5, comment: "-5"}
  Mar-25:
    year: {numerator: 1, denominator: 3, comment: "+44 1234 or @home; £5, \\"quoted\\""}
  MONTHLY:
    "2025-04": {value: 100.00, comment: "1 April 2025"}
    H1: {missing: not collected, reason: Half a year is not counted}
"""


@pytest.mark.parametrize(("format_", "file"), [("csv", "results.csv"), ("xlsx", "planwright.xlsx")])
@pytest.mark.parametrize("edition", ["public", "officers"])
def test_what_is_exported_imports_without_a_change(
    tmp_path: Path, capsys: Capture, format_: str, file: str, edition: str
) -> None:
    hard = {"hard.yaml": HARD, "hard-results.yaml": HARD_RESULTS}
    council = lay_out(tmp_path / "plan", **COUNCIL | hard)
    before = {path: path.read_bytes() for path in council.rglob("*.yaml")}
    export(council, capsys, "results", "--format", format_, "--edition", edition, "--output", str(tmp_path / "out"))
    assert main(["-C", str(council), "--as-at", "2026-11-21", "import", str(tmp_path / "out" / file)]) == 0
    assert f"{file}: 0 accepted, 12 unchanged, 0 left out, 0 refused" in "".join(capsys.readouterr())
    assert {path: path.read_bytes() for path in council.rglob("*.yaml")} == before


def test_a_risk_at_an_earlier_date_has_the_words_of_its_score_then(council: Path, capsys: Capture) -> None:
    (council / "old-risks.yaml").write_text(
        "kind: risk-log\nid: OLD\nservice: HOUSING\nrisks:\n  - id: OLD-R1\n    title: Rents fall\n"
        "    reviewed: 2026-09-01\n"
        "    current: {likelihood: low, impact: low}\n    history:\n"
        "      - {on: 2026-03-01, likelihood: high, impact: high}\n",
        encoding="utf-8",
    )
    before = row(rows(council, capsys, "risks", as_at="2026-05-01"), id="OLD-R1")
    after = row(rows(council, capsys, "risks"), id="OLD-R1")
    assert (before["score"], before["current_likelihood"]) == ("9", "high")
    assert (after["score"], after["current_likelihood"]) == ("1", "low")
