"""Generated files are what they would be if generated now; `pytest --update` writes them."""

from pathlib import Path

import pytest
from reference import PAGES

from planwright.schema import SUFFIX, names, schema_text

ROOT = Path(__file__).parent.parent
GENERATED = {f"schemas/{name}{SUFFIX}": name for name in names()}


@pytest.mark.parametrize("file", sorted(GENERATED))
def test_schemas_are_current(file: str, update: bool) -> None:
    compare(ROOT / file, schema_text(GENERATED[file]), update=update)


@pytest.mark.parametrize("file", sorted(PAGES))
def test_reference_pages_are_current(file: str, update: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    compare(ROOT / file, PAGES[file](), update=update)


def test_no_schema_is_left_over() -> None:
    assert sorted(path.name for path in (ROOT / "schemas").iterdir()) == sorted(f"{name}{SUFFIX}" for name in names())


def compare(path: Path, text: str, *, update: bool) -> None:
    """Fail when a file is not what it should be, or make it so."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    current = path.read_text(encoding="utf-8") if path.exists() else ""
    assert current == text, f"{path.name} is stale: run `make update`"
