"""`planwright status`: every type, every filter, every format."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from small_council import FILES, lay_out

from planwright.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return lay_out(tmp_path)


def status(council: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Run the command at a fixed date and return what it printed, or what it said when it failed."""
    assert main(["-C", str(council), "--as-at", "2026-11-21", "status", *arguments]) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


def ids(council: Path, capsys: Capture, *arguments: str) -> list[str]:
    return [item["id"] for item in json.loads(status(council, capsys, "--format", "json", *arguments))["items"]]


def test_text_shows_everything_that_has_a_state(council: Path, capsys: Capture) -> None:
    lines = status(council, capsys).splitlines()
    assert [line.split()[:2] for line in lines[1:9]] == [
        ["HSG-PI-01", "indicator"],
        ["HSG-PI-02", "indicator"],
        ["LEI-PI-01", "indicator"],
        ["HSG-A1", "action"],
        ["HSG-A1/1", "milestone"],
        ["HSG-M2", "milestone"],
        ["HSG-R1", "risk"],
        ["PIP-1", "pip"],
    ]
    assert "Amber" in lines[1]
    assert "88.5 is 6.8% short of 95; amber to 10% of target" in lines[1]
    assert "On track" in lines[2]  # the council's own word for green
    assert lines[-6:] == [
        "",
        "3 indicators: 1 on track, 1 amber, 1 late",
        "1 action: 1 not due",
        "2 milestones: 1 overdue (in grace), 1 complete (late)",
        "1 risk: 1 high",
        "1 improvement plan: 1 in progress",
    ]


def test_the_colour_that_was_asked_for_is_shown(council: Path, capsys: Capture) -> None:
    titles, high, *_ = status(council, capsys, "--only", "red").splitlines()
    assert titles.split()[:4] == ["id", "type", "state", "colour"]
    assert high.split()[:4] == ["HSG-R1", "risk", "High", "red"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--only", "withheld,blue", "--service", "LEISURE"], "Nothing that was asked for is withheld or blue at"),
        (["HEAD"], "Nothing that was asked for is in any state at"),
    ],
)
def test_nothing_is_said_in_words(council: Path, capsys: Capture, asked: list[str], said: str) -> None:
    assert status(council, capsys, *asked) == f"{said} 2026-11-21.\n"


def test_quiet_leaves_the_closing_line_out(council: Path, capsys: Capture) -> None:
    assert "3 indicators" not in status(council, capsys, "--quiet")


def test_json_has_the_promised_shape(council: Path, capsys: Capture) -> None:
    report = json.loads(status(council, capsys, "HSG-PI-01", "--format", "json"))
    assert report == {
        "version": 1,
        "as_at": "2026-11-21",
        "items": [
            {
                "id": "HSG-PI-01",
                "type": "indicator",
                "title": "Households offered a home within 21 days",
                "service": "HOUSING",
                "period": "2026-27-Q2",
                "state": "amber",
                "colour": "amber",
                "reason": "88.5 is 6.8% short of 95; amber to 10% of target",
                "basis": "actual",
                "provisional": True,
                "value": "88.50",
                "target": "95",
                "due": None,
                "direction": {
                    "previous": "declined",
                    "last_year": "no-previous",
                    "year_end": "no-previous",
                    "baseline": None,
                },
                "groups": [],
                "forecast_state": "amber",
                "triggers": ["worse than target", "forecast to miss"],
            }
        ],
        "roll_ups": [],
        "missing": [],
    }


def test_json_of_the_other_types(council: Path, capsys: Capture) -> None:
    items = {item["id"]: item for item in json.loads(status(council, capsys, "--format", "json"))["items"]}
    assert items["HSG-PI-02"]["target"] == "10 to 20"
    assert (items["LEI-PI-01"]["basis"], items["LEI-PI-01"]["value"]) == (None, None)
    assert items["HSG-R1"]["reason"].endswith("; its review was due 2026-09-01")
    assert (items["HSG-R1"]["value"], items["HSG-R1"]["target"]) == ("6", "3")
    assert items["HSG-R1"]["direction"] == {
        "previous": "new",
        "last_year": None,
        "year_end": None,
        "baseline": None,
    }
    assert (items["HSG-M2"]["due"], items["HSG-M2"]["service"]) == ("2026-11-16", "HOUSING")
    assert items["PIP-1"]["title"] == "Households offered a home within 21 days"
    assert items["PIP-1"]["due"] == "2027-01-20"


def item(council: Path, capsys: Capture, id_: str, as_at: str = "2026-11-21") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(status(council, capsys, id_, "--format", "json", "--as-at", as_at))["items"][0]
    return found


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("reviewed: 2026-11-01", "likelihood medium, impact high: scores 6, high"),
        ("category: money", "likelihood medium, impact high: scores 6, high; it was never reviewed"),
        ("closed: 2026-10-01\n    closed_because: The scheme ended", "closed 2026-10-01: The scheme ended"),
    ],
)
def test_a_risk_says_when_its_review_is_overdue(written: str, reason: str, tmp_path: Path, capsys: Capture) -> None:
    risks = "services/housing/risks.yaml"
    council = lay_out(tmp_path, **{risks: FILES[risks].replace("reviewed: 2026-06-01", written)})
    assert item(council, capsys, "HSG-R1")["reason"] == reason


def test_an_improvement_plan_says_when_progress_is_overdue(council: Path, capsys: Capture) -> None:
    assert item(council, capsys, "PIP-1", "2027-01-20")["reason"] == "progress is being recorded"
    late = "progress is being recorded; progress was due 2027-01-20"
    assert item(council, capsys, "PIP-1", "2027-01-21")["reason"] == late


def test_the_councils_word_for_a_colour_does_not_replace_its_name_for_a_risk_band(
    tmp_path: Path, capsys: Capture
) -> None:
    settings = FILES["planwright.yaml"] + "  red: {word: Off track}\n"
    out = status(lay_out(tmp_path, **{"planwright.yaml": settings}), capsys, "HSG-R1")
    assert "High" in out
    assert "Off track" not in out


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["HSG-A1"], ["HSG-A1", "HSG-A1/1", "HSG-M2"]),  # an action brings its milestones
        (["HSG-M2"], ["HSG-M2"]),
        (["HSG-RL"], ["HSG-R1"]),  # a log brings its risks
        (["HSG"], ["HSG-A1", "HSG-A1/1", "HSG-M2"]),  # a plan brings what stands in it
        (["LEISURE"], ["LEI-PI-01"]),
        (["HSG-O1"], ["HSG-PI-01", "HSG-PI-02", "HSG-A1", "HSG-A1/1", "HSG-M2", "HSG-R1"]),
        (["CORP-1"], ["HSG-PI-01", "HSG-PI-02", "LEI-PI-01", "HSG-A1", "HSG-A1/1", "HSG-M2", "HSG-R1"]),
        (["PIP-1", "LEI-PI-01"], ["LEI-PI-01", "PIP-1"]),
        (["HEAD"], []),
        (["--service", "LEISURE"], ["LEI-PI-01"]),
        (["--service", "HOUSING", "--only", "amber"], ["HSG-PI-01", "HSG-M2"]),
        (["--only", "red"], ["HSG-R1"]),
        (["--only", "overdue-in-grace, late"], ["LEI-PI-01", "HSG-M2"]),
        (["--only", "blue"], ["HSG-A1/1"]),
        (["--only", "blue", "--only", "late,red"], ["LEI-PI-01", "HSG-A1/1", "HSG-R1"]),
        (["--only", "grey"], ["LEI-PI-01", "HSG-A1", "PIP-1"]),
        (["--only", "withheld"], []),
    ],
)
def test_filters(asked: list[str], found: list[str], council: Path, capsys: Capture) -> None:
    assert ids(council, capsys, *asked) == found


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["HSG-PI-10"], "there is no item HSG-PI-10; did you mean HSG-PI-01?"),
        (["????"], "there is no item ????; nothing is called like it"),
        (["--service", "HOUSNG"], "there is no service HOUSNG; did you mean HOUSING?"),
        (["--service", "HSG-A1"], "HSG-A1 is an action, not a service"),
        (
            ["--only", "redd"],
            "there is no state 'redd'; did you mean red? In use: green, amber, red, blue, grey, not-due, ",
        ),
        (
            ["--only", "On track"],
            "there is no state 'On track'; in use: green, amber, red, blue, grey, not-due, ",
        ),  # never the council's own words
        (["--format", "xml"], "there is no format 'xml'; there are text, json, csv, md"),
    ],
)
def test_wrong_use_exits_2_with_what_there_is(asked: list[str], said: str, council: Path, capsys: Capture) -> None:
    printed = status(council, capsys, *asked, code=2)
    assert printed.startswith(f"planwright: {said}")
    assert "quartile" not in printed


INDICATORS = "services/housing/indicators.yaml"
FIVE = """\
  - id: HSG-PI-03
    title: Calls answered
    polarity: higher
    targets: {2026-27: 50}
    rating: {preset: five-state}
    breakdown: {by: area, groups: [North, South], targets: {South: {2026-27: 40}}}
  - id: HSG-PI-04
    title: Tenants' trust
    polarity: higher
    rating: {basis: manual}
collections:
  - id: TOGETHER
    title: Speed and quality
    indicators: [HSG-PI-01, HSG-PI-03]
"""
FIVE_RESULTS = """\
  HSG-PI-03:
    Q1: 40
    Q2: {value: 80, groups: {North: 90, South: 20.5}}
  HSG-PI-04:
    Q2: {judgement: {state: Splendid, reason: They say so., by: HEAD, on: 2026-10-05}}
"""
OWN_STATES = "  Splendid: {colour: blue, word: First rate}\nroll_up: {rule: worst}\n"


@pytest.fixture
def every_family(tmp_path: Path) -> Path:
    """The small council with five states, areas, a judgement, a collection, a state of its own and a roll-up rule."""
    return lay_out(
        tmp_path,
        **{
            INDICATORS: FILES[INDICATORS] + FIVE,
            "results.yaml": FILES["results.yaml"] + FIVE_RESULTS,
            "planwright.yaml": FILES["planwright.yaml"] + OWN_STATES,
            "organisation.yaml": FILES["organisation.yaml"].replace(
                "title: Leisure", "title: Leisure\n    portfolio: FUN"
            )
            + "portfolios:\n  - {id: FUN, title: Fun}\n",
        },
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["--only", "well-above"], ["HSG-PI-03"]),
        (["--only", "Splendid"], ["HSG-PI-04"]),
        (["--only", "blue"], ["HSG-PI-03", "HSG-PI-04", "HSG-A1/1"]),
        (["--only", "no-benchmark,well-below"], []),
        (["TOGETHER"], ["HSG-PI-01", "HSG-PI-03"]),
        (["FUN"], ["LEI-PI-01"]),
    ],
)
def test_every_state_can_be_asked_for(asked: list[str], found: list[str], every_family: Path, capsys: Capture) -> None:
    assert ids(every_family, capsys, *asked) == found


def test_a_state_of_another_council_is_none_of_this_one(council: Path, capsys: Capture) -> None:
    assert "there is no state 'Splendid'" in status(council, capsys, "--only", "Splendid", code=2)


def test_a_judgement_is_shown_as_one(every_family: Path, capsys: Capture) -> None:
    found = item(every_family, capsys, "HSG-PI-04")
    assert (found["basis"], found["value"], found["state"]) == ("manual", None, "Splendid")
    assert "They say so (judged by HEAD, 2026-10-05)" in status(every_family, capsys, "HSG-PI-04")


def test_areas_stand_beside_their_indicator(every_family: Path, capsys: Capture) -> None:
    found = json.loads(status(every_family, capsys, "HSG-PI-03", "--format", "json"))["items"][0]
    assert found["groups"][1] == {
        "name": "South",
        "state": "well-below",
        "colour": "red",
        "reason": "20.5 is 48.8% short of 40; behind target to 10% of target",
        "value": "20.5",
        "target": "40",
    }


def test_what_was_asked_for_is_rolled_up(every_family: Path, capsys: Capture) -> None:
    asked = ("CORP-1", "TOGETHER", "HSG-A1")
    assert json.loads(status(every_family, capsys, *asked, "--format", "json"))["roll_ups"] == [
        {
            "id": "CORP-1",
            "type": "objective",
            "title": "Homes for all",
            "state": "amber",
            "reason": "the worst of the 2 that are rated is amber",
            "total": 3,
            "rated": 2,
            "not_rated": 1,
            "states": {"amber": 1, "green": 1, "late": 1},
            "indirect": [],
        },
        {
            "id": "TOGETHER",
            "type": "collection",
            "title": "Speed and quality",
            "state": "amber",
            "reason": "the worst of the 2 that are rated is amber",
            "total": 2,
            "rated": 2,
            "not_rated": 0,
            "states": {"amber": 1, "well-above": 1},
            "indirect": [],
        },
    ]
    last = status(every_family, capsys, *asked).splitlines()[-1]
    assert last == (
        "TOGETHER (collection): Amber, as the worst of the 2 that are rated is amber; "
        "2 indicators; of 2 rated: 1 amber, 1 well ahead of target"
    )
    assert json.loads(status(every_family, capsys, "--format", "json"))["roll_ups"] == []


def test_without_a_rule_only_the_counts_are_told(council: Path, capsys: Capture) -> None:
    last = status(council, capsys, "CORP-1").splitlines()[-1]
    assert last == "CORP-1 (objective): 3 indicators; of 2 rated: 1 on track, 1 amber; 1 not rated (1 late)"


def test_an_earlier_figure_that_never_came_is_told_below(tmp_path: Path, capsys: Capture) -> None:
    first = FILES["results.yaml"].replace("  HSG-PI-02:\n", "  HSG-PI-02:\n    Q1: {as_at: 2026-07-01}\n")
    council = lay_out(tmp_path, **{"results.yaml": first})
    line = "Also missing: HSG-PI-02 2026-27-Q1 (114 days late)"
    assert line in status(council, capsys).splitlines()
    missing = json.loads(status(council, capsys, "--format", "json", "--service", "HOUSING"))["missing"]
    assert missing == [{"id": "HSG-PI-02", "period": "2026-27-Q1", "days_late": 114}]
    said = status(council, capsys, "HSG-PI-02", "--only", "late")
    assert said == f"Nothing that was asked for is late at 2026-11-21.\n{line}\n"
    for asked in (["--only", "green"], ["HSG-PI-01"], ["--service", "LEISURE"], ["--quiet"]):
        assert "Also missing" not in status(council, capsys, *asked)


def test_csv_and_markdown_have_the_same_rows(council: Path, capsys: Capture) -> None:
    rows = list(csv.reader(io.StringIO(status(council, capsys, "--format", "csv"))))
    lines = status(council, capsys, "--format", "md").splitlines()
    assert rows[0] == ["id", "type", "state", "colour", "period", "title", "why"]
    assert len(rows) == len(lines) - 1 == 9
    assert lines[2].replace("\\", "").startswith("| HSG-PI-01 | indicator | Amber | amber |")


def test_colour_is_used_where_it_is_wanted(council: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[1;33mAmber" in status(council, capsys)
    assert "\x1b" not in status(council, capsys, "--no-color")


def test_the_date_decides(council: Path, capsys: Capture) -> None:
    assert main(["-C", str(council), "status", "HSG-M2", "--as-at", "2026-12-25"]) == 0
    assert "Overdue  " in capsys.readouterr().out


def test_outside_a_workspace_it_says_where_it_looked(tmp_path: Path, capsys: Capture) -> None:
    assert "There is no planwright.yaml in" in status(tmp_path, capsys, code=2)
