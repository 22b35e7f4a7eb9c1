"""The shell around every command: exit codes, messages, streams, global options and a cheap start."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import planwright
import planwright.cli as command_line
from planwright.cli import _commands, main
from planwright.cli._session import Session

Capture = pytest.CaptureFixture[str]

MODULES = {
    "tell": '''"""Tell the global options."""
from planwright.cli._session import AsAt, session
import typer
EXAMPLES = ("planwright tell", "planwright tell --as-at 2026-03-31")
def run(context: typer.Context, as_at: AsAt = None) -> None:
    given = session(context, as_at)
    print(given.directory.as_posix(), given.date, given.colour, given.quiet, given.debug)
''',
    "fail": '''"""Fail in the way that is asked for."""
from planwright.diagnostic import PlanwrightError
EXAMPLES = ("planwright fail bug", "planwright fail interrupt")
def run(how: str, times: int = 1) -> None:
    raise {
        "bug": KeyError("PRIVATE-PLAN-TEXT"),
        "interrupt": KeyboardInterrupt(),
        "user": PlanwrightError("there is no such thing as \\x1b[31m"),
        "disk": OSError(28, "No space left on device"),
        "file": OSError(28, "No space left on device", "plan.yaml"),
        "odd": OSError("something odd"),
    }[how]
''',
    "import_": '''"""Import results."""
EXAMPLES = ("planwright import a.csv", "planwright import b.csv")
def run() -> None:
    print("imported \\N{TRIANGULAR BULLET} 東京")
''',
    "pip": '''"""Performance Improvement Plans."""
from planwright.cli._commands import add, new_group
from planwright.cli._session import session
import typer
app = new_group(__doc__)
@add(app, "new", "planwright pip new HSG-PI-01", "planwright pip new HSG-PI-02")
def new(context: typer.Context, indicator: str) -> None:
    """Open one."""
    print(indicator, session(context).quiet)
@add(app, "list", "planwright pip list", "planwright pip list --quiet")
def list_() -> None:
    """List all."""
''',
    "_hidden": '"""Shared."""\n',
}


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put a handful of small commands in the place of the real ones."""
    for name, text in MODULES.items():
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        monkeypatch.delitem(sys.modules, f"planwright.cli.{name}", raising=False)
    monkeypatch.setattr(_commands, "_HERE", tmp_path)
    monkeypatch.setattr(command_line, "__path__", [str(tmp_path)])
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    yield
    for name in MODULES:
        sys.modules.pop(f"planwright.cli.{name}", None)


def planwright_command(*arguments: str, **given: object) -> subprocess.CompletedProcess[bytes]:
    """Run the real command line in a process of its own."""
    command = [sys.executable, "-m", "planwright", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **given)  # type: ignore[call-overload,no-any-return]


@pytest.mark.usefixtures("modules")
def test_help_lists_every_command_by_its_first_line_without_importing_any(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert "  fail    Fail in the way that is asked for.\n  import  Import results.\n  pip " in out
    assert "hidden" not in out.lower()
    assert not {f"planwright.cli.{name}" for name in MODULES} & set(sys.modules)


@pytest.mark.usefixtures("modules")
def test_help_of_a_command_ends_with_its_examples(capsys: Capture) -> None:
    assert main(["tell", "--help"]) == 0
    out = capsys.readouterr().out
    assert out.endswith("  Examples:\n    planwright tell\n    planwright tell --as-at 2026-03-31\n")
    assert "--as-at DATE" in out
    assert "--quiet" not in out
    assert main(["pip", "list", "--help"]) == 0
    assert capsys.readouterr().out.endswith("    planwright pip list --quiet\n")


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (["--as-at", "2026-03-31", "tell"], ". 2026-03-31 False False False\n"),
        (["tell", "--as-at", "2026-03-31"], ". 2026-03-31 False False False\n"),
        (["--as-at=2025-01-01", "tell", "--as-at=2026-03-31"], ". 2026-03-31 False False False\n"),
        (["-C", "plans", "--as-at=2026-03-31", "tell", "-q", "--debug"], "plans 2026-03-31 False True True\n"),
        (["tell", "-C", "plans", "--as-at=2026-03-31"], "plans 2026-03-31 False False False\n"),
        (["-q", "pip", "new", "X"], "X True\n"),
        (["pip", "new", "X", "--quiet"], "X True\n"),
        (["pip", "new", "X"], "X False\n"),
        (["import"], "imported ‣ 東京\n"),
    ],
)
@pytest.mark.usefixtures("modules")
def test_global_options_stand_before_or_after_the_command(arguments: list[str], printed: str, capsys: Capture) -> None:
    assert main(arguments) == 0
    assert capsys.readouterr().out == printed


@pytest.mark.parametrize(
    ("variables", "given", "colour"),
    [
        ({"FORCE_COLOR": "1"}, {}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, {}, False),
        ({"FORCE_COLOR": "1"}, {"no_color": True}, False),
        ({}, {}, True),
        ({"TERM": "dumb"}, {}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    variables: dict[str, str], given: dict[str, bool], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert Session(**given).colour is colour  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["pop"], 2, "planwright: there is no command 'pop'; did you mean pip?\n"),
        (["zzzzzz"], 2, "planwright: there is no command 'zzzzzz'; `planwright --help` lists the commands\n"),
        (["fail", "user"], 2, "planwright: there is no such thing as \\x1b[31m\n"),
        (["fail", "disk"], 2, "planwright: No space left on device\n"),
        (["fail", "interrupt"], 130, "planwright: interrupted\n"),
        (["fail"], 2, "planwright: Missing argument 'how'.\nTry `planwright fail --help`.\n"),
        (["tell", "--loud"], 2, "planwright: No such option: --loud\nTry `planwright tell --help`.\n"),
        (
            ["tell", "--as-at", "31/03/2026"],
            2,
            "planwright: --as-at: '31/03/2026' is not a date planwright can read; write 2026-03-31\n",
        ),
        (
            ["tell", "--as-at", "2026-03-31", "--as-at=2026-04-30"],
            2,
            "planwright: --as-at is given 2 times; give it once\n",
        ),
        (["-C", "a", "-C", "b", "tell"], 2, "planwright: --directory is given 2 times; give it once\n"),
        (["pip", "new", "X", "-C", "a", "-C", "b"], 2, "planwright: --directory is given 2 times; give it once\n"),
    ],
)
@pytest.mark.usefixtures("modules")
def test_what_goes_wrong_is_said_in_plain_words(arguments: list[str], code: int, said: str, capsys: Capture) -> None:
    assert main(arguments) == code
    printed = capsys.readouterr()
    assert printed.err == said
    assert printed.out == ""


@pytest.mark.usefixtures("modules")
def test_a_value_of_the_wrong_sort_is_named_with_its_option(capsys: Capture) -> None:
    assert main(["fail", "bug", "--times", "x"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("planwright: '--times': ")
    assert said.endswith("\nTry `planwright fail --help`.\n")


@pytest.mark.usefixtures("modules")
def test_a_bug_says_so_in_one_line_without_plan_content(capsys: Capture) -> None:
    assert main(["fail", "bug"]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "bug in planwright" in said
    assert "KeyError at fail.py:" in said
    assert "please report it" in said
    assert "PRIVATE" not in said
    assert main(["--debug", "fail", "bug"]) == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("how", ["file", "odd"])
@pytest.mark.usefixtures("modules")
def test_a_fault_with_a_file_that_nobody_foresaw_is_a_bug_too(how: str, capsys: Capture) -> None:
    assert main(["fail", how]) == 3
    assert "bug in planwright" in capsys.readouterr().err
    assert main(["--debug", "fail", how]) == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["-C", "x" * 300, "validate"],
        ["validate", "x" * 300],
        ["init", "x" * 300],
        ["new", "risk-log", "-o", "x" * 300 + ".yaml"],
        ["render", "--all", "-o", "x" * 300],
    ],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.skipif(os.name == "nt", reason="there, such a name is only one that does not exist")
def test_a_name_too_long_for_any_file(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    main(["init", str(tmp_path), "--minimal"])
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert said.endswith("… is too long for a file or folder; give a shorter one\n")


@pytest.mark.usefixtures("modules")
def test_an_interruption_while_the_command_line_is_still_loading(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(_commands, "application", interrupted)
    assert main(["tell"]) == 130
    assert capsys.readouterr().err == "planwright: interrupted\n"


def test_what_takes_long_to_import_waits_until_an_interruption_would_be_caught() -> None:
    code = "import sys; from planwright.cli import main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert not {"typer", "click", "planwright.cli._commands"} & set(done.stdout.split())


@pytest.mark.skipif(os.name == "nt", reason="there, nobody can remove a folder that somebody is in")
@pytest.mark.parametrize("command", ["validate", "init"])
def test_a_folder_that_is_gone(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    assert main([command]) == 2
    assert capsys.readouterr().err == "planwright: the folder you are in is gone; change to one that is there\n"


def test_without_a_command_the_help_goes_to_standard_error(capsys: Capture) -> None:
    assert main([]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Usage: planwright" in printed.err


def test_the_version_is_printed_by_a_real_process() -> None:
    done = planwright_command("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"planwright {planwright.__version__}\n".encode(), b"")


def test_the_start_imports_nothing_heavy() -> None:
    code = "import sys; from planwright.cli import main; main(['--help']); print('|', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    loaded = {name.split(".")[0] for name in done.stdout.rpartition("|")[2].split()}
    heavy = {"pydantic", "rich", "ruamel", "jinja2", "git", "markdown_it", "rapidfuzz", "filelock"}
    assert "typer" in loaded
    assert not heavy & loaded


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_pipes_carry_utf8_with_plain_line_ends_whatever_the_machine_prefers(encoding: str) -> None:
    code = "import sys; sys.argv=['planwright', '--help']; from planwright.cli import main; main(); print('ü ‣')"
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=True)
    assert done.stdout.endswith("ü ‣\n".encode())
    assert b"\r" not in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
def test_names_of_files_are_read_as_utf8_where_the_machine_knows_only_ascii(tmp_path: Path) -> None:
    folder = tmp_path / "Dienste für Alle"
    folder.mkdir()
    (folder / "a.yaml").write_text("kind: pipx\n", encoding="utf-8")
    (tmp_path / "planwright.yaml").write_text("kind: settings\nname: W\n", encoding="utf-8")
    machine = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = planwright_command("validate", "Dienste für Alle", "--format", "concise", cwd=tmp_path, env=machine)
    assert done.stdout.decode().startswith("Dienste für Alle/a.yaml:1:7: PW030 ")
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell with pipes")
@pytest.mark.parametrize(
    ("ending", "code", "said"),
    [
        ("| true", 141, ""),
        (">/dev/full", 2, "planwright: No space left on device\n"),
        (">&-", 0, ""),
    ],
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_nobody_can_take(ending: str, code: int, said: str, unbuffered: str) -> None:
    command = f'"{sys.executable}" -m planwright --help {ending}; exit ${{PIPESTATUS[0]}}'
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(["bash", "-c", command], capture_output=True, encoding="utf-8", env=environment, check=False)
    assert (done.returncode, done.stderr) == (code, said)


@pytest.mark.parametrize(
    ("words", "number", "offered"),
    [
        ("planwright pi", 1, {"pip"}),
        ("planwright pip n", 2, {"new"}),
        ("planwright tell --as", 2, {"--as-at"}),
        ("planwright nosuch ", 2, {"fail", "import", "pip", "tell"}),
    ],
)
@pytest.mark.usefixtures("modules")
def test_the_shell_completes_commands_and_options(
    words: str, number: int, offered: set[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "_PLANWRIGHT_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(number),
    }.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 0
    assert set(capsys.readouterr().out.split()) == offered


def real_commands() -> list[str]:
    return sorted(file.stem.rstrip("_").replace("_", "-") for file in Path(_commands.__file__).parent.glob("[!_]*.py"))


@pytest.mark.parametrize("name", real_commands())
def test_every_command_has_a_sentence_and_two_examples_that_name_it(name: str, capsys: Capture) -> None:
    assert main(["--help"]) == 0
    assert f"  {name} " in capsys.readouterr().out
    assert main([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert not re.search(r"<\w+|\[\[|str\]", out), "a name Python has for a type, or a bracket in a metavar"
    if "\nCommands:\n" not in out:
        examples = out.split("Examples:\n")[1].splitlines()
        assert len(examples) >= 2
        assert all(line.strip().startswith("planwright ") and f" {name}" in line for line in examples)
