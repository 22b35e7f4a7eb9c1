"""What stands under an item, and how many states become one."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwright.assessment import STATES, Assessment, Colour
from planwright.assessment.gathering import Standing, standing, standings
from planwright.assessment.rollup import Member, roll_up
from planwright.kinds.settings import RollUp

Build = Callable[..., Assessment]
RULES = ("worst", "majority", "weighted mean")
_LETTERS = {"g": "green", "a": "amber", "r": "red", "b": "complete", "-": "late"}
_ORDER = [Colour.GREEN, Colour.AMBER, Colour.RED]


def members(letters: str, **weights: str) -> list[Member]:
    return [Member(STATES[_LETTERS[one]], Decimal(weights.get(one, "1"))) for one in letters]


def rule(name: str, **parts: Any) -> RollUp:
    return RollUp.model_validate({"rule": name, **parts})


def colour(letters: str, name: str, **weights: str) -> str | None:
    found = roll_up(members(letters, **weights), rule(name)).state
    return found.key if found else None


@pytest.mark.parametrize(
    ("letters", "worst", "majority", "mean"),
    [
        ("g", "green", "green", "green"),
        ("gga", "amber", "green", "green"),  # mean 0.83
        ("gr", "red", "red", "amber"),  # a tie falls to the worse; 0.5 exactly is amber
        ("ggrr", "red", "red", "amber"),
        ("ggar", "red", "amber", "amber"),  # nobody has more than half; more than half are amber or better
        ("gggga", "amber", "green", "green"),
        ("ggaar", "red", "amber", "amber"),
        ("rrg", "red", "red", "red"),
        ("bb-a", "amber", "green", "green"),  # blue counts as green, what is not rated for nothing
        ("bbaa", "amber", "amber", "amber"),
        ("ggb-a-", "amber", "green", "green"),
    ],
)
def test_one_state_follows_by_the_rule_the_settings_name(letters: str, worst: str, majority: str, mean: str) -> None:
    assert [colour(letters, name) for name in RULES] == [worst, majority, mean]


def test_a_weight_counts_in_the_weighted_mean_only() -> None:
    assert colour("gr", "weighted mean", g="4") == "green"
    assert colour("gr", "weighted mean", r="4") == "red"
    assert colour("gr", "majority", g="4") == "red"
    almost = {"g": "79999999999999999999999999999999", "r": "20000000000000000000000000000001"}
    assert colour("gr", "weighted mean", **almost) == "amber"
    found = roll_up(members("gr", g="0", r="0"), rule("weighted mean"))
    assert (found.state, found.reason) == (None, "those that are rated weigh nothing")


def test_scores_and_edges_are_the_councils_and_those_not_given_ours() -> None:
    own = rule("weighted mean", scores={"amber": "0.9"}, green_from="0.95")
    found = roll_up(members("ga"), own)
    assert found.state
    assert (found.state.key, found.reason) == (
        "green",
        "the weighted mean of the 2 that are rated is 0.95; green from 0.95, amber from 0.5",
    )


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("worst", "the only one that is rated is amber"),
        ("majority", "the only one that is rated is amber"),
        ("weighted mean", "the only one that is rated counts 0.5; green from 0.8, amber from 0.5"),
    ],
)
def test_one_alone_is_no_many(name: str, reason: str) -> None:
    assert roll_up(members("a-"), rule(name)).reason == reason


@pytest.mark.parametrize("name", [*RULES, "none"])
def test_nothing_rated_has_no_state_and_the_counts_stay(name: str) -> None:
    found = roll_up(members("--"), rule(name))
    assert (found.state, found.counts.total, found.counts.rated, found.counts.not_rated) == (None, 2, 0, 2)
    expected = "the settings name no rule that makes one state of many" if name == "none" else "none of them is rated"
    assert found.reason == expected


def changes(letters: str, name: str, **weights: str) -> list[tuple[int, int, str, str, str]]:
    found = roll_up(members(letters, **weights), rule(name)).changes
    return [(one.number, one.of, one.before.value, one.after.value, one.state.key) for one in found]


def test_what_would_change_it_is_the_fewest_that_do() -> None:
    assert changes("gaaa", "majority") == [(2, 3, "amber", "green", "green"), (2, 3, "amber", "red", "red")]
    assert changes("gar", "worst") == [(1, 1, "red", "green", "amber")]
    assert changes("gga", "weighted mean") == [
        (1, 2, "green", "amber", "amber"),
        (1, 2, "green", "red", "amber"),
        (1, 1, "amber", "red", "amber"),
    ]
    light, heavy, green = (
        Member(STATES[key], Decimal(weight)) for key, weight in (("amber", 1), ("amber", 5), ("green", 4))
    )
    found = roll_up([light, heavy, green], rule("weighted mean")).changes[0]  # the heaviest first, so the fewest
    assert (found.number, found.of, found.state.key) == (1, 2, "green")


_WAYS = [("amber", "green"), ("red", "green"), ("green", "amber"), ("green", "red"), ("amber", "red")]
_GIVEN = st.builds(
    lambda letter, weight: Member(STATES[_LETTERS[letter]], Decimal(weight)),
    st.sampled_from("garb-"),
    st.sampled_from(["0", "1", "2", "2.5", "7"]),
)
_HOW = st.sampled_from(
    [
        *map(rule, RULES),
        rule("weighted mean", scores={"amber": "1"}),
        rule("weighted mean", scores={"amber": "1.5"}, green_from="0.9"),
        rule("weighted mean", green_from="0.3", amber_from="0.6"),
    ]
)


def searched(given: list[Member], how: RollUp) -> Iterator[tuple[int, int, str, str, str]]:
    """Yield what would change the whole, found by trying every choice of those that might move."""
    whole = roll_up(given, how).state
    by_weight = sorted(given, key=lambda one: -one.weight)
    for before, after in _WAYS if whole else ():
        also = {"green": "blue"}.get(before, before)
        moving = [place for place, one in enumerate(by_weight) if one.state.colour.value in {before, also}]
        for number in range(1, len(moving) + 1):
            found = [
                roll_up(
                    [Member(STATES[after], one.weight) if at in chosen else one for at, one in enumerate(by_weight)],
                    how,
                ).state
                for chosen in combinations(moving, number)
            ]
            if any(one != whole for one in found):
                yield number, len(moving), before, after, found[0].key if found[0] else ""  # the heaviest come first
                break


@given(st.lists(_GIVEN, min_size=1, max_size=6), _HOW)
@settings(max_examples=150, deadline=None)
def test_no_choice_of_fewer_would_change_it(members_: list[Member], how: RollUp) -> None:
    found = roll_up(members_, how).changes
    as_searched = [(one.number, one.of, one.before.value, one.after.value, one.state.key) for one in found]
    assert as_searched == list(searched(members_, how))


letters = st.text(alphabet="garb-", min_size=1, max_size=8)


@given(letters, st.sampled_from(RULES), st.data())
def test_a_better_result_never_makes_the_whole_worse(text: str, name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    better = {"r": "a", "a": "g"}.get(text[place], text[place])
    before, after = colour(text, name), colour(text[:place] + better + text[place + 1 :], name)
    if before and after:
        assert _ORDER.index(Colour(after)) <= _ORDER.index(Colour(before))


@given(letters, st.sampled_from(RULES), st.randoms(use_true_random=False))
def test_the_order_of_many_does_not_matter(text: str, name: str, random: Any) -> None:
    mixed = random.sample(text, len(text))
    assert colour(text, name) == colour("".join(mixed), name)
    assert changes(text, name) == changes("".join(mixed), name)


PLAN = """
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27
priorities:
  - {id: P1, title: Homes first}
objectives:
  - id: C1
    title: Homes for all
    measured_by: [PI-1]
    links: [P1]
  - {id: C2, title: Nothing serves this}
"""
SERVICES = """
kind: organisation
portfolios: [{id: HOMES, title: Homes}]
committees: [{id: HC, title: Housing Committee}]
services:
  - {id: HOUSING, title: Housing, portfolio: HOMES, committee: HC}
  - {id: LEISURE, title: Leisure, committee: HC}
"""
SERVICE_PLAN = """
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27
objectives:
  - id: O1
    title: Faster
    measured_by: [PI-2]
    links: [{to: C1, type: direct}]
  - id: O2
    title: Cheaper
    measured_by: [PI-3, PI-2]
    links: [{to: C1, type: indirect}]
  - id: O3
    title: Over
    retired: {on: 2026-04-01, reason: Done}
    measured_by: [PI-4]
    links: [{to: C1, type: direct}]
actions:
  - {id: A1, objective: O1, title: First, due: 2026-12-31, milestones: [{title: Step, due: 2026-06-30}]}
  - {id: A2, objective: O2, title: Second, due: 2026-12-31, links: [{to: O1, type: direct}]}
  - {id: A3, objective: O2, title: Third, due: 2026-12-31, links: [{to: O1, type: indirect}]}
"""
INDICATORS = """
kind: indicators
service: HOUSING
indicators:
  - {id: PI-1, title: One, polarity: higher, targets: {2026-27: 10}}
  - {id: PI-2, title: Two, polarity: higher, targets: {2026-27: 10}, weight: 3}
  - {id: PI-3, title: Three, polarity: higher, targets: {2026-27: 10}, service: LEISURE}
  - {id: PI-4, title: Four, polarity: higher, targets: {2026-27: 10}}
  - {id: PI-5, title: Five, polarity: higher, retired: {on: 2026-04-01, reason: No longer asked}}
collections:
  - {id: COL, title: Together, indicators: [PI-2, PI-3], reading: Faster must not mean dearer.}
"""
RESULTS = "kind: results\nperiod: 2026-27\nresults: {PI-1: {Q2: 10}, PI-2: {Q2: 9.5}, PI-3: {Q2: 5}}\n"
OTHER = """
kind: indicators
indicators:
  - {id: PI-6, title: Nobody's, polarity: higher}
"""
FILES = {
    "corporate.yaml": PLAN, "organisation.yaml": SERVICES, "plan.yaml": SERVICE_PLAN, "indicators.yaml": INDICATORS,
    "results.yaml": RESULTS, "other.yaml": OTHER,
}  # fmt: skip
WORST = "kind: settings\nname: W\nroll_up: {rule: worst}\n"


@pytest.fixture
def council(assessed: Build) -> Assessment:
    return assessed(FILES | {"planwright.yaml": WORST})


def ids(found: Standing) -> tuple[list[str], list[str], list[str]]:
    return (
        [one.subject.id for one in found.indicators],
        [one.subject.id for one in found.indirect],
        [one.id for one in found.work],
    )


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("P1", (["PI-1", "PI-2"], ["PI-3"], ["A1", "A1/1", "A2"])),
        ("C1", (["PI-1", "PI-2"], ["PI-3"], ["A1", "A1/1", "A2"])),  # what has ended brings nothing
        ("O2", (["PI-2", "PI-3"], [], ["A2", "A3"])),
        ("C2", ([], [], [])),
        ("HOUSING", (["PI-1", "PI-2", "PI-4"], [], ["A1", "A1/1", "A2", "A3"])),
        ("HOMES", (["PI-1", "PI-2", "PI-4"], [], ["A1", "A1/1", "A2", "A3"])),
        ("HC", (["PI-1", "PI-2", "PI-3", "PI-4"], [], ["A1", "A1/1", "A2", "A3"])),
        ("COL", (["PI-2", "PI-3"], [], [])),
    ],
)
def test_what_stands_under_an_item(
    id_: str, expected: tuple[list[str], list[str], list[str]], council: Assessment
) -> None:
    assert ids(standing(council, council.workspace.find(id_))) == expected


def test_an_indirect_contribution_does_not_colour_what_it_contributes_to(council: Assessment) -> None:
    objective = standing(council, council.workspace.find("C1"))
    assert objective.indirect[0].state.key == "red"
    assert objective.rolled.state == STATES["amber"]
    assert objective.rolled.reason == "the worst of the 2 that are rated is amber"


def test_the_whole_council_is_everything_that_has_not_ended(council: Assessment) -> None:
    whole = standing(council)
    assert ids(whole)[0] == ["PI-1", "PI-2", "PI-3", "PI-4", "PI-6"]
    assert (whole.rolled.counts.total, whole.rolled.counts.rated) == (5, 3)


@pytest.mark.parametrize("thing", ["service", "portfolio", "committee"])
def test_counts_by_service_portfolio_and_committee_add_up(thing: str, council: Assessment) -> None:
    parts = standings(council, thing)
    assert parts[-1].subject is None  # what is under none comes last, so that nothing is lost
    whole = standing(council).rolled.counts
    assert sum(part.rolled.counts.total for part in parts) == whole.total
    assert sum(part.rolled.counts.rated for part in parts) == whole.rated
    assert sum(len(part.work) for part in parts) == len(council.work)


def test_what_may_not_be_shown_is_as_if_it_were_not_there(council: Assessment) -> None:
    shown = {"P1", "C1", "O1", "PI-2", "PI-3", "A1", "HOUSING", "HC"}
    assert ids(standing(council, council.workspace.find("C1"), shown.__contains__)) == (["PI-2"], [], ["A1", "A1/1"])
    assert [part.subject and part.subject.id for part in standings(council, "service", shown.__contains__)] == [
        "HOUSING",
        None,
    ]
    assert ids(standing(council, council.workspace.find("HC"), shown.__contains__))[0] == ["PI-2"]


def test_an_indicators_weight_counts(assessed: Build) -> None:
    settings = "kind: settings\nname: W\nroll_up: {rule: weighted mean}\n"
    found = assessed(FILES | {"planwright.yaml": settings})
    # green once, amber three times as heavy: (1 + 3 * 0.5) / 4
    reason = "the weighted mean of the 2 that are rated is 0.63; green from 0.8, amber from 0.5"
    assert standing(found, found.workspace.find("C1")).rolled.reason == reason
