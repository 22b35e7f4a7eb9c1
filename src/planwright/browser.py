"""How many pages a document prints on, measured by a browser where this machine has one."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

CHOSEN = "PLANWRIGHT_BROWSER"
"""The environment variable that names the browser to use; `none` for none."""

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
_ON_WINDOWS = (
    ("PROGRAMFILES", "Google/Chrome/Application/chrome.exe"),
    ("PROGRAMFILES(X86)", "Google/Chrome/Application/chrome.exe"),
    ("LOCALAPPDATA", "Google/Chrome/Application/chrome.exe"),
    ("PROGRAMFILES(X86)", "Microsoft/Edge/Application/msedge.exe"),
    ("PROGRAMFILES", "Microsoft/Edge/Application/msedge.exe"),
)
_ON_A_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_SECONDS = 60
# Chromium writes the objects of a document plainly: one such object for each page, `/Type /Pages` for the tree above.
_A_PAGE = re.compile(rb"obj\s*<<\s*/Type\s*/Page(?![A-Za-z])")


def find_browser(environment: Mapping[str, str] | None = None) -> str:
    """Return the path of a Chromium, Chrome or Edge; empty where there is none, or `PLANWRIGHT_BROWSER` says none."""
    told = os.environ if environment is None else environment
    if chosen := told.get(CHOSEN):
        return "" if chosen == "none" else shutil.which(chosen, path=told.get("PATH")) or ""
    return next((path for name in _NAMES if (path := shutil.which(name, path=told.get("PATH")))), "") or next(
        (str(path) for path in _usual_places(told) if path.is_file()), ""
    )


def _usual_places(environment: Mapping[str, str]) -> Iterator[Path]:
    """Yield where browsers are installed that no PATH names."""
    for folder, place in _ON_WINDOWS:
        if folder in environment:
            yield Path(environment[folder], place)
    if sys.platform == "darwin":
        yield from map(Path, _ON_A_MAC)


def printed_pages(html: bytes, browser: str) -> int | None:
    """Return on how many pages a self-contained HTML file prints in a browser; None where that cannot be measured.

    The paper is what the file's own print style asks for. The browser gets a profile of its own in a temporary folder,
    so that one which is open already does not answer in its place, and a minute of time.
    """
    # What is left of a profile must not stand in the way: Windows may keep its files open for a moment longer.
    with TemporaryDirectory(prefix="planwright-", ignore_cleanup_errors=True) as folder:
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_bytes(html)
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--no-pdf-header-footer",
            f"--user-data-dir={Path(folder, 'profile')}",
            f"--print-to-pdf={printed}",
            *_without_sandbox(),
            page.as_uri(),
        ]
        try:
            subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS, check=False)  # noqa: S603 (the page is our own and holds no script)
        except (OSError, subprocess.TimeoutExpired):
            return None
        return (len(_A_PAGE.findall(printed.read_bytes())) or None) if printed.is_file() else None


def _without_sandbox() -> Iterator[str]:
    """Yield the option without which Chromium does not start for the administrator, as in containers."""
    if sys.platform != "win32" and os.geteuid() == 0:
        yield "--no-sandbox"
