"""Every page of the example council, opened in a browser and held against WCAG 2.2 AA by axe-core."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from planwright.cli import main

COUNCIL = Path(__file__).parent.parent / "examples" / "council"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 320)
_ID = re.compile(r"-[A-Z][A-Z0-9+-]*(?=-[a-z]|$)")
_HOUSING = re.compile("-HOUSING|-HSG")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("papers")
    words = ["-C", str(COUNCIL), "--as-at", "2026-11-21", "render", "--all", "--format", "html"]
    assert main([*words, "--output", str(folder)]) == 0
    return tuple(_of_every_layout(sorted(folder.rglob("*.html"))))


def _of_every_layout(files: Iterable[Path]) -> Iterator[Path]:
    """Yield what is about the whole council, one more of every sort, and every improvement plan."""
    layouts: dict[str, list[Path]] = {}
    for file in files:
        layouts.setdefault(_ID.sub("", file.stem), []).append(file)
    for layout, alike in layouts.items():
        named = [file for file in alike if file.stem != layout]
        yield from (file for file in alike if file.stem == layout)
        yield from named if layout == "pip" else sorted(named, key=lambda file: not _HOUSING.search(file.stem))[:1]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


def opened(browser: Browser, file: Path, width: int) -> Page:
    # The pages forbid every script; only the checker's own may run.
    page = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900}).new_page()
    page.goto(file.as_uri())
    return page


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}}).response["violations"]
    return [f"{one['id']}: {one['help']} ({one['nodes'][0]['html'][:120]})" for one in found]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_breaks_a_rule_or_scrolls_sideways(browser: Browser, pages: tuple[Path, ...], width: int) -> None:
    assert len(pages) > 8
    wrong = {}
    for file in pages:
        page = opened(browser, file, width)
        found = violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"the page is {wide} wide")
        twice = page.evaluate(
            "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, n, all) => all.indexOf(id) !== n)"
        )
        found += [f"the id {id_} stands twice" for id_ in twice]
        page.context.close()
        if found:
            wrong[file.name] = found
    assert wrong == {}


def test_the_check_catches_a_page_with_faults(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "faulty.html"
    file.write_text(
        '<html><body><img src="x.png"><p style="color:#bbb;background:#fff">Pale</p><table><tr><td>1</td></tr></table>'
        '<h1>One</h1><h4>Four</h4><input><a href="#"></a></body></html>',
        encoding="utf-8",
    )
    found = {one.split(":")[0] for one in violations(opened(browser, file, 1280))}
    assert {"image-alt", "color-contrast", "html-has-lang", "document-title", "label", "link-name"} <= found
