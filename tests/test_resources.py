"""The built-in folders are found in a checkout and in an installed package, and never taken for one another."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import planwright
from planwright import resources
from planwright.diagnostic import PlanwrightError

ASK = """
from planwright import resources
print(resources.templates()["a.md.j2"], sorted(resources.templates()))
print(resources.example("minimal"))
print(resources.schema_folder())
"""


def lay_out(folder: Path, text: str) -> None:
    """Make the three folders, the template holding `text`."""
    for name in ("templates/parts", "schemas", "examples/minimal"):
        (folder / name).mkdir(parents=True)
    (folder / "templates/a.md.j2").write_text(text, encoding="utf-8")
    (folder / "templates/parts/b.css").write_text("", encoding="utf-8")
    (folder / "templates/.hidden").write_text("", encoding="utf-8")


def answers(home: Path) -> list[str]:
    """Put a copy of the modules that matter beside a packaged `_data` in `home`, and ask that copy."""
    copied = home / "planwright"
    lay_out(copied / "_data", "packaged")
    for module in ("__init__", "resources", "diagnostic", "nearest"):
        shutil.copy(Path(planwright.__file__).with_name(f"{module}.py"), copied)
    environment = {**os.environ, "PYTHONPATH": str(home)}
    command = [sys.executable, "-c", ASK]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True, cwd=home)
    return done.stdout.splitlines()


def test_a_checkout_wins_over_the_packaged_copy(tmp_path: Path) -> None:
    lay_out(tmp_path, "checkout")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "planwright"\n', encoding="utf-8")
    assert answers(tmp_path / "src") == [
        "checkout ['a.md.j2', 'parts/b.css']",
        str(tmp_path / "examples" / "minimal"),
        str(tmp_path / "schemas"),
    ]


@pytest.mark.parametrize("neighbour", ["", '[project]\nname = "another"\n'])
def test_installed_the_packaged_copy_is_used_whatever_lies_around(tmp_path: Path, neighbour: str) -> None:
    if neighbour:
        lay_out(tmp_path, "somebody else's")
        (tmp_path / "pyproject.toml").write_text(neighbour, encoding="utf-8")
    data = tmp_path / "lib" / "planwright" / "_data"
    assert answers(tmp_path / "lib") == [
        "packaged ['a.md.j2', 'parts/b.css']",
        str(data / "examples" / "minimal"),
        str(data / "schemas"),
    ]


def test_this_checkout_has_its_folders() -> None:
    assert resources.schema_folder().is_dir()
    assert all(name.isascii() and text for name, text in resources.templates().items())


def test_an_unknown_example_names_what_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, "text")
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)
    with pytest.raises(PlanwrightError, match="did you mean minimal"):
        resources.example("minimul")
    with pytest.raises(PlanwrightError, match="there are minimal"):
        resources.example("zzz")
