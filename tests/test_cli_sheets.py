"""A spreadsheet that somebody names: read, but never more of it than tells that it is too large."""

from pathlib import Path

import pytest

from planwright.cli import main
from planwright.cli._sheets import sheet_bytes
from planwright.diagnostic import PlanwrightError
from planwright.exchange.tables import LARGEST

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(("size", "read"), [(0, 0), (LARGEST, LARGEST), (LARGEST + 100, LARGEST + 1)])
def test_of_a_file_that_is_too_large_only_the_beginning_is_read(size: int, read: int, tmp_path: Path) -> None:
    (tmp_path / "return.csv").write_bytes(b"," * size)
    assert len(sheet_bytes(tmp_path / "return.csv")) == read


def test_what_cannot_be_opened_is_named_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(PlanwrightError, match=r"gone\.csv cannot be read: no such file or directory"):
        sheet_bytes(tmp_path / "gone.csv")
    with pytest.raises(PlanwrightError, match=r"cannot be read: [a-z]"):
        sheet_bytes(tmp_path)


@pytest.mark.parametrize("command", [("import",), ("returns", "take")])
def test_a_file_that_is_too_large_is_refused_in_words(
    command: tuple[str, ...], tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "planwright.yaml").write_text("kind: settings\nname: Wexcombe District Council\n", encoding="utf-8")
    large = tmp_path / "large.xlsx"
    large.write_bytes(b"," * (LARGEST + 1))
    assert main(["-C", str(tmp_path), "--as-at", "2026-11-21", *command, str(large)]) == 1
    told = "".join(capsys.readouterr())
    assert "large.xlsx is larger than 10 MB; keep only the part with results in it" in told
