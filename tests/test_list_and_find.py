"""`planwright list` says what there is, `planwright find` where it is said."""

import csv
import json
from pathlib import Path

import pytest
from conftest import workspace_of
from hypothesis import given, settings
from hypothesis import strategies as st
from small_council import FILES, lay_out

from planwright import kinds
from planwright.cli import main
from planwright.cli._catalogue import sort_named, sorts
from planwright.cli._search import search, texts
from planwright.wording import plural

Capture = pytest.CaptureFixture[str]
NOTES = """\
kind: corporate-plan
id: NOTES
title: "Our \\u202eplan"
period: 2026-27
vision: >-
  A home for every household
  in the landlords’ area, and
  nobody on the street
aims:
  - {id: N-1, title: "Caf\\u00e9s", description: "Two\\tlandlords"}
  - {id: N-10, title: Landlords first}
"""


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return lay_out(tmp_path, **{"notes.yaml": NOTES, "meeting.yaml": MEETING})


MEETING = "kind: meeting\nid: CAB\ncommittee: CABINET\ndate: 2026-09-01\nitems: []\n"


def run(council: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert main(["-C", str(council), "--as-at", "2026-11-21", *arguments]) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


def rows(printed: str) -> list[list[str]]:
    return list(csv.reader(printed.splitlines()))[1:]


def test_items_are_listed_with_whose_they_are_and_where(council: Path, capsys: Capture) -> None:
    printed = run(council, capsys, "list", "indicators")
    assert printed.splitlines()[0].split() == ["id", "title", "service", "owner", "where"]
    assert printed.splitlines()[1].split("  ")[0] == "HSG-PI-01"
    told = rows(run(council, capsys, "list", "Indicator", "--format", "csv"))
    assert told[2] == ["LEI-PI-01", "Visits", "LEISURE", "CHIEF", "services/housing/indicators.yaml:18"]
    of_service = rows(run(council, capsys, "list", "indicator", "--service", "LEISURE", "--format", "csv"))
    assert [row[0] for row in of_service] == ["LEI-PI-01"]
    assert "| HSG\\-R1 |" in run(council, capsys, "list", "risks", "--format", "md").replace("HSG-R1", "HSG\\-R1")
    data = json.loads(run(council, capsys, "list", "risk", "--format", "json"))
    assert data == {
        "version": 1,
        "kind": "risk",
        "items": [
            {
                "id": "HSG-R1",
                "title": "Landlords leave the scheme",
                "service": "HOUSING",
                "owner": "HEAD",
                "file": "services/housing/risks.yaml",
                "line": 5,
            }
        ],
    }


def test_what_has_no_title_is_called_by_what_it_is_about(council: Path, capsys: Capture) -> None:
    def titled(kind: str) -> str:
        return rows(run(council, capsys, "list", kind, "--format", "csv"))[0][1]

    assert titled("improvement plans") == "Households offered a home within 21 days"
    assert titled("service-plans") == "Housing: service plan, 2026-27 to 2028-29"
    assert titled("meetings") == "2026-09-01"
    assert titled("risk logs") == "Housing"
    assert rows(run(council, capsys, "list", "results", "--format", "csv")) == [
        ["", "2026-27", "", "", "results.yaml:1"],
    ]
    assert titled("settings") == "Wexcombe District Council"


def test_plans_of_every_layer_are_listed_and_searched_together(council: Path, capsys: Capture) -> None:
    for word in ("plans", "Plan"):
        kept = rows(run(council, capsys, "list", word, "--format", "csv"))
        assert [row[0] for row in kept] == ["CORP", "NOTES", "HSG"]
    where = {file for file, *_ in found(council, capsys, "landlord", "--kind", "plans")}
    assert where == {"notes.yaml", "services/housing/plan.yaml"}
    assert "plan" not in sorts()


def test_milestones_are_listed_by_the_ids_that_status_gives_them(council: Path, capsys: Capture) -> None:
    told = rows(run(council, capsys, "list", "milestones", "--format", "csv"))
    assert [(row[0], row[3]) for row in told] == [("HSG-A1/1", "HEAD"), ("HSG-M2", "HEAD")]


def test_without_a_kind_everything_is_counted(council: Path, capsys: Capture) -> None:
    counts = dict(line.split() for line in run(council, capsys, "list").splitlines()[1:])
    assert counts["indicator"] == "3"
    assert counts["results"] == "1"
    assert counts["aim"] == "2"
    assert "team" not in counts
    data = json.loads(run(council, capsys, "list", "--service", "LEISURE", "--format", "json"))
    assert data["kinds"] == [{"kind": "indicator", "count": 1}, {"kind": "service", "count": 1}]
    assert run(council, capsys, "list", "teams") == "None.\n"


def test_every_sort_of_item_and_every_kind_can_be_named() -> None:
    for sort in sorts():
        assert sort_named(sort) == sort
        assert sort_named(plural(sort).upper().replace("-", " ")) == sort
    for kind in kinds.names():
        sort_named(kind)
    assert {"post", "milestone", "decision", "factor", "results"} <= set(sorts())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("list", "indictors"), "there is nothing called 'indictors'; did you mean indicator"),
        (("list", "qqq"), "`planwright list` names them all"),
        (("list", "risks", "--service", "HOSUING"), "did you mean HOUSING?"),
        (("list", "--format", "xml"), "there is no format 'xml'"),
        (("find", "x", "--kind", "rsik"), "did you mean risk"),
        (("find", " "), "say what to find"),
        (("find", "x", "--format", "csv"), "there is no format 'csv'"),
    ],
)
def test_what_is_not_known_is_told_with_the_nearest(
    council: Path, capsys: Capture, arguments: tuple[str, ...], says: str
) -> None:
    assert says in run(council, capsys, *arguments, code=2)


def found(council: Path, capsys: Capture, *words: str) -> list[tuple[str, int, int, str, str]]:
    data = json.loads(run(council, capsys, "find", *words, "--format", "json"))
    assert data["total"] == len(data["hits"])
    return [(hit["file"], hit["line"], hit["column"], hit["id"], hit["field"]) for hit in data["hits"]]


def test_ids_and_titles_come_before_what_is_said_of_them(council: Path, capsys: Capture) -> None:
    assert found(council, capsys, "hsg-pi-01") == [
        ("services/housing/indicators.yaml", 4, 9, "HSG-PI-01", "id"),
        ("pips/relet.yaml", 3, 12, "PIP-1", "indicator"),
        ("results.yaml", 4, 3, "HSG-PI-01", "results"),
        ("services/housing/plan.yaml", 11, 19, "HSG-O1", "measured_by"),
    ]
    landlords = found(council, capsys, "landlords")
    assert [hit[3:] for hit in landlords] == [
        ("N-10", "title"),
        ("HSG-R1", "title"),
        ("HSG-R1", "title"),
        ("NOTES", "vision"),
        ("N-1", "description"),
    ]
    assert [hit[3] for hit in found(council, capsys, "N-1")] == ["N-1", "N-10"]


def test_all_words_stand_in_one_text_however_it_is_wrapped_and_quoted(council: Path, capsys: Capture) -> None:
    assert found(council, capsys, "nobody", "home") == [("notes.yaml", 8, 3, "NOTES", "vision")]
    assert found(council, capsys, "every household in the landlords' area") == [
        ("notes.yaml", 6, 14, "NOTES", "vision")
    ]
    assert found(council, capsys, "CAFÉS") == [("notes.yaml", 10, 22, "N-1", "title")]
    assert len(found(council, capsys, "nobody", "cafés", "--any")) == 2
    assert found(council, capsys, "landlords", "--kind", "aims") == found(council, capsys, "landlords", "--kind", "aim")
    assert [hit[3] for hit in found(council, capsys, "landlords", "--kind", "aim")] == ["N-10", "N-1"]
    assert [hit[3] for hit in found(council, capsys, "landlords", "--kind", "corporate-plan")] == [
        "N-10",
        "NOTES",
        "N-1",
    ]


def test_what_is_printed_cannot_steer_a_terminal(council: Path, capsys: Capture) -> None:
    printed = run(council, capsys, "find", "plan")
    assert "Our \\u202eplan" in printed
    assert "\u202e" not in printed + run(council, capsys, "find", "plan", "--format", "json")
    assert "\u202e" not in run(council, capsys, "list", "corporate plans")


def test_a_long_text_is_cut_around_the_words(council: Path, capsys: Capture) -> None:
    (council / "long.yaml").write_text(f"kind: x\ntitle: {'so ' * 50}needle {'and ' * 50}\n", encoding="utf-8")
    line = run(council, capsys, "find", "needle").splitlines()[1]
    assert "…" in line.split("needle")[0]
    assert line.endswith("…")
    assert len(line) < 200


def test_only_the_first_fifty_are_printed(council: Path, capsys: Capture) -> None:
    entries = "".join(f"  - {{id: M-{number}, title: Needle}}\n" for number in range(53))
    (council / "many.yaml").write_text(
        f"kind: corporate-plan\nid: M\ntitle: Many\nperiod: 2026-27\naims:\n{entries}", encoding="utf-8"
    )
    printed = run(council, capsys, "find", "needle").splitlines()
    assert len(printed) == 52
    assert printed[-1] == "and 3 more; --kind narrows it down, --format json lists all"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("hosuehold",), "Nothing says 'hosuehold'. Perhaps household"),
        (("zzqx",), "Nothing says 'zzqx'.\n"),
        (("visits", "landlords"), "No text says 'visits' and 'landlords' together; --any finds those that say one"),
        (("landlords", "--kind", "post"), "Nothing of the kind post says 'landlords'.\n"),
        (("zzqx", "--kind", "post"), "Nothing says 'zzqx'.\n"),
    ],
)
def test_what_nobody_says_is_told_with_what_was_perhaps_meant(
    council: Path, capsys: Capture, words: tuple[str, ...], says: str
) -> None:
    assert run(council, capsys, "find", *words).startswith(says)


def test_files_that_cannot_be_read_or_are_of_no_kind_do_not_stop_it() -> None:
    workspace = workspace_of(
        {"bad.yaml": "a: [", "odd.yaml": "kind: odd\nthing: {needle: needle}\n", "list.yaml": "- needle\n"}
    )
    assert [(hit.said.spot.file, hit.said.field) for hit in search(workspace, ["needle"])] == [("odd.yaml", "needle")]


def test_whole_words_come_before_parts_of_words() -> None:
    workspace = workspace_of({"odd.yaml": "kind: odd\na: planned\nb: biplane\nc: the plan\nd: plan-ner\n"})
    assert [hit.said.field for hit in search(workspace, ["plan"])] == ["c", "d", "a", "b"]


def test_words_written_in_escapes_are_found_where_their_text_begins() -> None:
    workspace = workspace_of({"odd.yaml": 'kind: odd\ntitle: "caf\\u00e9 au lait"\n'})
    (hit,) = search(workspace, ["café"])
    assert (hit.place.line, hit.place.column) == (2, 8)


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_every_text_is_found_by_what_it_says(data: st.DataObject) -> None:
    workspace = workspace_of({**FILES, "notes.yaml": NOTES})
    said = data.draw(st.sampled_from(list(texts(workspace))))
    words = said.text.split()
    begin = data.draw(st.integers(0, len(words) - 1))
    phrase = " ".join(words[begin : begin + 3])
    hits = search(workspace, [phrase.upper()])
    assert any(hit.said == said for hit in hits)
    for hit in hits:
        lines = workspace.documents[hit.place.file].text.splitlines()
        assert 1 <= hit.place.line <= len(lines)
