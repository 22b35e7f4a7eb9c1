from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

import pytest
from conftest import SETTINGS, workspace_of
from hypothesis import given
from hypothesis import strategies as st

from planwright.assessment import Assessment, IndicatorRating, assess
from planwright.assessment.aggregation import aggregate, fraction, measured
from planwright.assessment.collecting import collecting
from planwright.assessment.opening import Dated, OpeningFigures, opening_figures
from planwright.assessment.triggers import on_target_for
from planwright.kinds.indicators import Frequency, Indicator
from planwright.kinds.results import Result
from planwright.period import Period, parse_period, shifted

numbers = st.decimals(-1000, 1000, places=2)
counted = st.tuples(st.integers(0, 500), st.integers(1, 500))
days = st.dates(date(2026, 4, 1), date(2027, 9, 30))


def indicator(**more: Any) -> Indicator:
    return Indicator.model_validate({"id": "PI", "title": "One", "polarity": "higher", **more})


def results(values: Sequence[Decimal]) -> list[Result]:
    return [Result.model_construct(value=value) for value in values]


def council(indicator_lines: str, *parts: str, year: str = "2026-27", settings: str = "") -> dict[str, str]:
    """Return the files of a council with one indicator and one year's results."""
    lines = "".join(f"    {line}\n" for line in parts)
    return {
        "planwright.yaml": SETTINGS + settings,
        "i.yaml": f"kind: indicators\nindicators: [{{id: PI, title: One, polarity: higher, {indicator_lines}}}]\n",
        "r.yaml": f"kind: results\nperiod: {year}\nresults:\n  PI:\n{lines}"
        if parts
        else "kind: results\nperiod: 2026-27\n",
    }


def rated(files: dict[str, str], as_at: date, period: str = "") -> IndicatorRating:
    """Return the rating of the indicator at a date, for its current period or another."""
    found: Assessment = assess(workspace_of(files), as_at)
    if not period:
        return found.indicators["PI"]
    return found.ratings.rate(found.workspace.subjects["PI"], parse_period(period))


@pytest.mark.parametrize("aggregation", ["sum", "mean", "latest", "rolling", "cumulative"])
@given(value=numbers)
def test_the_aggregation_of_one_period_is_that_period(aggregation: str, value: Decimal) -> None:
    one = results([value])
    assert aggregate(indicator(aggregation=aggregation), one) == value == measured(indicator(), one[0])


@given(counted)
def test_the_weighted_figure_of_one_period_is_that_period(counts: tuple[int, int]) -> None:
    above, below = map(Decimal, counts)
    one = Result.model_construct(numerator=above, denominator=below)
    weighted = indicator(aggregation="weighted", unit="%")
    assert aggregate(weighted, [one]) == measured(weighted, one) == fraction(weighted, [one])


@pytest.mark.parametrize("aggregation", ["supplied", None])
@given(values=st.lists(numbers, max_size=4))
def test_what_is_supplied_or_unstated_is_never_worked_out(aggregation: str | None, values: list[Decimal]) -> None:
    assert aggregate(indicator(aggregation=aggregation), results(values)) is None


@given(st.lists(numbers, min_size=4, max_size=4))
def test_a_year_from_its_quarters_is_as_by_fractions(values: list[Decimal]) -> None:
    four = results(values)
    total = sum(map(Fraction, values))
    assert aggregate(indicator(aggregation="sum"), four) == total
    assert Fraction(aggregate(indicator(aggregation="mean"), four) or 0) == total / 4
    for last in ("latest", "cumulative", "rolling"):
        assert aggregate(indicator(aggregation=last), four) == values[-1]


@given(st.lists(counted, min_size=1, max_size=12))
def test_a_weighted_year_is_all_over_all(counts: list[tuple[int, int]]) -> None:
    parts = [Result.model_construct(numerator=Decimal(one), denominator=Decimal(other)) for one, other in counts]
    share = aggregate(indicator(aggregation="weighted", unit="%"), parts)
    exact = Fraction(100 * sum(one for one, _ in counts), sum(other for _, other in counts))
    assert share is not None
    assert abs(Fraction(share) - exact) < Fraction(1, 10**40)


@given(st.permutations([Decimal(1), Decimal("2.5"), Decimal(-4), Decimal(7)]), st.sampled_from(["sum", "mean"]))
def test_sums_and_means_do_not_mind_the_order(values: list[Decimal], aggregation: str) -> None:
    assert aggregate(indicator(aggregation=aggregation), results(values)) == aggregate(
        indicator(aggregation=aggregation), results(sorted(values))
    )


@given(st.sampled_from(get_args(Frequency)), st.integers(0, 400), st.integers(1, 12))
def test_before_and_after_lead_back(frequency: str, month: int, times: int) -> None:
    how = collecting(indicator(frequency=frequency))
    start = Period(shifted(date(1990, 4, 1), month * how.months), how.months)
    assert how.later(how.earlier(start)) == start == how.earlier(how.later(start))
    back = start
    for _ in range(times):
        back = how.earlier(back)
    assert how.earlier(start, times) == back
    assert (start.first.year - back.first.year) * 12 + start.first.month - back.first.month == (
        how.months * how.years * times
    )


@given(days, days, st.integers(0, 90), st.integers(0, 60))
def test_a_later_date_never_makes_late_awaited_again(one: date, other: date, lag: int, grace: int) -> None:
    order = ["not-due", "awaited", "late"]
    files = council(f"targets: {{2026-27: 9}}, lag_days: {lag}, grace_days: {grace}")
    early, late = (rated(files, day, "2026-27-Q1").state.key for day in sorted((one, other)))
    assert order.index(early) <= order.index(late)


@given(days, st.integers(0, 90))
def test_the_current_period_never_goes_back(day: date, lag: int) -> None:
    files = council(f"targets: {{2025-26: 9, 2026-27: 9}}, lag_days: {lag}")
    today, tomorrow = (rated(files, one).period for one in (day, day + timedelta(days=1)))
    assert today <= tomorrow
    assert today.last + timedelta(days=lag) < day or today.first == date(2025, 4, 1)


@given(days, numbers, numbers, st.integers(1, 300))
def test_what_comes_after_a_date_never_counts(day: date, first: Decimal, second: Decimal, later: int) -> None:
    after = day + timedelta(days=later)
    known = "{{value: {}, as_at: 2026-04-01{}}}"
    plain = council(
        "targets: {2026-27: 9}, trigger: {when: [forecast to miss, below target]}", f"Q1: {known.format(first, '')}"
    )
    restated = f", restated: [{{was: {first}, on: {after}, reason: Counted twice}}]"
    told = f", forecast: 1, forecast_on: {after}"
    also = council(
        "targets: {2026-27: 9}, trigger: {when: [forecast to miss, below target]}",
        f"Q1: {known.format(second, restated + told)}",
        f"Q2: {{value: {second}, as_at: {after}}}",
        f"Q3: {{value: {second}, as_at: {after}}}",
    )
    for period in ("2026-27-Q1", "2026-27-Q2", "2026-27"):
        was, is_ = (rated(files, day, period) for files in (plain, also))
        assert (is_.state, is_.reason, is_.value, is_.fired) == (was.state, was.reason, was.value, was.fired)
        assert is_.forecast_state == was.forecast_state


@pytest.mark.parametrize(
    ("values", "most", "running"),
    [
        (("80", "95"), 3, 1),
        (("95", "96"), 3, 2),
        (("95", "96"), 1, 1),
        (("95", "80"), 3, 0),
    ],
)
def test_on_target_for_so_many_periods_running(values: tuple[str, str], most: int, running: int) -> None:
    files = council("targets: {2026-27: 95}", f"Q1: {values[0]}", f"Q2: {values[1]}")
    assert on_target_for(rated(files, date(2026, 11, 21)), most) == running


def test_a_rolling_figure_with_a_gap_in_its_window_is_not_worked_out() -> None:
    part = "{numerator: 8, denominator: 10}"
    files = council("targets: {2026-27: 9}, aggregation: rolling, window_months: 9", f"Q1: {part}", f"Q2: {part}")
    assert rated(files, date(2026, 11, 21), "2026-27-Q2").value is None
    files["b.yaml"] = f"kind: results\nperiod: 2025-26\nresults: {{PI: {{Q4: {part}}}}}\n"
    assert rated(files, date(2026, 11, 21), "2026-27-Q2").value == Decimal("0.8")


def test_a_rolling_year_is_the_window_at_its_end() -> None:
    parts = [f"Q{number}: {{numerator: {number}, denominator: 10}}" for number in range(1, 5)]
    files = council("targets: {2026-27: 9}, aggregation: rolling, window_months: 6", *parts)
    assert rated(files, date(2027, 4, 30), "2026-27").value == Decimal("0.35")


@pytest.mark.parametrize(
    ("frequency", "at_first", "as_at", "period"),
    [
        ("three-yearly", "2020-21", date(2026, 3, 31), "2020-21"),
        ("three-yearly", "2020-21", date(2024, 4, 1), "2023-24"),
        ("ten-yearly", "2011-12", date(2026, 11, 21), "2021-22"),
        ("five-yearly", "2024-25", date(2026, 11, 21), "2024-25"),
        ("annual", "2024-25", date(2026, 11, 21), "2025-26"),
    ],
)
def test_surveys_have_a_current_year_of_their_own(frequency: str, at_first: str, as_at: date, period: str) -> None:
    as_at = date(2023, 4, 1) if period == "2020-21" else as_at
    assert str(rated(council(f"frequency: {frequency}, since: {at_first}"), as_at).period) == period


def test_a_year_between_two_surveys_is_nobodys_fault() -> None:
    survey = council("frequency: two-yearly, since: 2022-23, targets: {2024-25: 60}", "year: 55", year="2023-24")
    between = rated(survey, date(2026, 11, 21), "2025-26")
    assert between.state.key == "not-applicable"
    assert between.reason == "it is collected every two years from 2022-23, so 2025-26 has no figure"
    assert rated(survey, date(2026, 11, 21), "2024-25").state.key == "late"
    found = assess(workspace_of(survey), date(2026, 11, 21))
    history = found.ratings.history(found.workspace.subjects["PI"])
    assert [str(one.period) for one in history] == ["2024-25"]  # not counted on from the year that was not due


@pytest.mark.parametrize(
    ("frequency", "day", "period"),
    [
        ("quarterly", date(2026, 11, 21), "2026-27-Q2"),
        ("quarterly", date(2026, 10, 1), "2026-27-Q2"),
        ("quarterly", date(2026, 9, 30), "2026-27-Q1"),
        ("academic-year", date(2026, 9, 1), "2025-26"),
        ("academic-year", date(2026, 8, 31), "2024-25"),
        ("calendar-year", date(2026, 11, 21), "2025"),
        ("two-yearly", date(2026, 11, 21), "2024-25"),
        ("two-yearly", date(2027, 4, 1), "2026-27"),
    ],
)
def test_what_had_ended_by_a_day(frequency: str, day: date, period: str) -> None:
    found = assess(workspace_of(council(f"frequency: {frequency}, since: 2022-23, lag_days: 90")), date(2027, 6, 1))
    assert str(found.ratings.calendar.ended_by(found.workspace.subjects["PI"].record, day)) == period


def test_what_a_plan_opens_with_is_of_the_indicators_own_years() -> None:
    def opening(frequency: str, *years: str) -> OpeningFigures:
        files = council(f"frequency: {frequency}, targets: {{{years[-1]}: 60}}")
        for value, year in enumerate(years, 51):
            files[f"{year}.yaml"] = f"kind: results\nperiod: {year}\nresults: {{PI: {{year: {value}}}}}\n"
        found = assess(workspace_of(files), date(2026, 11, 21))
        return opening_figures(found.ratings, found.workspace.subjects["PI"], found.indicators["PI"].period)

    def dated(found: Dated | None) -> tuple[str, date] | None:
        return (str(found.value), found.as_at) if found else None

    calendar = opening("calendar-year", "2024", "2025")
    assert dated(calendar.target) == ("60", date(2025, 12, 31))
    assert dated(calendar.last_year_end) == dated(calendar.twelve_months_ago) == ("51", date(2024, 12, 31))
    academic = opening("academic-year", "2024-25", "2025-26")
    assert dated(academic.target) == ("60", date(2026, 8, 31))
    assert dated(academic.score) == ("52", date(2026, 8, 31))
    assert dated(academic.last_year_end) == ("51", date(2025, 8, 31))
    survey = opening("two-yearly", "2023-24", "2025-26")
    assert dated(survey.last_year_end) == dated(survey.twelve_months_ago) == ("51", date(2024, 3, 31))
