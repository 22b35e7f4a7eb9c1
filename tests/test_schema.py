"""The schemas say in an editor what the models say in `validate`."""

import json
import re
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from planwright import kinds
from planwright.cli import main
from planwright.document import Value, parse
from planwright.records.reading import read
from planwright.schema import SUFFIX, kind_schema, names, schema_text

ROOT = Path(__file__).parent.parent
SCHEMAS = {name: json.loads(schema_text(name)) for name in names()}
REGISTRY: Registry[Any] = Registry().with_resources(
    (name + SUFFIX, Resource.from_contents(schema, DRAFT7)) for name, schema in SCHEMAS.items()
)
NUMBER = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?")


def as_editors_read(value: Value) -> Any:
    """Return plain text values as the YAML 1.2 core schema types them; quoted or not makes no difference here."""
    if isinstance(value, dict):
        return {key: as_editors_read(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_editors_read(part) for part in value]
    if value in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return value.lower() == "true"
    if value in {"", "~", "null", "Null", "NULL"}:
        return None
    return (float(value) if re.search(r"[.eE]", value) else int(value)) if NUMBER.fullmatch(value) else value


def complaints(value: Value, schema: str = "planwright") -> list[str]:
    validator = Draft7Validator(SCHEMAS[schema], registry=REGISTRY)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(as_editors_read(value))]


def agree(kind: str, value: dict[str, Any]) -> bool:
    """Return whether both accept or both reject, which they must; the value is returned as accepted or not."""
    accepted = not read(kinds.model(kind), value).problems
    said = complaints(value, kind)
    assert accepted == (not said), (value, said, read(kinds.model(kind), value).problems)
    return accepted


def test_every_schema_is_valid_draft_7() -> None:
    for name, schema in SCHEMAS.items():
        Draft7Validator.check_schema(schema)
        assert schema["$id"] == name + SUFFIX
        assert "$defs" not in json.dumps(schema)


@pytest.mark.slow
def test_every_schema_passes_check_jsonschema() -> None:
    files = [str(ROOT / "schemas" / (name + SUFFIX)) for name in names()]
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *files]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: str(path.relative_to(ROOT / "examples")))
def test_every_example_passes(file: Path) -> None:
    document = parse(file.name, file.read_bytes())
    assert document.value is not None
    assert complaints(document.value) == []
    assert complaints(document.value, document.kind) == []


def test_every_property_explains_itself() -> None:
    for kind in kinds.names():
        schema = kind_schema(kind)
        for record in [schema, *schema["definitions"].values()]:
            assert record["additionalProperties"] is False
            assert record["description"]
            for name, part in record["properties"].items():
                assert part["description"], f"{kind}: {name}"


PIP: dict[str, Any] = {
    "kind": "pip",
    "id": "HSG-PIP-1",
    "indicator": "HSG-PI-01",
    "author": "HEAD-OF-HOUSING",
    "opened": "2026-11-21",
    "factors": [{"id": "F1", "text": "Rents rose.", "origin": "external", "term": "long term"}],
    "solutions": [{"id": "S1", "text": "Lease ten homes.", "in_place_by": "2027-03-31", "factors": ["F1"]}],
}
INDICATORS: dict[str, Any] = {
    "kind": "indicators",
    "indicators": [
        {"id": "HSG-PI-01", "title": "Days to re-let", "polarity": "lower", "targets": {"2026-27": "21"}, "key": "yes"}
    ],
}
PLAN: dict[str, Any] = {
    "kind": "service-plan",
    "id": "HSG",
    "service": "HOUSING",
    "period": "2026-27 to 2028-29",
    "objectives": [{"id": "HSG-O1", "title": "Fewer empty homes", "links": ["CORP-3", {"to": "CORP-4"}]}],
    "actions": [{"id": "HSG-A1", "title": "Advertise weekly", "due": "2026-10 week 1", "resources": {"money": "500"}}],
}
RESULTS: dict[str, Any] = {
    "kind": "results",
    "period": "2026-27",
    "results": {"HSG-PI-01": {"Q1": "88.5", "Q2": {"value": "90"}}},
}
GOOD = {"pip": PIP, "indicators": INDICATORS, "service-plan": PLAN, "results": RESULTS}


@pytest.mark.parametrize("kind", sorted(GOOD))
def test_both_accept_what_is_good(kind: str) -> None:
    assert agree(kind, GOOD[kind])


CASES: list[tuple[str, tuple[str | int, ...], Value, bool]] = [
    ("pip", ("opend",), "2026-11-21", False),
    ("pip", ("opened",), "21/11/2026", False),
    ("pip", ("opened",), "2026-13-01", False),
    ("pip", ("opened",), "2026-1-1", False),
    ("pip", ("opened",), "20261121", False),
    ("pip", ("opened",), "2200-01-31", True),
    ("pip", ("factors", 0, "origin"), "outside", False),
    ("pip", ("factors", 0, "text"), "42", True),
    ("pip", ("factors", 0, "text"), "true", True),
    ("pip", ("factors", 0, "text"), "0042", True),
    ("pip", ("factors", 0, "text"), {"not": "text"}, False),
    ("pip", ("factors", 0, "id"), "-5", False),
    ("pip", ("factors", 0, "id"), "42", True),
    ("pip", ("factors",), "F1", False),
    ("pip", ("format",), "1", True),
    ("pip", ("format",), "2", False),
    ("pip", ("related",), ["HSG PIP 2"], False),
    ("pip", ("retired",), "no longer needed", True),
    ("pip", ("retired",), {"reason": "merged"}, True),
    ("pip", ("retired",), {"on": "2026-01-01"}, False),
    ("indicators", ("indicators", 0, "key"), "true", False),
    ("indicators", ("indicators", 0, "key"), "no", True),
    ("indicators", ("indicators", 0, "polarity"), "up", False),
    ("indicators", ("indicators", 0, "decimals"), "2", True),
    ("indicators", ("indicators", 0, "decimals"), "-1", False),
    ("indicators", ("indicators", 0, "decimals"), "1.5", False),
    ("indicators", ("indicators", 0, "targets"), {"2026-27-Q1": {"low": "1", "high": "2"}}, True),
    ("indicators", ("indicators", 0, "targets"), {"2026": "21"}, True),
    ("indicators", ("indicators", 0, "targets"), {"next year": "21"}, False),
    ("indicators", ("indicators", 0, "targets"), {"2026-27": "yes"}, True),
    ("indicators", ("indicators", 0, "targets"), {"2026-27": "about 20"}, False),
    ("indicators", ("indicators", 0, "maximum"), "1234567890123456789", False),
    ("indicators", ("rating",), {"tolerance": "10%"}, True),
    ("indicators", ("rating",), {"tolerance": "10"}, False),
    ("indicators", ("rating",), {"tolerance": "2 points", "method": "two-state"}, True),
    ("indicators", ("rating",), {"method": "two state"}, False),
    ("service-plan", ("period",), "2026", True),
    ("service-plan", ("period",), "1066", False),
    ("service-plan", ("period",), "next year", False),
    ("service-plan", ("objectives", 0, "links", 1, "type"), "direct", True),
    ("service-plan", ("objectives", 0, "links", 1, "type"), "indirectly", False),
    ("service-plan", ("objectives", 0, "title"), "two\nlines", False),
    ("service-plan", ("objectives", 0, "title"), "x" * 501, False),
    ("service-plan", ("overview",), "two\nlines", True),
    ("service-plan", ("actions", 0, "due"), "2026-10", True),
    ("service-plan", ("actions", 0, "due"), "October", False),
    ("service-plan", ("actions", 0, "resources", "money"), "£500", False),
    ("service-plan", ("efficiency",), [{"title": "x", "category": "more for less", "amounts": {"2026-27": "5"}}], True),
    ("service-plan", ("efficiency",), [{"title": "x", "category": "more for less", "amounts": ["5"]}], False),
    ("results", ("results", "HSG-PI-01", "Q5"), "3", False),
    ("results", ("results", "HSG-PI-01", "2026-04"), "3", True),
    ("results", ("results", "HSG-PI-01", "Q1"), "n/a", False),
    ("results", ("results", "HSG-PI-01", "2026-27"), "3", False),
    ("results", ("results", "HSG-PI-01", "Q1"), ["3"], False),
    ("results", ("results", "two words"), {"Q1": "3"}, False),
]


@pytest.mark.parametrize(("kind", "route", "value", "accepted"), CASES)
def test_both_judge_alike(kind: str, route: tuple[str | int, ...], value: Value, accepted: bool) -> None:
    document: Any = deepcopy(GOOD[kind])
    part = document
    for step in route[:-1]:
        part = part[step]
    part[route[-1]] = value
    assert agree(kind, document) is accepted


@pytest.mark.parametrize(
    ("kind", "route"),
    [
        ("pip", ("indicator",)),
        ("pip", ("factors", 0, "term")),
        ("indicators", ("indicators", 0, "polarity")),
        ("service-plan", ("objectives", 0, "title")),
        ("service-plan", ("objectives", 0, "links", 1, "to")),
        ("results", ("period",)),
    ],
)
def test_both_miss_what_is_missing(kind: str, route: tuple[str | int, ...]) -> None:
    document: Any = deepcopy(GOOD[kind])
    part = document
    for step in route[:-1]:
        part = part[step]
    del part[route[-1]]
    assert not agree(kind, document)


PARTS = st.sampled_from(
    ["yes", "no", "2026-27", "Q1", "95", "0.5", "2026-03-31", "10%", "HSG-1", "direct", "some text"]
)


@settings(max_examples=60, deadline=None)
@given(kind=st.sampled_from(sorted(GOOD)), data=st.data())
def test_both_judge_alike_when_any_value_is_exchanged(kind: str, data: st.DataObject) -> None:
    document: Any = deepcopy(GOOD[kind])
    part = document
    while True:
        key = data.draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
        if part is document and key == "kind":
            return
        if not isinstance(part[key], dict | list) or data.draw(st.booleans()):
            break
        part = part[key]
    part[key] = data.draw(PARTS | st.lists(PARTS, max_size=1) | st.dictionaries(PARTS, PARTS, max_size=1))
    agree(kind, document)


def test_nothing_after_a_colon_is_not_given() -> None:
    text = "kind: pip\nid: P1\nindicator: I1\nauthor: A\nopened: 2026-01-01\ncomments:\nfactors:\ndetails:\n"
    typed: dict[str, Any] = {"kind": "pip", "id": "P1", "indicator": "I1", "author": "A", "opened": "2026-01-01"}
    assert complaints(typed | {"comments": "", "factors": "", "details": ""}, "pip") == []
    assert complaints(typed | {"author": ""}, "pip") != []
    document = parse("p.yaml", text.encode())
    assert isinstance(document.value, dict)
    assert not read(kinds.model("pip"), document.value).problems


def test_the_combined_schema_picks_by_kind() -> None:
    assert complaints(PIP) == []
    assert complaints({**PIP, "opened": "soon"}) != []
    assert any("kind" in one for one in complaints({**PIP, "kind": "pipp"}))
    assert complaints({"id": "P1"}) != []


def test_what_an_editor_says_is_in_plain_words() -> None:
    solution = SCHEMAS["pip"]["definitions"]["Solution"]["properties"]
    assert solution["in_place_by"]["errorMessage"] == "write year-month-day, for example 2026-03-31"
    assert "an id: letters, digits" in solution["id"]["errorMessage"]
    assert solution["lead"]["description"] == "The post responsible. (The id of: post.)"
    link = SCHEMAS["service-plan"]["definitions"]["Link"]["properties"]["type"]
    assert dict(zip(link["enum"], link["enumDescriptions"], strict=False))["direct"] == "our work moves the result"


def test_snippets_hold_what_a_new_item_needs() -> None:
    definitions = SCHEMAS["service-plan"]["definitions"]
    for name in ("Objective", "Action", "Milestone", "Indicator"):
        (snippet,) = definitions[name]["defaultSnippets"]
        assert set(definitions[name]["required"]) <= set(snippet["body"])
    (snippet,) = SCHEMAS["results"]["defaultSnippets"]
    assert snippet["label"] == "new results"
    assert snippet["body"]["kind"] == "results"
    assert list(snippet["body"]["results"]) == ["${2:indicator}"]
    (link,) = definitions["Objective"]["defaultSnippets"][0]["body"]["links"]
    assert link == "${4:links}"


def test_the_command_prints_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "pip"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMAS["pip"]
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMAS["planwright"]
    assert main(["schema", "pip", "--output", str(tmp_path / "one")]) == 0
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["pip.schema.json"]
    assert main(["schema", "--all", "-o", str(tmp_path / "all")]) == 0
    written = {path.name: path.read_bytes().decode() for path in (tmp_path / "all").iterdir()}
    assert written == {name + SUFFIX: schema_text(name) for name in names()}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["pipp"], "did you mean pip?"),
        (["--all"], "--output DIR"),
        (["pip", "--all", "--output", "schemas"], "leave out pip, or leave out --all"),
    ],
)
def test_the_command_explains_wrong_use(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", *arguments]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(("rule", "known"), [("five-state", True), ("five", False), ({"method": "two-state"}, True)])
def test_a_ready_rule_may_be_one_word_of_the_list(rule: object, *, known: bool) -> None:
    schema = Draft7Validator(SCHEMAS["settings"], registry=REGISTRY)
    assert schema.is_valid({"kind": "settings", "name": "W", "rating": rule}) == known
