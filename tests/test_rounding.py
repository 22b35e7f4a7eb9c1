"""What people see of a value: rounded the council's way, and never on the wrong side of a limit."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwright.assessment.rounding import decimals_beside, rounded
from planwright.kinds.settings import Display

FIGURES = st.decimals(min_value=-1000, max_value=1000, places=4)


@pytest.mark.parametrize(
    ("value", "decimals", "display", "seen"),
    [
        ("2.345", 2, {}, "2.35"),
        ("2.345", 2, {"rounding": "half even"}, "2.34"),
        ("2.349", 2, {"rounding": "down"}, "2.34"),
        ("-2.349", 2, {"rounding": "down"}, "-2.34"),
        ("2.345", None, {}, "2.35"),
        ("2.50", None, {}, "2.5"),
        ("120.00", None, {}, "120"),
        ("2.345", None, {"decimals": "1"}, "2.3"),
        ("2.345", 0, {"decimals": "1"}, "2"),
        ("7", 1, {}, "7.0"),
        ("123456789012345678901234567890.5", 0, {}, "123456789012345678901234567891"),
    ],
)
def test_a_value_is_rounded_the_councils_way(
    value: str, decimals: int | None, display: dict[str, str], seen: str
) -> None:
    assert str(rounded(Decimal(value), decimals, Display.model_validate(display))) == seen


@pytest.mark.parametrize(
    ("value", "limit", "decimals", "places"),
    [
        ("94.96", "95", 1, 2),
        ("95.04", "95", 1, 2),
        ("95", "95", 1, 1),
        ("94.4", "95", 1, 1),
        ("94.9996", "95", None, 4),
        ("94.5", "95", None, None),
        ("44", "43.75", 0, 1),
        ("94.99999999", "95", 1, 6),
    ],
)
def test_a_value_is_seen_on_its_side_of_a_limit(
    value: str, limit: str, decimals: int | None, places: int | None
) -> None:
    assert decimals_beside(Decimal(value), [Decimal(limit)], decimals) == places


@settings(max_examples=60, deadline=None)
@given(FIGURES, st.lists(FIGURES, max_size=4), st.integers(0, 3), st.sampled_from(["half up", "half even", "down"]))
def test_what_is_shown_never_contradicts_what_is_stored(
    value: Decimal, limits: list[Decimal], decimals: int, way: str
) -> None:
    display = Display.model_validate({"rounding": way})
    places = decimals_beside(value, limits, decimals, display)
    for limit in limits:
        seen, beside = rounded(value, places, display), rounded(limit, places, display)
        assert (seen > beside, seen < beside) == (value > limit, value < limit)
