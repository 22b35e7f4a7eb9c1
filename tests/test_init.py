"""`init` lays out a repository that reads without findings, and never overwrites anything."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from planwright import kinds
from planwright.cli import main
from planwright.document import parse
from planwright.linking import link
from planwright.records.rating import PRESETS
from planwright.repository import read_folder
from planwright.resources import example, schema_folder
from planwright.workspace import Workspace

FOLDERS = ("plans", "services", "indicators", "results", "risks", "pips", "meetings", "private")


def opened(root: Path) -> Workspace:
    return link(parse(file.name, file.data) for file in read_folder(root))


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_plain_init_lays_out_a_council(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "new" / "council"), "--name", "Wexcombe: District Council"]) == 0
    root = tmp_path / "new" / "council"
    workspace = opened(root)
    assert workspace.problems == ()
    assert workspace.settings.name == "Wexcombe: District Council"
    assert {subject.id for subject in workspace.of("service", "committee")} == {"HOUSING", "CABINET", "SCRUTINY"}
    assert all((root / folder / "README.md").is_file() for folder in FOLDERS)
    out = capsys.readouterr().out
    assert out.endswith(f"  cd {root}\n  planwright validate\n  planwright new service-plan --service HOUSING\n"), out


def test_the_settings_name_something_to_change_without_a_name(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path)]) == 0
    assert opened(tmp_path).settings.name == "Name of the council"


@pytest.mark.parametrize(("option", "source"), [("--example", "council"), ("--minimal", "minimal")])
def test_an_example_is_written_as_it_is(
    option: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", ".", option]) == 0
    folder = example(source)
    for path in folder.rglob("*.yaml"):
        name = path.relative_to(folder)
        if not name.parts[0].startswith("."):
            first, rest = (tmp_path / name).read_bytes().split(b"\n", 1)
            assert first.startswith(b"# yaml-language-server: $schema=")
            assert rest == path.read_bytes()
    assert capsys.readouterr().out.endswith(
        "Now try:\n  planwright --as-at 2026-11-21 validate\n  planwright --as-at 2026-11-21 status --only red,amber\n"
    )


@pytest.mark.parametrize("option", ["--example", "--minimal", "--name=Wexcombe District Council"])
def test_every_plan_names_its_schema(option: str, tmp_path: Path) -> None:
    assert main(["init", str(tmp_path), option]) == 0
    plans = [file for file in read_folder(tmp_path) if parse(file.name, file.data).kind in kinds.names()]
    assert plans
    for file in plans:
        first = file.data.decode().splitlines()[0]
        schema = (tmp_path / file.name).parent / first.removeprefix("# yaml-language-server: $schema=")
        assert schema.name == f"{parse(file.name, file.data).kind}.schema.json"
        assert schema.read_bytes() == (schema_folder() / schema.name).read_bytes()


@pytest.mark.parametrize("option", ["--example", "--minimal", "--name=Wexcombe District Council"])
def test_what_is_written_has_no_errors(option: str, tmp_path: Path) -> None:
    assert main(["init", str(tmp_path), option]) == 0
    assert main(["-C", str(tmp_path), "--as-at", "2026-11-21", "validate"]) == 0


def test_editors_are_bound_to_schemas_that_are_there(tmp_path: Path) -> None:
    main(["init", str(tmp_path)])
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["files.encoding"] == "utf8"
    assert settings["files.eol"] == "\n"
    assert settings["[yaml]"]["editor.insertSpaces"] is True
    (schema,) = settings["yaml.schemas"]
    assert (tmp_path / schema).is_file()
    extensions = json.loads((tmp_path / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert extensions["recommendations"] == ["redhat.vscode-yaml"]


def test_the_workflow_is_careful(tmp_path: Path) -> None:
    main(["init", str(tmp_path)])
    workflow = yaml.safe_load((tmp_path / ".github/workflows/planwright.yml").read_text(encoding="utf-8"))
    triggers = workflow[True]  # YAML 1.1 reads `on` so
    assert "pull_request" in triggers
    assert "pull_request_target" not in triggers
    assert workflow["permissions"] == {"contents": "read"}
    job = workflow["jobs"]["validate"]
    assert job["timeout-minutes"] == 10
    checkout, python, _install, check = job["steps"]
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    for step in (checkout, python):
        assert len(step["uses"].partition("@")[2]) == 40
    assert check["run"] == "planwright validate --format github"


def test_the_workflow_fits_the_public_schemas(tmp_path: Path) -> None:
    main(["init", str(tmp_path)])
    for builtin, file in (("github-workflows", ".github/workflows/planwright.yml"), ("gitlab-ci", ".gitlab-ci.yml")):
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{builtin}"]
        done = subprocess.run([*command, str(tmp_path / file)], capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_ci_installs_nothing_until_it_is_told_from_where(tmp_path: Path) -> None:
    main(["init", str(tmp_path)])
    workflow = yaml.safe_load((tmp_path / ".github/workflows/planwright.yml").read_text(encoding="utf-8"))
    gitlab = yaml.safe_load((tmp_path / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    step = workflow["jobs"]["validate"]["steps"][2]
    assert step["env"] == {"PLANWRIGHT_SOURCE": "${{ vars.PLANWRIGHT_SOURCE }}"}
    for command in (step["run"], *gitlab["planwright"]["before_script"]):
        assert re.fullmatch(r'python -m pip install "\$\{PLANWRIGHT_SOURCE:\?set this \w+ variable [^"}]+\}"', command)
        if shutil.which("sh"):
            unset = ["sh", "-c", f"PLANWRIGHT_SOURCE=; python() {{ echo installed; }}; {command}"]
            done = subprocess.run(unset, capture_output=True, encoding="utf-8", check=False)
            assert done.returncode != 0
            assert "where pip finds planwright" in done.stderr
            assert done.stdout == ""


def test_pre_commit_runs_the_same_check_here_and_in_our_own_hook(tmp_path: Path) -> None:
    main(["init", str(tmp_path)])
    written = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    ours = yaml.safe_load((Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in (written["repos"][0]["hooks"][0], ours[0]):
        assert hook["id"] == "planwright-validate"
        assert hook["entry"] == "planwright validate"
        assert hook["types_or"] == ["yaml"]
        assert hook["pass_filenames"] is False
        assert hook["require_serial"] is True


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_git_keeps_the_schemas_and_leaves_out_what_is_made(tmp_path: Path) -> None:
    main(["init", str(tmp_path)])
    for name in ("build/paper.html", "services/.planwright-0123.tmp", "~$plan.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    for command in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *command], cwd=tmp_path, env=env, check=True, capture_output=True)
    listed = subprocess.run(["git", "ls-files"], cwd=tmp_path, env=env, check=True, capture_output=True, text=True)
    tracked = set(listed.stdout.splitlines())
    assert ".planwright/schemas/planwright.schema.json" in tracked
    assert files(tmp_path) - tracked - {name for name in files(tmp_path) if name.startswith(".git/")} == {
        "build/paper.html", "services/.planwright-0123.tmp", "~$plan.docx", ".planwright/lock",
    }  # fmt: skip


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plans").write_text("mine\n", encoding="utf-8")
    (tmp_path / "organisation.yaml").write_text("kind: organisation\n", encoding="utf-8")
    (tmp_path / ".gitignore").mkdir()
    assert main(["init", str(tmp_path)]) == 1
    assert "in the way: .gitignore, organisation.yaml, plans\n" in capsys.readouterr().err
    assert files(tmp_path) == {"plans", "organisation.yaml"}


def test_a_folder_under_git_keeps_the_files_it_has(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = {
        name: (tmp_path / name)
        for name in (".gitignore", ".gitattributes", ".editorconfig", "README.md", ".pre-commit-config.yaml")
    } | {".vscode/settings.json": tmp_path / ".vscode" / "settings.json"}
    for path in mine.values():
        path.parent.mkdir(exist_ok=True)
        path.write_text("# mine\n", encoding="utf-8")
    assert main(["init", str(tmp_path), "--example"]) == 0
    assert {path.read_text(encoding="utf-8") for path in mine.values()} == {"# mine\n"}
    told = capsys.readouterr().out
    assert ".gitignore was there and is left as it is; add to it the lines build/" in told
    assert "README.md was there and is left as it is." in told
    assert all(f"{name} was there" in told for name in mine)
    assert opened(tmp_path).problems == ()


def test_a_file_that_is_there_word_for_word_is_not_mentioned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["init", str(tmp_path)])
    for name in ("planwright.yaml", "organisation.yaml"):
        (tmp_path / name).unlink()
    capsys.readouterr()
    assert main(["init", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("2 files written. Now try:\n")


def test_a_workspace_is_not_laid_out_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", str(tmp_path)])
    assert main(["init", str(tmp_path)]) == 1
    assert "this folder is a planwright workspace already" in capsys.readouterr().err


def test_many_files_in_the_way_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", str(tmp_path), "--example"])
    (tmp_path / "planwright.yaml").unlink()
    before = files(tmp_path)
    assert main(["init", str(tmp_path), "--example"]) == 1
    assert re.search(r"in the way: (\S+, ){4}\S+ and \d+ more\n", capsys.readouterr().err)
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--example", "--minimal"], "not both"),
        (["--example", "--name", "Wexcombe"], "council of their own"),
        (["--name", "two\nlines"], "one line of text"),
    ],
)
def test_wrong_use_is_explained(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "x"), *arguments]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_file_is_no_folder_for_plans(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "afile").write_bytes(b"mine")
    assert main(["init", str(tmp_path / "afile")]) == 2
    said = f"{tmp_path / 'afile'} could not be written: a file stands where a folder is needed; name another folder"
    assert said in capsys.readouterr().err
    assert (tmp_path / "afile").read_bytes() == b"mine"


def test_no_workspace_inside_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", str(tmp_path)])
    assert main(["init", str(tmp_path / "services" / "new")]) == 2
    assert f"inside the workspace {tmp_path}" in capsys.readouterr().err
    assert not (tmp_path / "services" / "new").exists()


def test_new_settings_name_every_ready_rule_to_choose_from(tmp_path: Path) -> None:
    assert main(["-C", str(tmp_path), "init"]) == 0
    settings = (tmp_path / "planwright.yaml").read_text(encoding="utf-8")
    assert [name for name in PRESETS if name not in settings] == []
