"""How many pages a document prints on: with the browser of this machine, and where there is none that answers."""

import sys
from pathlib import Path

import pytest

from planwright.browser import CHOSEN, find_browser, printed_pages

BREAK = '<p style="break-after: page">'


def html(pages: int) -> bytes:
    return f"<!DOCTYPE html><title>/Type /Page</title>{(BREAK + 'A page</p>') * (pages - 1)}<p>The last</p>".encode()


def program(folder: Path, text: str) -> str:
    file = folder / "browser"
    file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize("pages", [1, 2, 3])
def test_pages_are_counted_as_they_print(chromium: str, pages: int) -> None:
    assert printed_pages(html(pages), chromium) == pages


def test_paper_is_what_the_file_asks_for(chromium: str) -> None:
    small = b"<!DOCTYPE html><style>@page { size: A5; margin: 50mm } p { font-size: 40pt }</style>"
    text = b"<p>" + b"Words that need room " * 9
    assert (printed_pages(text, chromium) or 0) < (printed_pages(small + text, chromium) or 0)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for a browser")
@pytest.mark.parametrize("text", ["exit 1", "exit 0", 'for last; do :; done; echo "not a PDF" > "${last#file://}.pdf"'])
def test_a_browser_that_prints_nothing_measures_nothing(tmp_path: Path, text: str) -> None:
    assert printed_pages(html(1), program(tmp_path, text)) is None


def test_a_browser_that_is_not_there_measures_nothing(tmp_path: Path) -> None:
    assert printed_pages(html(1), str(tmp_path / "missing")) is None


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for a browser")
def test_the_one_that_is_named_is_used(tmp_path: Path) -> None:
    own = program(tmp_path, "exit 0")
    assert find_browser({CHOSEN: own, "PATH": ""}) == own
    assert find_browser({CHOSEN: "browser", "PATH": str(tmp_path)}) == own
    assert find_browser({CHOSEN: str(tmp_path / "gone"), "PATH": str(tmp_path)}) == ""


def test_none_is_none(chromium: str) -> None:
    assert find_browser({CHOSEN: "none", "PATH": str(Path(chromium).parent)}) == ""
    assert find_browser({"PATH": str(Path(chromium).parent)}) != ""
    assert find_browser({"PATH": ""}) == ""


def test_browsers_are_looked_for_where_windows_installs_them(tmp_path: Path) -> None:
    edge = tmp_path / "Microsoft" / "Edge" / "Application" / "msedge.exe"
    edge.parent.mkdir(parents=True)
    edge.write_bytes(b"")
    assert find_browser({"PATH": "", "PROGRAMFILES(X86)": str(tmp_path)}) == str(edge)
