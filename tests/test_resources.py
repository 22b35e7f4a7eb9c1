"""The built-in folders are found in a checkout and in an installed package, and never taken for one another."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planwright import resources
from planwright.diagnostic import PlanwrightError

Place = Callable[[Path], Path]


def lay_out(folder: Path, text: str) -> None:
    """Make the three folders, the template holding `text`."""
    for name in ("templates/parts", "schemas", "examples/minimal"):
        (folder / name).mkdir(parents=True)
    (folder / "templates/a.md.j2").write_text(text, encoding="utf-8")
    (folder / "templates/parts/b.css").write_text("", encoding="utf-8")
    (folder / "templates/.hidden").write_text("", encoding="utf-8")


@pytest.fixture
def placed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """Return a function that lets the package, with its packaged folders, stand in another folder."""

    def place(home: Path) -> Path:
        package = home / "planwright"
        lay_out(package / "_data", "packaged")
        monkeypatch.setattr(resources, "_PACKAGE", package)
        resources._root.cache_clear()  # noqa: SLF001 (the answer is kept for a process's life; tests live longer)
        return package / "_data"

    yield place
    monkeypatch.undo()
    resources._root.cache_clear()  # noqa: SLF001


def test_a_checkout_wins_over_the_packaged_copy(tmp_path: Path, placed: Place) -> None:
    placed(tmp_path / "src")
    lay_out(tmp_path, "checkout")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "planwright"\n', encoding="utf-8")
    assert resources.templates() == {"a.md.j2": "checkout", "parts/b.css": ""}
    assert resources.example("minimal") == tmp_path / "examples" / "minimal"
    assert resources.schema_folder() == tmp_path / "schemas"


@pytest.mark.parametrize("neighbour", ["", '[project]\nname = "another"\n'])
def test_installed_the_packaged_copy_is_used_whatever_lies_around(
    tmp_path: Path, placed: Place, neighbour: str
) -> None:
    data = placed(tmp_path / "lib")
    if neighbour:
        lay_out(tmp_path, "somebody else's")
        (tmp_path / "pyproject.toml").write_text(neighbour, encoding="utf-8")
    assert resources.templates() == {"a.md.j2": "packaged", "parts/b.css": ""}
    assert resources.example("minimal") == data / "examples" / "minimal"
    assert resources.schema_folder() == data / "schemas"


def test_this_checkout_has_its_folders() -> None:
    assert resources.schema_folder().is_dir()
    assert all(name.isascii() and text for name, text in resources.templates().items())


@pytest.mark.parametrize(("name", "hint"), [("minimul", "did you mean minimal"), ("zzz", "there are minimal")])
def test_an_unknown_example_names_what_there_is(tmp_path: Path, placed: Place, name: str, hint: str) -> None:
    placed(tmp_path)
    with pytest.raises(PlanwrightError, match=hint):
        resources.example(name)
