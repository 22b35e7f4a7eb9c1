"""Differences are differences in meaning, and a trail follows an item through every version and file."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwright.document import Value, parse
from planwright.document.notation import Manner, entry_lines
from planwright.history import Change, Commit, FileVersion, Inventory, Version, What, compare, inventory, trail
from planwright.repository import versions

PLAN = """\
kind: service-plan
id: HSG
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: A home within 21 days
    links:
      - to: CORP-3
        type: direct
        so_that: fewer families spend time in bed and breakfast
    measured_by: [HSG-PI-01, HSG-PI-02]
actions:
  - id: HSG-A1
    title: Landlord scheme
    due: 2026-12-31
    milestones:
      - title: Agreed
        due: 2026-06-30
      - title: Ten lettings
        due: 2026-09-30
      - due: 2026-10-31
    prose: |
      One line
      and another.
"""
INDICATORS = """\
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Decided in time
    targets:
      2026-27: 95
      2027-28:
        value: 96
        reason: agreed
"""
RESULTS = """\
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q1: 92
    Q2:
      value: 88.5
      comment: Two waited.
comparators:
  HSG-PI-01:
    - with: similar districts
      value: 90
"""


def taken(*texts: str) -> Inventory:
    return inventory(parse(f"{number}.yaml", text.encode()) for number, text in enumerate(texts))


def differences(before: str, after: str) -> list[tuple[str, str, str, str, str]]:
    return [
        (one.id, "/".join(one.field), one.before, one.after, one.what) for one in compare(taken(before), taken(after))
    ]


def test_an_inventory_knows_items_by_id_with_their_own_fields() -> None:
    found = taken(PLAN, INDICATORS, RESULTS)
    assert list(found.items) == ["HSG", "HSG-A1", "HSG-O1", "HSG-PI-01", "indicators", "results 2026-27"]
    assert found.items["HSG"].fields == {("kind",): "service-plan", ("period",): "2026-27 to 2028-29"}
    action = found.items["HSG-A1"]
    assert (action.kind, action.file, action.route, action.title) == (
        "actions",
        "0.yaml",
        ("actions", 0),
        "Landlord scheme",
    )
    assert action.fields["milestones", "Agreed", "due"] == "2026-06-30"
    assert action.fields["milestones", "3", "due"] == "2026-10-31"
    assert found.items["HSG-O1"].fields["measured_by", "HSG-PI-02"] == "HSG-PI-02"
    assert found.items["HSG-O1"].fields["links", "CORP-3", "type"] == "direct"


@pytest.mark.parametrize("order", [(PLAN, INDICATORS, RESULTS), (RESULTS, INDICATORS, PLAN)])
def test_results_belong_to_their_indicator_by_year_and_period(order: tuple[str, ...]) -> None:
    found = taken(*order).items["HSG-PI-01"]
    assert (found.kind, found.route) == ("indicators", ("indicators", 0))
    assert found.fields == {
        ("title",): "Decided in time",
        ("targets", "2026-27", "value"): "95",
        ("targets", "2027-28", "value"): "96",
        ("targets", "2027-28", "reason"): "agreed",
        ("results", "2026-27", "Q1", "value"): "92",
        ("results", "2026-27", "Q2", "value"): "88.5",
        ("results", "2026-27", "Q2", "comment"): "Two waited.",
        ("comparators", "2026-27", "1", "with"): "similar districts",
        ("comparators", "2026-27", "1", "value"): "90",
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PLAN, PLAN.replace("\n", "\r\n")),
        (PLAN, PLAN.replace("A home within 21 days", "'A home within\n      21 days'")),
        (
            PLAN,
            PLAN.replace("measured_by: [HSG-PI-01, HSG-PI-02]", "measured_by:\n      - HSG-PI-02\n      - 'HSG-PI-01'"),
        ),
        (PLAN, PLAN.replace("prose: |\n      One line\n      and another.", 'prose: "One line and another."')),
        (
            PLAN,
            PLAN.replace("period: 2026-27 to 2028-29\n", "").replace(
                "id: HSG\n", "period: 2026-27 to 2028-29\nid: HSG\n"
            ),
        ),
        (
            PLAN,
            "# a comment\n"
            + PLAN.replace(
                "  - id: HSG-A1\n    title: Landlord scheme\n    due: 2026-12-31",
                "  - due:   2026-12-31\n    title: Landlord scheme\n    lead:\n    id: HSG-A1",
            ),
        ),
        (INDICATORS, INDICATORS.replace("95", "95.0").replace("96", "96.00")),
        (INDICATORS, INDICATORS.replace("2026-27: 95", "2026-27: {value: 95}")),
        ("id: a\nt: caf\u00e9\n", "id: a\nt: cafe\u0301\n"),
        (RESULTS, RESULTS.replace("Q1: 92", "Q1:\n      value: 92")),
    ],
)
def test_another_way_of_writing_is_no_change(before: str, after: str) -> None:
    assert before != after
    assert differences(before, after) == []


def test_a_changed_target_is_one_change() -> None:
    assert differences(INDICATORS, INDICATORS.replace("2026-27: 95", "2026-27: 90")) == [
        ("HSG-PI-01", "targets/2026-27/value", "95", "90", "changed")
    ]


def test_text_that_only_looks_like_a_number_stays_text() -> None:
    assert differences("id: a\nn: 0042\n", "id: a\nn: 42\n") == [("a", "n", "0042", "42", "changed")]
    assert differences("id: a\nn: 1e2\n", "id: a\nn: 100\n") == [("a", "n", "1e2", "100", "changed")]
    assert differences("id: a\nn: -0.50\n", "id: a\nn: -0.5\n") == []


def test_an_item_that_comes_or_goes_says_so_first() -> None:
    text = "kind: x\nid: a\n"
    assert differences(text, text + "items:\n  - id: b\n    title: New\n    due: 2026-09-30\n") == [
        ("b", "", "", "New", "added"),
        ("b", "due", "", "2026-09-30", "added"),
        ("b", "title", "", "New", "added"),
    ]
    assert differences(text + "items:\n  - id: b\n", text) == [("b", "", "b", "", "removed")]


def test_a_renumbered_item_is_removed_and_added() -> None:
    assert {(one[0], one[4]) for one in differences(PLAN, PLAN.replace("HSG-A1", "HSG-A9")) if not one[1]} == {
        ("HSG-A1", "removed"),
        ("HSG-A9", "added"),
    }


def test_a_milestone_inserted_at_the_top_is_one_addition() -> None:
    after = PLAN.replace(
        "      - title: Agreed", "      - title: Drafted\n        due: 2026-05-31\n      - title: Agreed"
    )
    assert differences(PLAN, after)[:2] == [
        ("HSG-A1", "milestones/3/due", "2026-10-31", "", "removed"),
        ("HSG-A1", "milestones/4/due", "", "2026-10-31", "added"),
    ]
    assert differences(PLAN, after)[2:] == [
        ("HSG-A1", "milestones/Drafted/due", "", "2026-05-31", "added"),
        ("HSG-A1", "milestones/Drafted/title", "", "Drafted", "added"),
    ]


def test_what_has_the_same_name_twice_is_kept_apart() -> None:
    text = "kind: x\nid: a\nnotes: [same, same]\nsteps:\n  - title: One\n    due: p\n  - title: One\n    due: q\n"
    assert taken(text).items["a"].fields == {
        ("kind",): "x",
        ("notes", "same"): "same",
        ("notes", "same (2)"): "same",
        ("steps", "One", "title"): "One",
        ("steps", "One", "due"): "p",
        ("steps", "One (2)", "title"): "One",
        ("steps", "One (2)", "due"): "q",
    }
    twice = taken("kind: x\nid: a\nt: 1\n", "kind: x\nid: a\nt: 2\n").items["a"].fields
    assert (twice["t",], twice["t (2)",]) == ("1", "2")


def test_of_a_file_that_cannot_be_read_nothing_is_said_to_be_gone() -> None:
    broken = taken(PLAN, "a: [\n")
    assert broken.unread == {"1.yaml"}
    assert compare(taken(PLAN, INDICATORS), broken) == ()
    assert compare(broken, taken(PLAN, INDICATORS)) == ()
    assert [one.field for one in compare(taken(PLAN, INDICATORS), taken(PLAN))][:1] == [()]


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "plain\n"])
def test_a_file_that_is_no_plan_item_does_no_harm(text: str) -> None:
    assert compare(taken(text), taken(PLAN)) is not None


WORDS = st.text("ab 95.0\n", min_size=1, max_size=5)
PLAIN = st.recursive(
    WORDS,
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "title", "to", "x", "targets"]), below, max_size=4)
    ),
    max_leaves=12,
)
PLANS = st.dictionaries(st.sampled_from(["kind", "id", "period", "results", "items"]), PLAIN, min_size=1)


def written(value: dict[str, Value], manner: Manner) -> str:
    return "".join(f"{line}\n" for key, one in value.items() for line in entry_lines(key, one, 0, manner))


@given(PLANS, PLANS, st.booleans())
@settings(max_examples=100, deadline=None)
def test_comparing_with_oneself_gives_nothing_and_swapping_inverts(
    one: dict[str, Value], two: dict[str, Value], prose: bool
) -> None:
    before = taken(written(one, Manner(2, 2, 2, "\n", prose)))
    after = taken(written(two, Manner(2, 2, 2, "\n", prose)))
    assert compare(before, before) == ()
    assert compare(before, taken(written(one, Manner(4, 0, 4, "\n", not prose)))) == ()
    swapped: dict[What, What] = {"added": "removed", "removed": "added", "changed": "changed"}
    there, back = compare(before, after), compare(after, before)
    assert there == tuple(Change(one.id, one.field, one.after, one.before, swapped[one.what]) for one in back)


# Trails


def history(*states: dict[str, str]) -> Iterable[Version]:
    """Return versions, newest first, of states of a folder given oldest first."""
    found = []
    for number, (before, after) in enumerate(zip(({}, *states), states, strict=False)):
        files = tuple(
            FileVersion(name, _bytes(before.get(name)), _bytes(after.get(name)))
            for name in sorted(before.keys() | after.keys())
            if before.get(name) != after.get(name)
        )
        found.append(Version(Commit(str(number)), files))
    return reversed(found)


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()


def steps(versions_: Iterable[Version], key: str) -> list[tuple[str, list[tuple[str, str, str]], tuple[str, ...]]]:
    return [
        (step.commit.id, [("/".join(one.field), one.before, one.after) for one in step.changes], step.unread)
        for step in trail(versions_, key)
    ]


TARGET = "kind: indicators\nindicators:\n  - id: P\n    targets:\n      2026-27: {}\n"


def test_a_trail_shows_every_change_of_one_item_newest_first() -> None:
    told = history(
        {"a.yaml": TARGET.format(95)},
        {"a.yaml": TARGET.format(95), "other.yaml": "kind: x\nid: Q\n"},
        {"a.yaml": TARGET.format("'95.0'  # only reformatted"), "other.yaml": "kind: x\nid: Q\n"},
        {"a.yaml": TARGET.format(90)},
        {},
    )
    assert steps(told, "P") == [
        ("4", [("", "P", ""), ("targets/2026-27/value", "90", "")], ()),
        ("3", [("targets/2026-27/value", "95.0", "90")], ()),
        ("0", [("", "", "P"), ("targets/2026-27/value", "", "95")], ()),
    ]


def test_a_trail_goes_through_moves_splits_and_copies_of_files() -> None:
    told = history(
        {"a.yaml": TARGET.format(95)},
        {"moved/b.yaml": TARGET.format(95)},
        {"moved/b.yaml": TARGET.format(95), "c.yaml": TARGET.format(95)},
        {"c.yaml": TARGET.format(95)},
        {"c.yaml": "kind: x\n", "d.yaml": TARGET.format(90)},
    )
    assert [step[0] for step in steps(told, "P")] == ["4", "0"]


def test_a_version_that_cannot_be_read_is_said_and_passed_over() -> None:
    told = history(
        {"a.yaml": TARGET.format(95)},
        {"a.yaml": TARGET.format(95) + "<<<<<<< HEAD\n"},
        {"a.yaml": "a: [P"},
        {"a.yaml": TARGET.format(90)},
    )
    assert steps(told, "P") == [
        ("3", [("targets/2026-27/value", "95", "90")], ()),
        ("2", [], ("a.yaml",)),
        ("1", [], ("a.yaml",)),
        ("0", [("", "", "P"), ("targets/2026-27/value", "", "95")], ()),
    ]


NAMED = "kind: indicators\nindicators:\n  - id: {}\n    title: {}\n"


def test_a_trail_goes_on_under_the_ids_an_item_had_before() -> None:
    told = list(
        history(
            {"a.yaml": NAMED.format("P", "One"), "r.yaml": "kind: results\nperiod: 2026-27\nresults: {P: {Q1: 5}}\n"},
            {"a.yaml": NAMED.format("P", "Two"), "r.yaml": "kind: results\nperiod: 2026-27\nresults: {P: {Q1: 5}}\n"},
            {
                "a.yaml": NAMED.format("Q", "Two") + "    replaces: [P]\n    unit: days\n",
                "r.yaml": "kind: results\nperiod: 2026-27\nresults: {Q: {Q1: 5}}\n",
            },
            {
                "b.yaml": NAMED.format("R", "Three") + "    replaces: [P, Q]\n    unit: days\n",
                "r.yaml": "kind: results\nperiod: 2026-27\nresults: {R: {Q1: 6}}\n",
            },
        )
    )
    assert steps(told, "R") == [
        ("3", [("id", "Q", "R"), ("results/2026-27/Q1/value", "5", "6"), ("title", "Two", "Three")], ()),
        ("2", [("id", "P", "Q"), ("unit", "", "days")], ()),
        ("1", [("title", "One", "Two")], ()),
        ("0", [("", "", "One"), ("results/2026-27/Q1/value", "", "5"), ("title", "", "One")], ()),
    ]
    assert [step[0] for step in steps(told, "P")] == ["2", "1", "0"]
    assert steps(told, "P")[0][1][0] == ("", "Two", "")


@pytest.mark.parametrize(
    "after",
    [
        NAMED.format("P", "One") + "  - id: Q\n    replaces: [P]\n",
        NAMED.format("Q", "One") + "    replaces: [Q]\n",
        NAMED.format("Q", "One") + "    replaces: []\n",
        NAMED.format("Q", "One") + "    replaces: P\n",
        NAMED.format("Q", "One") + "    replaces: [X]\n",
        NAMED.format("Q", "One") + "    replaces: [P]\n  - id: P\n    replaces: [Q]\n",
    ],
)
def test_what_only_follows_another_item_begins_when_it_does(after: str) -> None:
    told = history({"a.yaml": NAMED.format("P", "One")}, {"a.yaml": after})
    (step,) = steps(told, "Q")
    assert step[1][0][0] == ""


def test_two_items_that_replace_each_other_are_followed_once() -> None:
    both = NAMED.format("P", "One") + "    replaces: [Q]\n  - id: Q\n    replaces: [P]\n"
    assert [step[0] for step in steps(history({"a.yaml": both}, {}), "Q")] == ["1", "0"]


def test_a_trail_of_results_and_of_nobody() -> None:
    told = list(history({"r.yaml": RESULTS}, {"r.yaml": RESULTS.replace("Q1: 92", "Q1: 91")}))
    assert steps(told, "HSG-PI-01")[0] == ("1", [("results/2026-27/Q1/value", "92", "91")], ())
    assert steps(told, "HSG-PI") == []
    assert steps(told, "nobody") == []


def test_a_trail_from_a_real_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=An Author", "-c", "user.email=a@example.invalid"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True)

    git("init", "-q", "-b", "main")
    for number, target in enumerate((95, 95, 90)):
        if number:
            git("mv", f"p{number - 1}.yaml", f"p{number}.yaml")
        (tmp_path / f"p{number}.yaml").write_text(TARGET.format(target), encoding="utf-8")
        git("add", ".")
        git("commit", "-q", "-m", f"Number {number}")
    (tmp_path / "p2.yaml").write_text(TARGET.format(85), encoding="utf-8")
    found = trail(versions(tmp_path), "P")
    assert [(step.commit.message, step.commit.author, step.changes[-1].after) for step in found] == [
        ("", "", "85"),
        ("Number 2", "An Author", "90"),
        ("Number 0", "An Author", "95"),
    ]
