from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwright.assessment.process import Cause, Process, lacking, process


def series(*values: str) -> list[Decimal | None]:
    return [Decimal(value) if value else None for value in values]


def of(*values: str, lowest: str = "", highest: str = "", least: int = 4, run: int = 8, trend: int = 6) -> Process:
    found = process(
        series(*values),
        least_points=least,
        run=run,
        trend=trend,
        lowest=Decimal(lowest) if lowest else None,
        highest=Decimal(highest) if highest else None,
    )
    assert found
    return found


def test_limits_are_the_mean_and_2_66_average_moving_ranges_worked_by_hand() -> None:
    # The ranges are 2, 1, 3 and 1, and 2.66 times 1.75 is 4.655.
    found = of("10", "12", "11", "14", "13")
    assert found.mean == 12
    assert found.moving_range == Decimal("1.75")
    assert (found.lower, found.upper) == (Decimal("7.345"), Decimal("16.655"))
    assert found.special == ()


def test_gaps_are_passed_over() -> None:
    whole = of("10", "12", "11", "14")
    assert of("10", "", "12", "", "", "11", "14", "") == whole


@pytest.mark.parametrize(
    ("number", "least", "said"),
    [
        (8, 8, ""),
        (7, 8, "there are 7 results, and process limits need 8"),
        (1, 8, "there is 1 result, and process limits need 8"),
        (0, 8, "there are 0 results, and process limits need 8"),
        (2, 1, ""),
        (1, 1, "there is 1 result, and process limits need 2"),
    ],
)
def test_too_few_results_have_no_limits_and_say_so(number: int, least: int, said: str) -> None:
    values = [*series("", ""), *(Decimal(value) for value in range(number))]
    assert lacking(values, least_points=least) == said
    assert (process(values, least_points=least, run=8, trend=6) is None) is bool(said)


def test_limits_never_pass_a_natural_bound() -> None:
    values = ("1", "5", "0", "6", "2")
    assert of(*values).lower < 0
    assert of(*values, lowest="0").lower == 0
    assert of(*values, highest="7").upper == 7
    assert of(*values, lowest="-1000", highest="1000") == of(*values)


def test_a_bound_the_results_pass_is_none() -> None:
    values = ("101", "105", "100", "106", "102")
    assert of(*values, highest="100") == of(*values)
    assert of(*values, lowest="101") == of(*values)


STEADY = ("10", "11", "10", "11", "10", "11", "10", "11", "10", "11")


def test_a_result_beyond_a_limit_has_a_special_cause_and_one_on_it_has_not() -> None:
    assert of(*STEADY, "30", run=11).special == (Cause((10,), "above the upper process limit", "limit"),)
    assert of(*STEADY, "", "-9", run=11).special == (Cause((11,), "below the lower process limit", "limit"),)
    assert of("5", "5", "5", "5").special == ()


@pytest.mark.parametrize(("sign", "side"), [("", "above"), ("-", "below")])
def test_results_running_on_one_side_of_the_mean(sign: str, side: str) -> None:
    # The mean is 0; the run of four lies between values on the other side.
    values = ["-4", "-4", "2", "1", "", "2", "3", "-4", "4"]
    found = of(*(f"{sign}{value}".replace("--", "") if value else "" for value in values), run=4)
    assert found.mean == 0
    assert found.special == (Cause((2, 3, 5, 6), f"4 results running {side} the mean", "run"),)
    assert of(*values, run=5).special == ()


def test_a_result_on_the_mean_ends_a_run() -> None:
    values = ("-4", "-4", "2", "1", "0", "2", "3", "-4", "4")
    assert of(*values, run=3).special == ()
    assert len(of(*values, run=2).special) == 3


@pytest.mark.parametrize(("back", "words"), [(False, "rise"), (True, "fall")])
def test_results_running_that_all_rise_or_fall(back: bool, words: str) -> None:
    values = ["5", "1", "2", "3", "4", "5", "1"]
    ordered = values[::-1] if back else values
    assert of(*ordered, trend=5).special == (Cause((1, 2, 3, 4, 5), f"5 results running that {words}", "trend"),)
    assert of(*ordered, trend=6).special == ()


def test_an_equal_result_ends_a_trend() -> None:
    assert of("1", "2", "3", "3", "4", "5", "1", trend=4).special == ()


def test_causes_stand_in_the_order_of_their_first_results() -> None:
    found = of("1", "1", "2", "3", "4", "5", "60", run=6, trend=4)
    assert [cause.indices[0] for cause in found.special] == sorted(cause.indices[0] for cause in found.special)
    assert len(found.special) == 3


def test_results_beyond_a_limit_are_told_with_the_run_they_lie_in() -> None:
    found = of("5", "5", "5", "7", "20", "20", "20", "21", run=4, trend=9)
    assert len(found.special) == 2 + 3 + 4
    assert [(cause.indices, cause.words) for cause in found.told] == [
        ((0, 1, 2, 3), "4 results running below the mean, 3 of them below the lower process limit"),
        ((4, 5, 6, 7), "4 results running above the mean, all of them above the upper process limit"),
    ]


def test_neighbours_beyond_a_limit_are_told_as_one() -> None:
    found = of("5", "5", "5", "7", "", "20", "20", "20", "21", run=9, trend=9)
    assert [(cause.indices, cause.words) for cause in found.told] == [
        ((0, 1, 2), "3 results running below the lower process limit"),
        ((5, 6, 7, 8), "4 results running above the upper process limit"),
    ]
    one = of(*STEADY, "30", run=11)
    assert one.told == one.special


NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=3)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | NUMBERS, max_size=20), st.none() | NUMBERS, st.none() | NUMBERS)
def test_limits_hold_the_mean_and_causes_lie_in_the_series(
    values: list[Decimal | None], lowest: Decimal | None, highest: Decimal | None
) -> None:
    found = process(values, least_points=2, run=3, trend=3, lowest=lowest, highest=highest)
    if found is None:
        assert lacking(values, least_points=2)
        return
    assert found.lower <= found.mean <= found.upper
    assert found.moving_range >= 0
    for cause in found.special:
        assert list(cause.indices) == sorted(cause.indices)
        assert all(values[index] is not None for index in cause.indices)


@settings(max_examples=30, deadline=None)
@given(st.lists(NUMBERS, min_size=4, max_size=15))
def test_a_mirrored_series_has_mirrored_limits(values: list[Decimal]) -> None:
    found = process(values, least_points=2, run=3, trend=3)
    mirrored = process([-value for value in values], least_points=2, run=3, trend=3)
    assert found
    assert mirrored
    assert abs(found.upper + mirrored.lower) < Decimal("1e-40")
    assert [cause.indices for cause in found.special] == [cause.indices for cause in mirrored.special]
