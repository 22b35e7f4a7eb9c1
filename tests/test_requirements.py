"""Every requirement says where it is met, and what it names is there: filled in, printed, callable, documented."""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from printing import Leaf, assessed, example_council, leaves, papers

from planwright import datasets, kinds, reports, rules
from planwright.cli import main
from planwright.records.shape import RECORD, Shape, fields_of

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs" / "requirements.csv"
# How many requirements each of the five sources has; a line can neither be lost nor be added by mistake.
COUNTS = {"000": 90, "001": 53, "002": 47, "003": 45, "004": 50}
STILL_TO_COME = ("001", "003", "004")
# Those of the first and third source that a later issue brings.
LATER = {
    "000-11", *(f"002-0{number}" for number in range(1, 6)), "002-12", "002-14", "002-15",
    "002-21", "002-22", "002-26", "002-31", "002-39", "002-41", "002-42", "002-43",
}  # fmt: skip
FOR_GUIDANCE = {"001-40", "002-47", "004-39", "004-40"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where one requirement is met: its id, the sort of place, and which."""

    id: str
    sort: str
    name: str


@cache
def table() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def places(*sorts: str) -> list[Place]:
    """Return every place of these sorts that the table names (of any sort, when none is named)."""
    found = [
        Place(row["id"], *(*one.split(" ", 1), "")[:2]) for row in table() for one in row["places"].split("; ") if one
    ]
    return [place for place in found if place.sort in sorts or not sorts]


def headings(text: str) -> set[str]:
    """Return what links to the headings of a Markdown text say."""
    lines = (line.lstrip("# ") for line in text.splitlines() if line.startswith("#"))
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


def sections(text: str) -> set[str]:
    """Return the headings of a document as links, without the numbers it gives them."""
    return {re.sub(r"^\d+-", "", heading) for heading in headings(text)}


def test_every_requirement_has_one_line_and_a_place() -> None:
    ids = [row["id"] for row in table()]
    assert ids == sorted(set(ids))
    assert Counter(id_[:3] for id_ in ids) == COUNTS
    assert all(row["asks"] and row["places"] for row in table())


def test_places_are_of_known_sorts() -> None:
    known = {"field", "setting", "command", "report", "export", "rule", "doc"}
    met = [place for place in places() if place.sort not in known]
    assert [place for place in met if (place.sort, place.name) != ("planned", "")] == []


def test_what_is_planned_may_be() -> None:
    for row in table():
        if row["places"] == "planned":
            assert row["id"][:3] in STILL_TO_COME or (row["id"] in LATER and row["note"]), row["id"]
    assert {place.id for place in places("doc")} <= FOR_GUIDANCE


def test_named_fields_are_filled_in_by_the_example() -> None:
    filled = {path for leaf in leaves(example_council()) for path in whole_and_parts(leaf)}
    assert [place for place in places("field") if place.name not in filled] == []


def whole_and_parts(leaf: Leaf) -> list[str]:
    """Return the path of a leaf and of everything it is part of."""
    names = leaf.path.split(".")
    return [".".join(names[:end]) for end in range(2, len(names) + 1)]


def test_named_settings_exist() -> None:
    assert [place for place in places("setting") if not is_setting(place.name)] == []


def is_setting(path: str) -> bool:
    shape: Shape | None = Shape(RECORD, record=kinds.model("settings"))
    for name in path.split("."):
        while shape and not shape.record:
            shape = shape.inner
        field = fields_of(shape.record).get(name) if shape and shape.record else None
        if field is None:
            return False
        shape = field.shape
    return True


@pytest.mark.parametrize("command", sorted({place.name for place in places("command")}))
def test_named_commands_and_options_exist(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    names, _, option = command.partition(" --")
    assert main([*names.split(), "--help"]) == 0
    assert re.search(rf"^  (-\w, )?--{option}\b" if option else "Usage", capsys.readouterr().out, re.MULTILINE)


def test_named_rules_exist() -> None:
    assert [place for place in places("rule") if place.name not in rules.codes()] == []


def test_named_tables_exist() -> None:
    assert [place for place in places("export") if place.name not in datasets.names()] == []


def test_named_reports_exist() -> None:
    assert {place.name.partition("#")[0] for place in places("report")} <= set(reports.names())


@pytest.mark.slow
def test_named_sections_stand_in_the_example_as_printed() -> None:
    assessment = assessed(example_council())
    assert assessment
    wanted = {place.name.partition("#")[0] for place in places("report")}
    found = {
        name
        for paper in papers(assessment)
        if paper.name in wanted and not paper.table
        for name in (paper.name, *(f"{paper.name}#{heading}" for heading in sections(paper.text)))
    }
    assert [place for place in places("report") if place.name not in found] == []


def test_named_pages_have_their_sections() -> None:
    for place in places("doc"):
        page, _, section = place.name.partition("#")
        assert section in headings((ROOT / page).read_text(encoding="utf-8")), place
