"""Whatever the bytes: parse never raises, every place lies inside the text, and value, tree and text agree."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwright.diagnostic import Place
from planwright.document import Document, Node, parse

PLAN = """\
kind: service-plan
id: HSG
objectives:
  - id: HSG-O1
    title: Offer every household a home
    links:
      - to: CORP-3
        so_that: "fewer families: wait"
    measured_by: [HSG-PI-01, HSG-PI-02]
    note: |
      some text
      more # here

actions:
- id: A1
  title: 'it''s here' # planwright: ignore[PW101] why
  resources: {money: 60000, fte: 0.5}
"""
PIECES = (
    "\t", ":", "-", '"', "'", "[", "]", "{", "}", "#", " #", "&", "*", "!", "|", ">", "%", "@", "`", "\n", "\n\n", "  ",
    " ", "\r", "\r\r\n", "\u00a0", "\u200b", "\u200d", "“", "”", "---\n", "...\n", "? ", "<<: ", "~", "null", ",", "\\",
    "\x00", "\x0b", "\x85", "\ufeff", "\u2028", "<<<<<<< a\n", "=======\n", "é", "\U0001f600", ": ", "- ", "a:b\n",
    "# planwright: ignore\n", "%YAML 1.1\n", "!!str ", "&a ", "*a ", '"C:\\new"', "|2-\n", "\udc93",
)  # fmt: skip
NAMES = sorted((Path(__file__).parent / "bad").rglob("*.yaml"))


def inside(document: Document, place: Place) -> bool:
    start = document.line_text(place.line)
    end = document.line_text(place.end_line)
    ordered = (place.line, place.column) <= (place.end_line, place.end_column)
    within = 1 <= place.column <= len(start) + 2 and 1 <= place.end_column <= len(end) + 2
    return place.file == document.file and ordered and within


def agree(value: Any, node: Node, document: Document) -> bool:
    """Whether a value and its node have the same parts, and whether plain text stands in the file as it was read."""
    if isinstance(value, dict):
        given = {step for step, child in node.children.items() if not child.blank}
        steps = [(step, value[step]) for step in value]
        return set(value) <= given and all(agree(part, node.children[step], document) for step, part in steps)
    if isinstance(value, list):
        return list(node.children) == list(range(len(value))) and all(
            agree(part, node.children[index], document) for index, part in enumerate(value)
        )
    text = document.text[node.start : node.end]
    return node.kind == "scalar" and bool(document.problems or node.style or set(text) & {"\n", "\r"} or value == text)


def check(data: bytes) -> None:
    document = parse("plan.yaml", data)
    places = [problem.place for problem in document.problems]
    places += [related.place for problem in document.problems for related in problem.related]
    places += [one.place for one in document.suppressions]
    places += [document.place(("objectives", 0, "title")), document.place(("kind",), "key"), document.place(("x", 9))]
    places += [document.place(one.route) for one in document.suppressions]
    assert all(inside(document, place) for place in places)
    assert document.value is not None or document.problems
    assert document.value is None or (document.root is not None and agree(document.value, document.root, document))
    assert parse("plan.yaml", data) == document


def mutated(rng: random.Random, text: str) -> bytes:
    letters = list(text)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(letters) + 1)
        action = rng.random()
        if action < 0.5:
            letters[at:at] = rng.choice(PIECES)
        elif action < 0.8:
            del letters[at : at + rng.randint(1, 4)]
        else:
            start = rng.randrange(len(letters) + 1)
            letters[at:at] = letters[start : start + rng.randint(1, 30)]
    return "".join(letters).encode("utf-8", "surrogateescape")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    check(data)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "a", "b: c", "k:\n  "]), max_size=25))
def test_any_run_of_signs(pieces: list[str]) -> None:
    check("".join(pieces).encode("utf-8", "surrogateescape"))


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False))
def test_plans_with_slips(rng: random.Random) -> None:
    check(mutated(rng, PLAN))


@pytest.mark.slow
def test_ten_thousand_plans_with_slips() -> None:
    rng = random.Random(20261121)
    texts = [PLAN] * 3
    for path in NAMES:
        data = path.read_bytes()
        if len(data) < 2000:
            texts.append(data.decode("utf-8", "surrogateescape"))
    for _ in range(10_000):
        check(mutated(rng, rng.choice(texts)))
