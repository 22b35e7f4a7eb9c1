from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ratings import rule_used, target

from planwright.assessment.placing import Placed, Verdict, percent_of
from planwright.assessment.placing import verdict as placed_on
from planwright.assessment.ruling import RuleUsed
from planwright.assessment.scales import scales
from planwright.records.thread import Target


def rule(tolerance: str = "10%", method: str = "tolerance", boundary: str = "inside") -> RuleUsed:
    return rule_used(tolerance=tolerance, method=method, boundary=boundary)


def verdict(value: Decimal, goals: Target, polarity: str, used: RuleUsed, unit: str = "") -> Placed | Verdict:
    return placed_on(value, scales(goals, polarity, used, unit), polarity, unit)


@pytest.mark.parametrize(
    ("value", "goal", "polarity", "tolerance", "key"),
    [
        ("95", "95", "higher", "10%", "green"),
        ("96", "95", "higher", "10%", "green"),
        ("88.5", "95", "higher", "10%", "amber"),
        ("85.5", "95", "higher", "10%", "amber"),
        ("85.49", "95", "higher", "10%", "red"),
        ("94.99", "95", "higher", "0%", "red"),
        ("21", "21", "lower", "10%", "green"),
        ("0", "21", "lower", "10%", "green"),
        ("23.1", "21", "lower", "10%", "amber"),
        ("23.11", "21", "lower", "10%", "red"),
        ("93", "95", "higher", "2 points", "amber"),
        ("92.9", "95", "higher", "2 points", "red"),
        ("0", "0", "lower", "10%", "green"),
        ("-1", "0", "lower", "10%", "green"),
        ("1", "0", "lower", "10%", "no-tolerance"),
        ("1", "0", "lower", "1 point", "amber"),
        ("2", "0", "lower", "1 point", "red"),
        ("-9", "-10", "higher", "10%", "green"),
        ("-11", "-10", "higher", "10%", "amber"),
        ("-11.01", "-10", "higher", "10%", "red"),
        ("999999999999999.99", "1000000000000000", "higher", "0 points", "red"),
    ],
)
def test_one_target_with_a_band(value: str, goal: str, polarity: str, tolerance: str, key: str) -> None:
    assert verdict(Decimal(value), target(value=goal), polarity, rule(tolerance)).key == key


@pytest.mark.parametrize(("boundary", "key"), [("inside", "amber"), ("outside", "red")])
def test_the_edge_is_as_the_rule_says(boundary: str, key: str) -> None:
    assert verdict(Decimal("85.5"), target(value="95"), "higher", rule(boundary=boundary)).key == key


@pytest.mark.parametrize(("value", "key"), [("95", "met"), ("94.99", "not-met"), ("0", "not-met")])
def test_two_states_have_nothing_between(value: str, key: str) -> None:
    assert verdict(Decimal(value), target(value="95"), "higher", rule(method="two-state")).key == key


@pytest.mark.parametrize(
    ("value", "polarity", "values", "key"),
    [
        ("90", "higher", {"green": "90", "amber": "80"}, "green"),
        ("80", "higher", {"green": "90", "amber": "80"}, "amber"),
        ("79.9", "higher", {"green": "90", "amber": "80"}, "red"),
        ("10", "lower", {"green": "10", "amber": "12"}, "green"),
        ("12", "lower", {"green": "10", "amber": "12"}, "amber"),
        ("12.1", "lower", {"green": "10", "amber": "12"}, "red"),
        ("88", "higher", {"value": "95", "floor": "88"}, "amber"),
        ("87", "higher", {"value": "95", "floor": "88"}, "red"),
        ("96", "higher", {"value": "95", "floor": "88"}, "green"),
        ("90", "higher", {"green": "90"}, "green"),
        ("1", "higher", {"low": "1"}, "no-target"),
    ],
)
def test_explicit_values_win_over_the_band(value: str, polarity: str, values: dict[str, str], key: str) -> None:
    assert verdict(Decimal(value), target(**values), polarity, rule()).key == key


@pytest.mark.parametrize(
    ("value", "method", "key"),
    [
        ("40", "tolerance", "green"),
        ("60", "tolerance", "green"),
        ("36", "tolerance", "amber"),
        ("35.9", "tolerance", "red"),
        ("66", "tolerance", "amber"),
        ("66.1", "tolerance", "red"),
        ("39.9", "two-state", "not-met"),
    ],
)
def test_a_range_is_met_inside_and_missed_on_both_sides(value: str, method: str, key: str) -> None:
    assert verdict(Decimal(value), target(low="40", high="60"), "range", rule(method=method)).key == key


def test_a_range_without_both_ends_is_no_target() -> None:
    assert verdict(Decimal(1), target(value="3"), "range", rule()).key == "no-target"


@pytest.mark.parametrize(
    ("value", "goal", "polarity", "words"),
    [
        ("88.5", "95", "higher", "88.5 is 6.8% short of 95; amber to 10% of target"),
        ("94.999", "95", "higher", "94.999 is less than 0.1% short of 95"),
        ("25", "20", "lower", "25 is 25% over 20"),
        ("2", "0", "lower", "2 is 2 over the target of 0, and 10% of 0 leaves nothing between green and red"),
        ("95", "95", "higher", "95 is exactly on target"),
        ("97", "95", "higher", "97 is above the target of 95, and higher is better"),
        ("3", "5", "lower", "3 is below the target of 5, and lower is better"),
    ],
)
def test_the_reason_is_a_sentence_with_the_figures(value: str, goal: str, polarity: str, words: str) -> None:
    assert words in verdict(Decimal(value), target(value=goal), polarity, rule()).reason


def test_a_share_has_one_decimal() -> None:
    assert percent_of(Decimal("6.5"), Decimal(-95)) == "6.8%"


numbers = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-10_000, max_value=10_000)
ORDER = {"green": 0, "amber": 1, "red": 2, "no-tolerance": 2}


@given(numbers, numbers, st.sampled_from(["higher", "lower"]), st.sampled_from(["10%", "2 points", "0%"]))
def test_the_good_side_of_a_target_is_always_green(
    value: Decimal, goal: Decimal, polarity: str, tolerance: str
) -> None:
    good = value >= goal if polarity == "higher" else value <= goal
    found = verdict(value, target(value=format(goal, "f")), polarity, rule(tolerance)).key
    assert (found == "green") is good


@given(numbers, numbers, numbers, st.sampled_from(["higher", "lower"]))
def test_a_better_value_is_never_rated_worse(one: Decimal, other: Decimal, goal: Decimal, polarity: str) -> None:
    worse, better = sorted((one, other), reverse=polarity == "lower")
    goals = target(value=format(goal, "f"))
    assert ORDER[verdict(better, goals, polarity, rule()).key] <= ORDER[verdict(worse, goals, polarity, rule()).key]


@pytest.mark.parametrize(
    ("value", "polarity", "key"), [("1", "higher", "green"), ("0", "higher", "red"), ("1", "lower", "green")]
)
def test_yes_and_no_are_met_or_not(value: str, polarity: str, key: str) -> None:
    found = verdict(Decimal(value), target(value="yes"), polarity, rule(), "yes/no")
    assert found.key == key
    assert found.reason == f"the answer is {'yes' if value == '1' else 'no'}, and the target yes"


@pytest.mark.parametrize(
    ("value", "values", "method", "key"),
    [
        ("60", {"value": "95", "amber": "50"}, "tolerance", "amber"),
        ("49", {"value": "95", "amber": "50"}, "tolerance", "red"),
        ("91", {"value": "95", "green": "90", "amber": "80"}, "tolerance", "green"),
        ("85", {"value": "95", "floor": "85"}, "two-state", "not-met"),
    ],
)
def test_a_targets_own_values_decide_before_the_rule(value: str, values: dict[str, str], method: str, key: str) -> None:
    found = verdict(Decimal(value), target(**values), "higher", rule(method=method, boundary="outside"))
    assert found.key == key


@pytest.mark.parametrize(
    ("value", "goal", "polarity", "boundary", "words"),
    [
        ("11.0000000001", "10", "lower", "inside", "11 is just over 10% over 10"),
        ("11.004", "10", "lower", "inside", "11.004 is 10.04% over 10"),
        ("85.5", "95", "higher", "outside", "amber to 10% of target, and the edge itself is red"),
        ("2861", "2700", "lower", "inside", "2,861 is 6% over 2,700"),
        ("-12345.5", "-10000", "higher", "inside", "-12,345.5 is 23.5% short of -10,000"),
    ],
)
def test_a_reason_never_contradicts_its_state(value: str, goal: str, polarity: str, boundary: str, words: str) -> None:
    assert words in verdict(Decimal(value), target(value=goal), polarity, rule(boundary=boundary)).reason


def test_the_oddest_figures_are_rated_without_a_word() -> None:
    tiny, huge = "0.00000000000000001", "9" * 18
    assert verdict(Decimal(huge), target(value=tiny), "lower", rule()).key == "red"
    assert verdict(Decimal(tiny), target(value=huge), "higher", rule()).key == "red"


def test_a_range_that_ends_at_nothing_has_no_relative_band() -> None:
    assert verdict(Decimal(-1), target(low="0", high="5"), "range", rule()).key == "no-tolerance"
    assert verdict(Decimal(-1), target(low="0", high="5"), "range", rule("1 point")).key == "amber"
