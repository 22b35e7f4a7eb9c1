"""`planwright confirm`: links are dated and take down how their parents read, and nothing else in the file changes."""

from pathlib import Path

import pytest
from small_council import FILES, lay_out

from planwright.cli import main
from planwright.document import parse

Capture = pytest.CaptureFixture[str]
PLAN = "services/housing/plan.yaml"
CORPORATE = FILES["corporate.yaml"] + "  - id: CORP-2\n    title: 'Rents: fair and paid'\n    links: [CORP-1]\n"
LINKED = """\
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links:
      # Agreed with tenants.
      - to: CORP-1
        type: direct
        confirmed: 2026-03-31
        wording: Homes for most
      - CORP-2   # bare
  - id: HSG-O2
    title: Short
    links: [CORP-1, CORP-2]
  - {id: HSG-O3, title: Braces, links: [{to: CORP-2, so_that: "rents, all of them, are paid"}]}
  - id: HSG-O4
    title: Loose
actions:
  - id: HSG-A1
    title: Talk
    objective: HSG-O1
"""


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return lay_out(tmp_path, **{PLAN: LINKED, "corporate.yaml": CORPORATE})


def confirm(council: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Run the command at a fixed date and return what it printed, or what it said when it failed."""
    assert main(["-C", str(council), "--as-at", "2026-11-21", "confirm", *arguments]) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


def text(council: Path) -> str:
    return (council / PLAN).read_text(encoding="utf-8")


def links(council: Path, index: int) -> object:
    value = parse(PLAN, text(council).encode()).value
    assert isinstance(value, dict)
    objectives = value["objectives"]
    assert isinstance(objectives, list)
    objective = objectives[index]
    assert isinstance(objective, dict)
    return objective["links"]


def test_reworded_and_never_confirmed_links_are_confirmed_in_place(council: Path, capsys: Capture) -> None:
    said = confirm(council, capsys, "HSG-O1")
    assert "-        wording: Homes for most" in said
    assert "+        wording: Homes for all" in said
    assert said.endswith("HSG-O1 is confirmed to serve CORP-1 and CORP-2.\n")
    assert text(council) == LINKED.replace(
        "        confirmed: 2026-03-31\n        wording: Homes for most\n      - CORP-2   # bare\n",
        "        confirmed: 2026-11-21\n        wording: Homes for all\n"
        '      - to: CORP-2   # bare\n        confirmed: 2026-11-21\n        wording: "Rents: fair and paid"\n',
    )


def test_what_is_confirmed_and_reads_so_still_is_left_alone(council: Path, capsys: Capture) -> None:
    confirm(council, capsys, "HSG-O1")
    after = text(council)
    assert "Every link of HSG-O1 is confirmed" in confirm(council, capsys, "HSG-O1")
    assert text(council) == after
    main(["-C", str(council), "--as-at", "2026-12-01", "confirm", "HSG-O1", "--all"])
    assert text(council) == after.replace("2026-11-21", "2026-12-01")


@pytest.mark.parametrize(
    ("asked", "index", "expected"),
    [
        (
            ["HSG-O2", "CORP-2"],
            1,
            ["CORP-1", {"to": "CORP-2", "confirmed": "2026-11-21", "wording": "Rents: fair and paid"}],
        ),
        (
            ["HSG-O3"],
            2,
            [
                {
                    "to": "CORP-2",
                    "so_that": "rents, all of them, are paid",
                    "confirmed": "2026-11-21",
                    "wording": "Rents: fair and paid",
                }
            ],
        ),
    ],
)
def test_links_in_brackets_hold_what_is_confirmed(
    council: Path, capsys: Capture, asked: list[str], index: int, expected: object
) -> None:
    confirm(council, capsys, *asked)
    assert links(council, index) == expected
    assert main(["-C", str(council), "validate", "--select", "PW0"]) == 0


def test_a_dry_run_prints_and_writes_nothing(council: Path, capsys: Capture) -> None:
    said = confirm(council, capsys, "HSG-O2", "--dry-run")
    assert "confirmed: 2026-11-21" in said
    assert said.endswith("HSG-O2 would be confirmed to serve CORP-1 and CORP-2.\n")
    assert text(council) == LINKED


def test_the_finding_on_a_reworded_parent_names_the_command_that_mends_it(council: Path, capsys: Capture) -> None:
    main(["-C", str(council), "validate", "--select", "PW113"])
    assert "`planwright confirm HSG-O1 CORP-1`" in capsys.readouterr().out
    confirm(council, capsys, "HSG-O1", "CORP-1")
    assert main(["-C", str(council), "validate", "--select", "PW113"]) == 0
    assert "CORP-2   # bare" in text(council)


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["HSG-O9"], 2, "there is no item HSG-O9; did you mean HSG-"),
        (["HSG-O2", "CORP-9"], 2, "HSG-O2 is not linked to CORP-9; did you mean CORP-1?"),
        (["HSG-O2", "ZZZ"], 2, "HSG-O2 is not linked to ZZZ; it is linked to CORP-1 and CORP-2"),
        (["HSG-O2", "CORP-1", "--all"], 2, "name CORP-1, or all with --all; not both"),
        (["HSG-PI-01"], 2, "HSG-PI-01 is an indicator, which has no links to confirm"),
        (["CORP-1"], 2, "for what serves it: `planwright confirm ID CORP-1` with CORP-2, HSG-O1 or HSG-O2"),
        (["HSG-O4"], 2, "HSG-O4 has no links to anything that is known"),
        (["HSG-A1"], 2, "HSG-A1 has no links to anything that is known"),
    ],
)
def test_what_cannot_be_confirmed_is_said(
    council: Path, capsys: Capture, arguments: list[str], code: int, expected: str
) -> None:
    assert expected in confirm(council, capsys, *arguments, code=code)
    assert text(council) == LINKED


def test_a_file_with_something_unread_is_left_as_it_is(council: Path, capsys: Capture) -> None:
    broken = text(council).replace("title: Short", "titel: Short")
    (council / PLAN).write_text(broken, encoding="utf-8", newline="\n")
    said = confirm(council, capsys, "HSG-O1", code=1)
    assert "there is no field titel here" in said
    assert "nothing was written" in said
    assert text(council) == broken
