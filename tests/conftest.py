"""What several test files share: a workspace from texts, a browser, and the --update option for generated files."""

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from textwrap import dedent

import pytest

from planwright.assessment import Assessment, assess
from planwright.browser import CHOSEN
from planwright.document import parse
from planwright.linking import link
from planwright.workspace import Workspace

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SETTINGS = "kind: settings\nname: Wexcombe District Council\n"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite generated files instead of comparing them")


def pytest_configure() -> None:
    """Let one-page plans be measured by their words, the same on every machine; tests of browsers choose one."""
    os.environ[CHOSEN] = "none"


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether generated files are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser that pages are checked in; without one the test fails in CI and is left out elsewhere."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("Chromium is not installed")
    return found


def workspace_of(files: Mapping[str, str]) -> Workspace:
    """Return the workspace of texts by file name; a planwright.yaml is added where none is given."""
    texts = {"planwright.yaml": SETTINGS, **files}
    return link(parse(name, dedent(text).lstrip("\n").encode()) for name, text in texts.items())


@pytest.fixture
def workspace() -> Callable[[Mapping[str, str]], Workspace]:
    return workspace_of


@pytest.fixture
def assessed() -> Callable[..., Assessment]:
    """Assess texts by file name at 21 November 2026, or at another date."""

    def build(files: Mapping[str, str], as_at: date = date(2026, 11, 21)) -> Assessment:
        return assess(workspace_of(files), as_at)

    return build
