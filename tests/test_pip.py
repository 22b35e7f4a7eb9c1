"""`planwright pip`: opening, listing and showing improvement plans."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from small_council import FILES, lay_out

from planwright.assessment import Assessment
from planwright.cli import main
from planwright.document import parse
from planwright.document.editing import EditRefusedError
from planwright.edits.pip_new import new_pip

Capture = pytest.CaptureFixture[str]
Assessed = Callable[[Mapping[str, str]], Assessment]
TWO_YEARS = """\
kind: results
period: 2025-26
results:
  HSG-PI-02:
    Q1: 25
    Q2: 24
    Q3: 23
    Q4: 22
"""


@pytest.fixture
def council(tmp_path: Path) -> Path:
    return lay_out(tmp_path, **{"last-year.yaml": TWO_YEARS})


def pip(council: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Run the command at a fixed date and return what it printed, or what it said when it failed."""
    assert main(["-C", str(council), "--as-at", "2026-11-21", "pip", *arguments]) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


def test_a_new_plan_has_section_1_filled_in_and_validates(council: Path, capsys: Capture) -> None:
    assert "pips/PIP-HSG-PI-02.yaml is written" in pip(council, capsys, "new", "HSG-PI-02")
    text = (council / "pips" / "PIP-HSG-PI-02.yaml").read_text(encoding="utf-8")
    value = parse("x", text.encode()).value
    assert value == {
        "kind": "pip",
        "id": "PIP-HSG-PI-02",
        "indicator": "HSG-PI-02",
        "author": "HEAD",
        "opened": "2026-11-21",
        "details": {
            "period": "2026-27-Q2",
            "score": "15",
            "score_as_at": "2026-09-30",
            "last_year_end": "22",
            "last_year_end_as_at": "2026-03-31",
            "twelve_months_ago": "24",
            "twelve_months_ago_as_at": "2025-09-30",
        },
    }
    assert "# target: there is no figure" in text
    capsys.readouterr()
    main(["-C", str(council), "--as-at", "2026-11-21", "validate", "--format", "concise"])
    assert " PW0" not in capsys.readouterr().out


def test_the_commented_sections_are_a_plan_once_the_marks_are_taken_away(council: Path, capsys: Capture) -> None:
    pip(council, capsys, "new", "HSG-PI-02")
    file = council / "pips" / "PIP-HSG-PI-02.yaml"
    head, *sections = file.read_text(encoding="utf-8").split("# Section")
    body = "\n".join(
        line.removeprefix("# ")
        for section in sections
        for line in section.splitlines()
        if line.startswith(("# factors:", "#   ", "# solutions:", "# management_comments:", "# progress:"))
    )
    body = body.replace("YYYY-MM-DD", "2026-12-01").replace("        meeting: ID of the meeting\n", "")
    body = "\n".join(line for line in body.splitlines() if "meeting:" not in line)
    file.write_text(f"{head}{body}\n", encoding="utf-8")
    main(["-C", str(council), "--as-at", "2026-11-21", "validate", "--format", "concise"])
    assert "PW0" not in capsys.readouterr().out
    assert "Share a trained officer" in pip(council, capsys, "show", "PIP-HSG-PI-02")


def test_a_target_and_its_reason_come_from_the_indicator(assessed: Assessed) -> None:
    indicators = FILES["services/housing/indicators.yaml"].replace(
        "      2026-27: 95", "      2026-27: {value: 95, rationale: 'The median: similar councils'}"
    )
    done = FILES["pips/relet.yaml"].replace("    comment: Both found.", "    comment: Done.\n    completion: yes")
    plan = assessed(FILES | {"services/housing/indicators.yaml": indicators, "pips/relet.yaml": done})
    text = new_pip(plan, plan.workspace.subjects["HSG-PI-01"]).text
    assert "  target: 95\n  target_as_at: 2027-03-31\n" in text
    assert 'target_rationale: "The median: similar councils"' in text


def test_an_indicator_without_figures_or_target_leaves_them_open(assessed: Assessed) -> None:
    bare = "kind: indicators\nindicators:\n  - {id: X-1, title: New, owner: HEAD, polarity: higher}\n"
    plan = assessed({"x.yaml": bare})
    text = new_pip(plan, plan.workspace.subjects["X-1"]).text
    for name in ("target", "score", "last_year_end", "twelve_months_ago"):
        assert f"  # {name}: there is no figure\n" in text
    assert "# target_rationale: Why the target is what it is" in text


def test_dry_run_prints_the_text_and_writes_nothing(council: Path, capsys: Capture) -> None:
    assert pip(council, capsys, "new", "HSG-PI-02", "--dry-run").startswith("# yaml-language-server")
    assert not (council / "pips" / "PIP-HSG-PI-02.yaml").exists()
    assert not (council / ".planwright").exists()


def test_a_second_open_plan_is_refused_and_the_first_named(council: Path, capsys: Capture) -> None:
    said = pip(council, capsys, "new", "HSG-PI-01", code=1)
    assert "HSG-PI-01 has an open plan already, PIP-1 (pips/relet.yaml)" in said


def test_an_unknown_indicator_is_told_with_the_nearest(council: Path, capsys: Capture) -> None:
    assert "did you mean HSG-PI-01?" in pip(council, capsys, "new", "HSG-PI-1", code=2)
    assert "HSG-A1 is an action, not an indicator" in pip(council, capsys, "new", "HSG-A1", code=2)


def test_without_a_command_the_help_is_printed_once(capsys: Capture) -> None:
    assert main(["pip"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Usage: planwright pip ")
    assert "Improvement plans: open one for an indicator" in printed.err
    assert printed.err.count("--help") == 1


def test_a_file_that_is_there_already_is_not_overwritten(council: Path, capsys: Capture) -> None:
    file = council / "pips" / "PIP-HSG-PI-02.yaml"
    file.write_text("kind: meeting\n", encoding="utf-8")
    assert "exists already" in pip(council, capsys, "new", "HSG-PI-02", code=1)
    assert file.read_text(encoding="utf-8") == "kind: meeting\n"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("    owner: HEAD\n    unit: days", "    unit: days", "has no owner to write the plan"),
        ("    unit: days", "    unit: days\n    retired: No longer ours", "is retired"),
    ],
)
def test_an_indicator_nobody_can_improve_is_refused(assessed: Assessed, before: str, after: str, said: str) -> None:
    indicators = FILES["services/housing/indicators.yaml"].replace(before, after)
    plan = assessed(FILES | {"services/housing/indicators.yaml": indicators})
    with pytest.raises(EditRefusedError, match=said):
        new_pip(plan, plan.workspace.subjects["HSG-PI-02"])


def test_ids_are_never_used_again(assessed: Assessed) -> None:
    done = FILES["pips/relet.yaml"].replace("    comment: Both found.", "    comment: Done.\n    completion: yes")
    first = done.replace("id: PIP-1\n", "id: pip-hsg-pi-01\n").replace("PIP-1-", "OLD-")
    plan = assessed(FILES | {"pips/relet.yaml": done, "pips/first.yaml": first})
    assert new_pip(plan, plan.workspace.subjects["HSG-PI-01"]).name == "pips/PIP-HSG-PI-01-2.yaml"


def test_a_very_long_id_still_makes_an_id(assessed: Assessed) -> None:
    long = "HSG-" + "P" * 56 + "/-.2"
    plan = assessed({"a.yaml": FILES["services/housing/indicators.yaml"].replace("HSG-PI-02", long)})
    file = new_pip(plan, plan.workspace.subjects[long])
    assert file.name == f"pips/PIP-HSG-{'P' * 56}.yaml"


def test_the_list_of_all_plans_and_of_those_that_are_needed(council: Path, capsys: Capture) -> None:
    lines = pip(council, capsys, "list").splitlines()
    assert [line.split()[:3] for line in lines] == [["id", "indicator", "state"], ["PIP-1", "HSG-PI-01", "In"]]
    assert "2027-01-20" in lines[1]
    assert pip(council, capsys, "list", "--needed") == "None.\n"
    missed = FILES["results.yaml"].replace("Q2: {value: 15", "Q2: {value: 35")
    lay_out(council, **{"results.yaml": missed})
    (_, line) = pip(council, capsys, "list", "--needed").splitlines()
    assert line.split()[:2] == ["HSG-PI-02", "Red"]
    assert "worse than target" in line


def test_the_list_in_colour(council: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in pip(council, capsys, "list")


@pytest.mark.parametrize("name", ["PIP-1", "HSG-PI-01"])
def test_one_plan_is_shown_in_its_sections(council: Path, capsys: Capture, name: str) -> None:
    text = pip(council, capsys, "show", name)
    assert "## Section 6 Progress Tracking" in text
    assert "Officers edition" in text


def test_a_plan_that_is_not_there(council: Path, capsys: Capture) -> None:
    assert "there is no pip for PIP-9; did you mean PIP-1?" in pip(council, capsys, "show", "PIP-9", code=2)


def test_a_plan_still_to_be_opened_is_counted_nowhere_yet(council: Path, capsys: Capture) -> None:
    plan = "kind: pip\nid: PIP-NEXT\nindicator: HSG-PI-02\nauthor: HEAD\nopened: 2027-01-05\n"
    (council / "next.yaml").write_text(plan, encoding="utf-8", newline="\n")
    assert "PIP-NEXT" not in pip(council, capsys, "list")
    said = pip(council, capsys, "new", "HSG-PI-02", code=1)
    assert "HSG-PI-02 has a plan already that opens on 2027-01-05, PIP-NEXT (next.yaml). Nothing was written." in said
    for day, shown in (("2026-11-21", False), ("2027-01-05", True)):
        main(["-C", str(council), "--as-at", day, "status"])
        assert ("PIP-NEXT" in capsys.readouterr().out) is shown
        main(["-C", str(council), "--as-at", day, "export", "pips", "--edition", "officers"])
        assert ("PIP-NEXT" in capsys.readouterr().out) is shown
    assert main(["-C", str(council), "--as-at", "2026-11-21", "why", "PIP-NEXT"]) == 0
    assert "To be opened on 2027-01-05." in capsys.readouterr().out
