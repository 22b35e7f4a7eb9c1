"""`planwright explain`: a rule's own page, by code or name, and the list of all."""

import pytest

from planwright import rules
from planwright.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("word", ["PW010", "pw010", "duplicate-key", "Duplicate-Key"])
def test_a_rule_is_explained_by_code_or_name(word: str, capsys: Capture) -> None:
    assert main(["explain", word]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "PW010 duplicate-key (error)"
    assert [line for line in lines if line in {"Why", "Bad", "Good", "How to fix"}] == [
        "Why",
        "Bad",
        "Good",
        "How to fix",
    ]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("dupliate-key", "did you mean duplicate-key?"),
        ("PWO10", "did you mean PW010?"),
        ("PW999", "`planwright explain` lists them all"),
        ("????", "`planwright explain` lists them all"),
    ],
)
def test_a_miss_names_the_nearest(word: str, hint: str, capsys: Capture) -> None:
    assert main(["explain", word]) == 2
    assert capsys.readouterr().err == f"planwright: there is no rule '{word}'; {hint}\n"


def test_without_a_rule_all_are_listed(capsys: Capture) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == list(rules.codes())


def test_headings_are_bold_where_colour_is_wanted(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert main(["explain", "PW010"]) == 0
    assert "\x1b[1mWhy\x1b[0m" in capsys.readouterr().out
