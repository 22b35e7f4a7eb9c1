from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ratings import target

from planwright.assessment.figures import TargetUsed
from planwright.assessment.movement import Standing, movement
from planwright.kinds.indicators import Indicator
from planwright.workspace import Spot

TURNED = {"improved": "declined", "declined": "improved", "moved-up": "moved-down", "moved-down": "moved-up"}
polarities = st.sampled_from(["higher", "lower", "range", "none"])
numbers = st.decimals(-100, 100, places=2) | st.integers(-3, 3).map(Decimal)
bands = st.decimals(0, 20, places=2)


def indicator(polarity: str, **more: Any) -> Indicator:
    return Indicator.model_validate({"id": "PI", "title": "One", "polarity": polarity, **more})


def standing(value: Decimal, /, **ends: str) -> Standing:
    """Return a value beside a range of 0 to 10, or beside one with other ends."""
    goals = target(**(ends or {"low": "0", "high": "10"}))
    return Standing(value, TargetUsed(goals, Spot("i.yaml", ())))


@given(polarities, numbers, numbers, bands)
def test_turning_the_comparison_round_turns_the_direction(
    polarity: str, one: Decimal, other: Decimal, band: Decimal
) -> None:
    there = movement(indicator(polarity), standing(one), standing(other), band)
    back = movement(indicator(polarity), standing(other), standing(one), band)
    assert back == TURNED.get(there, there)


@given(polarities, numbers, numbers, bands)
def test_up_to_the_dead_band_is_no_change(polarity: str, one: Decimal, other: Decimal, band: Decimal) -> None:
    found = movement(indicator(polarity), standing(one), standing(other), band)
    if polarity == "range":
        assert found == "no-change" or abs(one - other) > band
    else:
        assert (found == "no-change") is (abs(one - other) <= band)


@given(polarities, numbers, numbers, bands, bands)
def test_a_wider_dead_band_never_shows_more_movement(
    polarity: str, one: Decimal, other: Decimal, narrow: Decimal, wide: Decimal
) -> None:
    narrow, wide = sorted((narrow, wide))
    found = [movement(indicator(polarity), standing(one), standing(other), band) for band in (narrow, wide)]
    assert found[1] in {found[0], "no-change"}


@given(st.sampled_from(["higher", "lower"]), numbers, numbers, numbers, bands)
def test_a_better_result_never_moves_worse(
    polarity: str, one: Decimal, other: Decimal, before: Decimal, band: Decimal
) -> None:
    order = ["declined", "no-change", "improved"]
    worse, better = sorted((one, other), reverse=polarity == "lower")
    found = [movement(indicator(polarity), standing(value), standing(before), band) for value in (worse, better)]
    assert order.index(found[0]) <= order.index(found[1])


@given(numbers, numbers, bands)
def test_higher_and_lower_are_mirrors(one: Decimal, other: Decimal, band: Decimal) -> None:
    higher = movement(indicator("higher"), standing(one), standing(other), band)
    assert movement(indicator("lower"), standing(-one), standing(-other), band) == higher


def test_each_result_is_held_against_the_range_of_its_own_time() -> None:
    now, then = standing(Decimal(12), low="0", high="10"), standing(Decimal(12), low="0", high="9")
    assert movement(indicator("range"), now, standing(Decimal(13), low="0", high="12"), Decimal(0)) == "declined"
    assert movement(indicator("range"), standing(Decimal(11)), then, Decimal(0)) == "improved"


@pytest.mark.parametrize("ends", [{"value": "5"}, {"low": "5"}, {"high": "5"}])
def test_without_a_range_on_both_sides_nothing_can_be_said(ends: dict[str, str]) -> None:
    known, unknown = standing(Decimal(1)), standing(Decimal(2), **ends)
    assert movement(indicator("range"), known, unknown, Decimal(0)) == "not-comparable"
    assert movement(indicator("range"), unknown, known, Decimal(0)) == "not-comparable"
    assert movement(indicator("range"), known, Standing(Decimal(2), None), Decimal(0)) == "not-comparable"


@pytest.mark.parametrize(
    ("now", "before", "key"),
    [("100", "100", "at-maximum"), ("99", "99", "no-change"), ("100", "99", "improved"), ("101", "101", "no-change")],
)
def test_only_the_best_value_twice_is_at_the_maximum(now: str, before: str, key: str) -> None:
    best = indicator("higher", maximum="100")
    assert movement(best, standing(Decimal(now)), standing(Decimal(before)), Decimal(0)) == key


@pytest.mark.parametrize(("now", "before", "key"), [("1", "0", "improved"), ("0", "1", "declined")])
def test_yes_and_no_know_no_dead_band(now: str, before: str, key: str) -> None:
    answered = indicator("higher", unit="yes/no")
    assert movement(answered, standing(Decimal(now)), standing(Decimal(before)), Decimal(5)) == key
