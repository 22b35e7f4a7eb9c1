from decimal import Decimal

import pytest

from planwright.charts import Point, trend
from planwright.quantity import finer, grouped, shown, span, total, with_unit


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("88.5", "%", "88.5%"),
        ("88.50", "%", "88.50%"),
        ("80", "% of planned moves", "80% of planned moves"),
        ("125000", "£", "£125,000"),
        ("-125000", "£", "-£125,000"),
        ("12", "days", "12 days"),
        ("1", "days", "1 day"),
        ("1.0", "days", "1.0 days"),
        ("11", "days", "11 days"),
        ("1", "boxes", "1 boxes"),
        ("1", "loss", "1 loss"),
        ("1", "weeks on average", "1 weeks on average"),
        ("10.4", "£", "£10.40"),
        ("-0.5", "£", "-£0.50"),
        ("10.125", "£", "£10.125"),
        ("1E+3", "", "1,000"),
        ("1", "yes/no", "yes"),
        ("0", "Yes/No", "no"),
    ],
)
def test_a_number_with_its_unit_is_written_as_people_do(value: str, unit: str, words: str) -> None:
    assert with_unit(Decimal(value), unit) == words


@pytest.mark.parametrize(
    ("value", "places", "told"),
    [
        ("8.125", 0, "8.1"),
        ("8.125", 1, "8.13"),
        ("8.1256", 2, "8.13"),
        ("8.12567", 4, "8.1257"),
        ("124821.15", 0, "124821"),
        ("-124821.15", 1, "-124821.2"),
        ("8.04", 0, "8"),
    ],
)
def test_a_mean_is_one_decimal_finer_than_its_results_unless_it_is_large(value: str, places: int, told: str) -> None:
    assert str(finer(Decimal(value), places)) == told


@pytest.mark.parametrize(
    ("ends", "unit", "words"),
    [
        ((), "days", ""),
        ((95,), "%", "95%"),
        ((85, 95), "%", "85% to 95%"),
        ((1200, 1500), "£", "£1,200 to £1,500"),
        ((10, 12), "days", "10 to 12 days"),
    ],
)
def test_a_range_repeats_only_the_signs(ends: tuple[int, ...], unit: str, words: str) -> None:
    assert span(map(Decimal, ends), unit) == words


@pytest.mark.parametrize(
    ("written", "plain", "commas"),
    [
        ("88.50", "88.5", "88.5"),
        ("100", "100", "100"),
        ("0.0", "0", "0"),
        ("1E+3", "1000", "1,000"),
        ("-0.10", "-0.1", "-0.1"),
        ("1234567.12345678", "1234567.123457", "1,234,567.123457"),
    ],
)
def test_numbers_are_shown_as_written_without_idle_zeros(written: str, plain: str, commas: str) -> None:
    assert shown(Decimal(written)) == plain
    assert grouped(Decimal(written)) == commas


def test_a_chart_of_answers_reads_the_unit_in_any_case() -> None:
    points = [Point("Q1", Decimal(0), Decimal(1)), Point("Q2", Decimal(1), Decimal(1))]
    chart = trend(points, "Yes/No")
    assert chart.alt == "Yes in Q2, on the target of yes; no in Q1."
    assert chart.rows == (("Q1", "no", "yes"), ("Q2", "yes", "yes"))


def test_a_total_keeps_every_digit_of_what_is_added_up() -> None:
    large, small = Decimal(10000000000000000000000000000000), Decimal("0.01")
    assert total([large, small, -large]) == small
    assert total([]) == 0
