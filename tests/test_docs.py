"""Every command in the README and the tutorial works as it stands, and every link in the docs leads somewhere."""

import os
import re
import shlex
from pathlib import Path

import pytest

from planwright.cli import main

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TODAY = "2026-11-21"
STEP = re.compile(
    r"<!-- file: (?P<file>\S+) -->\n```yaml\n(?P<text>.*?)```"
    r"|<!-- replace in (?P<changed>\S+): (?P<old>\S+) by (?P<new>\S+) -->"
    r"|```console\n(?P<commands>.*?)```",
    re.DOTALL,
)


def follow(text: str, capsys: pytest.CaptureFixture[str]) -> int:
    """Do what a page says, in the folder of this test, and return how many commands that were."""
    count = 0
    for step in STEP.finditer(text):
        if step["file"]:
            assert Path(step["file"]).exists(), f"{step['file']} is to be edited but was not begun"
            Path(step["file"]).write_text(step["text"], encoding="utf-8")
        elif step["changed"]:
            path = Path(step["changed"])
            before = path.read_text(encoding="utf-8")
            assert step["old"] in before
            path.write_text(before.replace(step["old"], step["new"]), encoding="utf-8")
        else:
            count += run(step["commands"], capsys)
    return count


def run(block: str, capsys: pytest.CaptureFixture[str]) -> int:
    """Run the commands of one block; every other line of it must be in what the command before it printed."""
    commands = [part.split("\n") for part in block.strip("\n").removeprefix("$ ").split("\n$ ")]
    for command, *shown in commands:
        program, *arguments = shlex.split(command)
        if program == "cd":
            os.chdir(arguments[0])
            continue
        assert program == "planwright", command
        code = main(["--as-at", TODAY, *arguments])
        said = capsys.readouterr()
        failed = any("error PW" in line for line in shown)
        assert code == (1 if failed else 0), f"{command}\n{said.out}{said.err}"
        for line in shown:
            assert line in said.out, f"{command}: {line!r} is not in\n{said.out}"
    return len(commands)


@pytest.mark.parametrize(("page", "least"), [("README.md", 4), ("docs/tutorial.md", 10)])
def test_what_a_page_says_works(
    page: str, least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert follow((ROOT / page).read_text(encoding="utf-8"), capsys) >= least


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (page.parent / target).exists(), target
