"""A folder of bad files: each gives exactly the findings EXPECTED.csv says, on the line and in the column it says."""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

from planwright.diagnostic import Diagnostic
from planwright.document import parse
from planwright.linking import link

FOLDER = Path(__file__).parent / "bad"
JARGON = re.compile(
    r"\b(invalid|token|scalar|mapping|sequence|flow|anchor|node|stream|str|dict|NoneType|parser)\b", re.IGNORECASE
)
Finding = tuple[str, int, int]


def expected() -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    with (FOLDER / "EXPECTED.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row["file"]].append((row["code"], int(row["line"]), int(row["column"])))
    return found


EXPECTED = expected()


def findings(name: str) -> tuple[Diagnostic, ...]:
    return link([parse(name, (FOLDER / name).read_bytes())]).problems


def test_every_file_is_expected_and_there_are_many() -> None:
    names = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.yaml")}
    assert names == set(EXPECTED)
    assert len(names) >= 160


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_bad_file_gives_its_findings_and_no_others(name: str) -> None:
    given = findings(name)
    assert sorted(problem.code for problem in given) == sorted(code for code, _line, _column in EXPECTED[name])
    for problem in given:
        assert problem.help
        assert len(problem.message) <= 300
        assert not JARGON.search(problem.message), problem.message


def test_places_are_exact() -> None:
    wanted = {(name, *finding) for name, found in EXPECTED.items() for finding in found}
    given = {
        (name, problem.code, problem.place.line, problem.place.column)
        for name in EXPECTED
        for problem in findings(name)
    }
    lines_wanted = {finding[:3] for finding in wanted}
    lines_given = {finding[:3] for finding in given}
    assert len(lines_wanted & lines_given) >= 0.95 * len(lines_wanted)
    reading = {finding for finding in wanted if finding[1] < "PW030"}
    assert reading == {finding for finding in given if finding[1] < "PW030"}
