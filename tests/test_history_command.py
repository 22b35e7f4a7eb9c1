"""`planwright history`: every change of one item, in words, from a real repository."""

import json
import subprocess
from pathlib import Path

import pytest
from small_council import FILES, lay_out

from planwright.cli import main

Capture = pytest.CaptureFixture[str]
INDICATORS = "services/housing/indicators.yaml"


def git(folder: Path, *arguments: str) -> None:
    person = ["-c", "user.name=A. Example", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *person, *arguments], check=True, capture_output=True)


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """Return a plan whose target fell from 95 to 90, then its file moved, then a result came."""
    folder = lay_out(tmp_path / "plan", **{"results.yaml": "kind: results\nperiod: 2026-27\n"})
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "First plan", "--date", "2026-04-01T10:00:00+01:00")
    (folder / INDICATORS).write_text(FILES[INDICATORS].replace("2026-27: 95", "2026-27: 90"), encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "Lower the target", "--date", "2026-05-01T10:00:00+01:00")
    git(folder, "mv", INDICATORS, "indicators.yaml")
    git(folder, "commit", "-q", "-m", "Tidy up", "--date", "2026-06-01T10:00:00+01:00")
    (folder / "results.yaml").write_text(FILES["results.yaml"], encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "Quarter 2", "--date", "2026-10-10T10:00:00+01:00")
    return folder


def history(council: Path, capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert main(["-C", str(council), "history", *arguments]) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


def test_each_change_of_a_target_with_author_date_and_commit(council: Path, capsys: Capture) -> None:
    newest, lowered, first = history(council, capsys, "HSG-PI-01").split("\n\n")
    head, change = lowered.splitlines()
    day, author, commit, message = head.split("  ")
    assert (day, author, message) == ("2026-05-01", "A. Example", "Lower the target")
    assert len(commit) == 10
    assert change == "    target for 2026-27: from 95 to 90"
    assert "    begun: Households offered a home within 21 days" in first.splitlines()
    assert "    target for 2026-27: 95" in first.splitlines()
    assert "    result for 2026-27 Q2: 88.50" in newest.splitlines()
    assert "    result for 2026-27 Q2, comment: Two large families waited for adapted homes." in newest.splitlines()


def test_what_is_not_committed_is_marked(council: Path, capsys: Capture) -> None:
    plan = FILES["services/housing/plan.yaml"].replace("Set up a landlord", "Begin a landlord")
    (council / "services/housing/plan.yaml").write_text(plan, encoding="utf-8")
    newest = history(council, capsys, "HSG-A1").split("\n\n")[0]
    assert newest.splitlines() == [
        "working copy, not committed",
        "    title: from Set up a landlord incentive scheme to Begin a landlord incentive scheme",
    ]


def test_an_item_that_was_taken_out_and_fields_that_went(council: Path, capsys: Capture) -> None:
    plan = FILES["services/housing/plan.yaml"].split("actions:")[0]
    (council / "services/housing/plan.yaml").write_text(plan, encoding="utf-8")
    dropped = "    dropped from the plan: Set up a landlord incentive scheme"
    assert history(council, capsys, "HSG-A1").split("\n\n")[0].splitlines() == ["working copy, not committed", dropped]
    kept = FILES["services/housing/plan.yaml"].replace("    lead: HEAD\n", "")
    (council / "services/housing/plan.yaml").write_text(kept, encoding="utf-8")
    assert "    lead: no longer HEAD" in history(council, capsys, "HSG-A1").split("\n\n")[0].splitlines()


def test_values_that_hold_the_word_between_them_are_quoted(council: Path, capsys: Capture) -> None:
    plan = FILES["services/housing/plan.yaml"].replace("2026-27 to 2028-29", "2026-27")
    (council / "services/housing/plan.yaml").write_text(plan, encoding="utf-8")
    assert '    period: from "2026-27 to 2028-29" to "2026-27"' in history(council, capsys, "HSG").splitlines()


def test_before_the_first_commit_there_is_no_history_and_nothing_wrong(tmp_path: Path, capsys: Capture) -> None:
    folder = lay_out(tmp_path / "plan")
    git(folder, "init", "-q")
    assert main(["-C", str(folder), "history", "HSG-PI-01"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "no commits yet" in printed.err


def test_a_version_that_cannot_be_read_is_said_so(council: Path, capsys: Capture) -> None:
    (council / "indicators.yaml").write_text("indicators:\n - id: HSG-PI-01\n  title: [\n", encoding="utf-8")
    git(council, "commit", "-q", "-a", "-m", "Oops")
    newest = history(council, capsys, "HSG-PI-01").split("\n\n")[0]
    assert newest.splitlines()[1] == "    not readable in this version: indicators.yaml"


def test_json_keeps_figures_as_texts_and_names_each_step(council: Path, capsys: Capture) -> None:
    told = json.loads(history(council, capsys, "HSG-PI-01", "--format", "json"))
    assert told["version"] == 1
    assert [step["message"] for step in told["steps"]] == ["Quarter 2", "Lower the target", "First plan"]
    lowered = told["steps"][1]
    assert lowered["author"] == "A. Example"
    assert lowered["when"] == "2026-05-01T10:00:00+01:00"
    assert lowered["not_readable"] == []
    assert lowered["changes"] == [
        {
            "field": ["targets", "2026-27", "value"],
            "what": "changed",
            "before": "95",
            "after": "90",
            "words": "target for 2026-27: from 95 to 90",
        }
    ]


def test_markdown_is_one_table(council: Path, capsys: Capture) -> None:
    lines = history(council, capsys, "HSG-PI-01", "--format", "md").splitlines()
    assert lines[0] == "| Date | Author | Commit | Message | Change |"
    assert any(line.endswith("| target for 2026-27: from 95 to 90 |") for line in lines)


def test_an_id_that_never_was(council: Path, capsys: Capture) -> None:
    assert "did you mean HSG-PI-01?" in history(council, capsys, "HSG-PI-1", code=2)


def test_an_unknown_format(council: Path, capsys: Capture) -> None:
    assert "there are text, json, md" in history(council, capsys, "HSG-PI-01", "--format", "csv", code=2)


def test_no_repository_and_a_shallow_one(council: Path, tmp_path: Path, capsys: Capture) -> None:
    assert "is not in a git repository" in history(lay_out(tmp_path / "bare"), capsys, "HSG-PI-01", code=2)
    git(tmp_path, "clone", "-q", "--depth", "1", council.as_uri(), "shallow")
    assert "fetch-depth: 0" in history(tmp_path / "shallow", capsys, "HSG-PI-01", code=2)
