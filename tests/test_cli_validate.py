"""`planwright validate`: formats, selection, paths, standard input, baselines and exit codes, on real folders."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from small_council import FILES, lay_out

from planwright.cli import main

Capture = pytest.CaptureFixture[str]
PLAN = "services/housing/plan.yaml"
DOUBLED = FILES[PLAN].replace("service: HOUSING\n", "service: HOUSING\nservice: HOUSING\n")
NULL = FILES["results.yaml"].replace(
    "      comment: Two large families waited for adapted homes.\n", "      comment: ~\n"
)
LENIENT = FILES["planwright.yaml"] + "severities:\n  null-word: warning\n"


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """Lay out a council with an error in one file and a warning in another."""
    return lay_out(tmp_path, **{PLAN: DOUBLED, "results.yaml": NULL, "planwright.yaml": LENIENT})


READING = ("--select", "PW0")  # what reading finds: other rules have tests of their own


def validate(council: Path, *arguments: str) -> int:
    """Run the command at a fixed date, unless told otherwise for the findings of reading only."""
    chosen = () if "--select" in arguments else READING
    return main(["-C", str(council), "--as-at", "2026-11-21", "validate", *arguments, *chosen])


def found(council: Path, capsys: Capture, *arguments: str) -> list[tuple[str, str]]:
    """Return the code and file of each finding."""
    validate(council, "--format", "json", *arguments)
    return [(one["code"], one["file"]) for one in json.loads(capsys.readouterr().out)["diagnostics"]]


def test_a_sound_plan_exits_0(tmp_path: Path, capsys: Capture) -> None:
    assert validate(lay_out(tmp_path)) == 0
    assert capsys.readouterr().out == "nothing wrong in 8 files\n"


def test_errors_exit_1_and_name_place_and_remedy(council: Path, capsys: Capture) -> None:
    assert validate(council) == 1
    out = capsys.readouterr().out
    assert "results.yaml:11:16: warning PW024 " in out
    assert "services/housing/plan.yaml:4:1: error PW010 " in out
    assert " 4 | service: HOUSING\n   | ^" in out
    assert "  = help: " in out
    assert out.endswith("1 error (services/housing/plan.yaml:4) and 1 warning in 8 files\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["results.yaml"], 0),
        (["results.yaml", "--strict"], 1),
        (["--ignore", "PW010"], 0),
        (["--ignore", "PW010", "--strict"], 1),
        (["--format", "sarif"], 0),
        (["--format", "sarif", "--strict"], 0),
        (["--format", "json"], 1),
        (["--statistics"], 1),
    ],
)
def test_exit_codes(arguments: list[str], code: int, council: Path, capsys: Capture) -> None:
    assert validate(council, *arguments) == code


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["--select", "PW010"], ["PW010"]),
        (["--select", "duplicate-key, null-word"], ["PW024", "PW010"]),
        (["--select", "PW02"], ["PW024"]),
        (["--ignore", "pw02"], ["PW010"]),
        (["--select", "PW0", "--ignore", "duplicate-key"], ["PW024"]),
    ],
)
def test_rules_are_selected_by_code_family_and_name(
    arguments: list[str], codes: list[str], council: Path, capsys: Capture
) -> None:
    assert [code for code, _file in found(council, capsys, *arguments)] == codes


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        (["services"], [PLAN]),
        (["services/"], [PLAN]),
        ([PLAN, "results.yaml"], ["results.yaml", PLAN]),
        (["*.yaml"], ["results.yaml", PLAN]),
        (["services/*/plan.yaml"], [PLAN]),
        (["."], ["results.yaml", PLAN]),
        (["organisation.yaml"], []),
    ],
)
def test_paths_narrow_what_is_printed_and_counted(
    paths: list[str], files: list[str], council: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [file for _code, file in found(council, capsys, *paths)] == files  # seen from the plan's folder
    monkeypatch.chdir(council)
    assert [file for _code, file in found(council, capsys, *paths)] == files  # seen from the current folder
    validate(council, *paths)
    assert f"in {8 if paths[0] == '.' else ''}" in capsys.readouterr().out


def test_a_path_is_seen_from_the_current_folder_first(
    council: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(council / "services" / "housing")
    assert main(["validate", "plan.yaml", "--format", "concise", *READING]) == 1
    assert capsys.readouterr().out.startswith(f"{PLAN}:4:1: PW010 ")
    assert main(["validate", "../../results.yaml", "--quiet", *READING]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["services/housing/plan.yml"], "did you mean services/housing/plan.yaml?"),
        (["????"], "planwright reads 8 files here, all ending in .yaml or .yml"),
        (["../elsewhere.yaml"], "lies outside the plan's folder"),
        (["--format", "jsn"], "there is no format 'jsn'; did you mean json?"),
        (["--select", "duplicate-keys"], "did you mean duplicate-key?"),
        (["--statistics", "--format", "json"], "--statistics is a table for people; it goes with --format text"),
        (["--baseline", "nowhere.json"], "there is no baseline nowhere.json; `planwright validate --format json"),
        (["-"], "to check standard input, say which file it is: --stdin-filename"),
        (["--stdin-filename", PLAN], "--stdin-filename names what comes from standard input; add - to read it"),
    ],
)
def test_wrong_use_exits_2(arguments: list[str], said: str, council: Path, capsys: Capture) -> None:
    assert validate(council, *arguments) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("planwright: ")
    assert said in printed.err
    assert printed.out == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '{"diagnostics": [{}]}', '{"diagnostics": 5}'])
def test_a_baseline_that_is_no_report_is_refused(text: str, council: Path, capsys: Capture) -> None:
    file = council / "baseline.json"
    file.write_text(text, encoding="utf-8")
    assert validate(council, "--baseline", str(file)) == 2
    assert "is not a report that can serve as a baseline" in capsys.readouterr().err


def test_with_a_baseline_only_new_findings_count(council: Path, capsys: Capture) -> None:
    baseline = council / "baseline.json"
    assert validate(council, "--format", "json", "--output", str(baseline)) == 1
    assert capsys.readouterr().out == ""
    assert validate(council, "--baseline", str(baseline)) == 0
    printed = capsys.readouterr()
    assert printed.out == "nothing wrong in 8 files\n"
    assert printed.err == "2 findings left out: the baseline has them already\n"
    organisation = council / "organisation.yaml"
    organisation.write_text(
        "# moved down\n" + FILES["organisation.yaml"] + "posts:\n  - id: X\n    title: X\n", encoding="utf-8"
    )
    (council / PLAN).write_text(f"# moved down\n{DOUBLED}", encoding="utf-8")
    assert found(council, capsys, "--baseline", str(baseline), "--quiet") == [("PW010", "organisation.yaml")]


def test_an_editor_sends_what_it_has_open(council: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def typed(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    typed(FILES[PLAN])
    assert found(council, capsys, "-", "--stdin-filename", PLAN) == []
    typed(DOUBLED)
    assert found(council, capsys, "-", "--stdin-filename", "services/housing/new.yaml", "--select", "PW010") == [
        ("PW010", "services/housing/new.yaml")
    ]
    typed(FILES[PLAN])
    assert found(council, capsys, "-", "results.yaml", "--stdin-filename", PLAN) == [("PW024", "results.yaml")]
    assert (council / PLAN).read_text(encoding="utf-8") == DOUBLED


def test_statistics_count_by_rule(council: Path, capsys: Capture) -> None:
    (council / "more.yaml").write_text("kind: people\nkind: people\n", encoding="utf-8")
    validate(council, "--statistics", "--select", "PW010,PW024")
    assert capsys.readouterr().out == (
        "findings  rule   severity  name\n"
        "2         PW010  error     duplicate-key\n"
        "1         PW024  warning   null-word\n"
        "\n"
        "2 errors and 1 warning in 9 files\n"
    )
    validate(council, "--statistics", "--select", "PW001", "--quiet")
    assert capsys.readouterr().out == ""


def test_every_format_says_the_same(council: Path, capsys: Capture) -> None:
    texts = {}
    for name in ("text", "concise", "json", "github", "gitlab", "sarif", "junit"):
        validate(council, "--format", name)
        texts[name] = capsys.readouterr().out
    assert len(json.loads(texts["json"])["diagnostics"]) == 2
    assert len(json.loads(texts["gitlab"])) == 2
    assert len(json.loads(texts["sarif"])["runs"][0]["results"]) == 2
    assert len(list(ET.fromstring(texts["junit"]).iter("testcase"))) == 8
    assert all("PW010" in text and "PW024" in text for text in texts.values())


def test_a_report_goes_to_a_file_without_colour(council: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert validate(council, "-o", str(council / "report.txt")) == 1
    data = (council / "report.txt").read_bytes()
    assert b"PW010" in data
    assert b"\x1b" not in data
    assert b"\r" not in data


def test_an_output_that_cannot_be_written_exits_2(council: Path, capsys: Capture) -> None:
    (council / "taken").touch()
    assert validate(council, "-o", str(council / "taken" / "report.txt")) == 2
    assert "report.txt could not be written: a file stands where a folder is needed" in capsys.readouterr().err
    assert validate(council, "-o", str(council / "services")) == 2
    assert "services could not be written: it is a folder, where a file is needed" in capsys.readouterr().err


def test_the_folder_of_a_report_is_made(council: Path) -> None:
    assert validate(council, "-o", str(council / "new" / "report.txt")) == 1
    assert b"PW010" in (council / "new" / "report.txt").read_bytes()


@pytest.mark.parametrize("name", ["services/housing/plan.yaml", "planwright.yaml", "new.yml", "../planwright.yaml"])
def test_a_report_never_takes_the_place_of_a_plan(council: Path, capsys: Capture, name: str) -> None:
    before = {file: file.read_bytes() for file in council.rglob("*") if file.is_file()}
    assert validate(council, "-o", str(council / name)) == 1
    assert f"{name} is read as part of the plan, so it was not written" in capsys.readouterr().err
    assert {file: file.read_bytes() for file in council.rglob("*") if file.is_file()} == before


def test_rules_are_added_up_however_they_are_listed(council: Path, capsys: Capture) -> None:
    both = found(council, capsys, "--select", "PW010,PW024")
    assert sorted(code for code, _ in both) == ["PW010", "PW024"]
    assert found(council, capsys, "--select", "PW010", "--select", "PW024") == both
    assert found(council, capsys, "--ignore", "PW010", "--ignore", "PW024") == []


def test_colour_and_quiet_reach_the_report(council: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    validate(council, "--quiet")
    out = capsys.readouterr().out
    assert "\x1b[1;31merror PW010" in out
    assert "in 8 files" not in out


def test_github_also_gets_a_summary_page(council: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    validate(council, "--format", "github")
    validate(council, "--format", "github", "--select", "PW001")
    text = page.read_text(encoding="utf-8").replace("\\", "")
    assert text.startswith("**planwright**: 1 error and 1 warning in 8 files\n\n| severity | where | rule |")
    assert text.index("| error | services/housing/plan.yaml:4 | PW010 |") < text.index("| warning | results.yaml:11 |")
    assert text.endswith("**planwright**: nothing wrong in 8 files\n\n\n")


def test_no_line_of_a_private_file_is_printed(council: Path, capsys: Capture) -> None:
    text = "kind: people\npeople:\n  - name: Somebody Secret\n    name: Somebody Secret\n"
    (council / "people.yaml").write_text(text, encoding="utf-8")
    for name in ("text", "concise", "json", "github", "gitlab", "sarif", "junit"):
        validate(council, "people.yaml", "--format", name, "--select", "PW010")
        out = capsys.readouterr().out
        assert "PW010" in out
        assert "Secret" not in out


def test_the_machine_changes_nothing(council: Path, tmp_path: Path) -> None:
    machines: list[dict[str, str]] = [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TERM": "dumb", "COLUMNS": "20"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "PYTHONIOENCODING": "cp1252", "HOME": "/nowhere"},
    ]
    command = [sys.executable, "-m", "planwright", "-C", str(council), "--as-at", "2026-11-21"]
    for rest in (["validate", "--format", "json"], ["validate"], ["status"]):
        done = [
            subprocess.run([*command, *rest], capture_output=True, env=os.environ | machine, cwd=tmp_path, check=False)
            for machine in machines
        ]
        assert done[0].stderr == done[1].stderr
        assert done[0].stdout == done[1].stdout
        assert done[0].returncode == done[1].returncode < 2


@pytest.mark.skipif(os.name == "nt", reason="links need special rights there")
def test_an_unreadable_file_is_a_finding_and_hides_nothing(council: Path, capsys: Capture) -> None:
    (council / "loop.yaml").symlink_to(council / "loop.yaml")
    assert validate(council, "--format", "concise") == 1
    out = capsys.readouterr().out
    assert "loop.yaml:1:1: PW043 " in out
    assert "PW010" in out


def test_a_long_wait_is_explained_on_a_terminal(
    council: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planwright.cli._workspace._PATIENCE", -1.0)
    validate(council)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    validate(council)
    err = capsys.readouterr().err
    assert "\rreading plans: 8 of 8 files\r\x1b[K" in err
    validate(council, "--quiet")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("planwright.cli._workspace._PATIENCE", 60.0)
    validate(council)
    assert capsys.readouterr().err == ""
