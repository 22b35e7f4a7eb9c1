"""Findings as a JUnit report, one test case per file, for build servers that know nothing else."""

from collections.abc import Iterator
from html import escape

from planwright.diagnostic import Diagnostic
from planwright.reporters import Run, concise
from planwright.wording import number_of


def write(run: Run) -> str:
    """Return the XML text; a file fails when it has a finding that makes the run fail, others are its output."""
    cases = [line for file, found in run.by_file() for line in _case(run, file, found)]
    failures = len({found.place.file for found in run.diagnostics if run.fails(found)})
    files = sum(1 for _ in run.by_file())
    counts = f'tests="{files}" failures="{failures}" errors="0" skipped="0" time="0"'
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="planwright" {counts}>',
            f'  <testsuite name="planwright validate" {counts}>',
            *cases,
            "  </testsuite>",
            "</testsuites>",
        ]
    )


def _case(run: Run, file: str, found: tuple[Diagnostic, ...]) -> Iterator[str]:
    opening = f'    <testcase classname="planwright" name="{escape(file)}" time="0"'
    failing = [concise.line(one) for one in found if run.fails(one)]
    other = [concise.line(one) for one in found if not run.fails(one)]
    if not found:
        yield f"{opening}/>"
        return
    yield f"{opening}>"
    if failing:
        listed = escape("\n".join(failing))
        yield f'      <failure type="planwright" message="{number_of(len(failing), "finding")}">{listed}</failure>'
    if other:
        yield f"      <system-out>{escape(chr(10).join(other))}</system-out>"
    yield "    </testcase>"
