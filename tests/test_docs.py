"""Every command in the README and the tutorial works as it stands, and every link in the docs leads somewhere."""

import os
import re
import shlex
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Self

import pytest

from planwright.cli import main
from planwright.records.sections import PROFILES

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
STEP = re.compile(
    r"<!-- file: (?P<file>\S+) -->\n```yaml\n(?P<text>.*?)```"
    r"|<!-- replace in (?P<changed>\S+): (?P<old>\S+) by (?P<new>\S+) -->"
    r"|```console\n(?P<commands>.*?)```",
    re.DOTALL,
)


class Later(datetime):
    """The clock of somebody who reads a page years after it was written."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls(2031, 5, 4, tzinfo=tz)


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
    """Run the commands of one block; the lines below a command are what it prints, `...` standing for any lines."""
    commands = [part.split("\n") for part in block.strip("\n").removeprefix("$ ").split("\n$ ")]
    for command, *shown in commands:
        program, *arguments = shlex.split(command)
        if program == "cd":
            os.chdir(arguments[0])
            continue
        assert program == "planwright", command
        code = main(arguments)
        said = capsys.readouterr()
        failed = any("error PW" in line for line in shown)
        assert code == (1 if failed else 0), f"{command}\n{said.out}{said.err}"
        wanted = "".join("(?:.*\n)*" if line == "..." else f"{re.escape(line)}\n" for line in shown)
        assert not shown or re.fullmatch(wanted, said.out), f"{command} prints\n{said.out}"
    return len(commands)


@pytest.mark.parametrize(
    ("page", "least"),
    [
        ("README.md", 4),
        ("docs/tutorial.md", 10),
        ("docs/how-to/record.md", 4),
        ("docs/how-to/import.md", 4),
        ("docs/how-to/returns.md", 3),
        ("docs/how-to/service-plan.md", 8),
        ("docs/how-to/golden-thread.md", 6),
        ("docs/how-to/action-plan.md", 6),
    ],
)
def test_what_a_page_says_works(
    page: str, least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("planwright.cli._session.datetime", Later)
    assert follow((ROOT / page).read_text(encoding="utf-8"), capsys) >= least


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", ["README.md", "examples/council/README.md"])
def test_commands_on_the_example_look_from_its_day(page: str) -> None:
    commands = re.findall(r"^(?:\$ )?planwright (?!init)(.*)$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) >= 4
    assert all("--as-at 2026-11-21" in command for command in commands)


def test_the_guide_names_the_sections_that_each_profile_asks_for() -> None:
    guide = (ROOT / "docs/how-to/service-plan.md").read_text(encoding="utf-8")
    said: tuple[str, ...] = ()
    for profile, sections in PROFILES.items():
        row = re.search(rf"^\| `{profile}` \| (.*) \|$", guide, re.MULTILINE)
        assert row
        said += tuple(re.findall(r"`(\w+)`", row[1]))  # each row goes on from the one above
        assert said == sections
