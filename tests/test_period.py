from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planwright.period import Due, Period, PlanPeriod, parse_date, parse_period, part_of, shifted


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-27", date(2026, 4, 1), date(2027, 3, 31)),
        ("2026", date(2026, 4, 1), date(2027, 3, 31)),
        ("2099-00", date(2099, 4, 1), date(2100, 3, 31)),
        ("2026-27-Q1", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026-27-Q4", date(2027, 1, 1), date(2027, 3, 31)),
        ("2026-27-H2", date(2026, 10, 1), date(2027, 3, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2011-12", date(2011, 4, 1), date(2012, 3, 31)),
        ("2012-11", date(2012, 11, 1), date(2012, 11, 30)),
    ],
)
def test_a_period_covers_its_months(text: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-28", "write 2026-27; "),
        ("2026-13", "^write a month from 01 to 12; there is no month 13$"),
        ("2026-00", "there is no month 00$"),
        ("2026-26", "write 2026-27; "),
        ("2011-13", "write 2011-12; "),
        ("2026-13-Q2", "write 2026-27; "),
        ("26-27", "write 2026-27$"),
        ("2026/27", "write 2026-27$"),
        ("2026-2027", "write 2026-27$"),
        ("FY26/27", "write 2026-27$"),
        ("2026–27", r"write 2026-27 with a hyphen \(-\), not the longer dash$"),
        ("2026–27 Q2", "write 2026-27-Q2 with a hyphen"),
        ("Q2 2026/27", "write 2026-27-Q2$"),
        ("Quarter 2 26/27", "write 2026-27-Q2$"),
        ("August 2026", "write 2026-08$"),
        ("2026/28", "write 2026-27, 2026-27-Q2, 2026-27-H1 or 2026-08"),
        ("2026-27-Q5", "write 2026-27, 2026-27-Q2, 2026-27-H1 or 2026-08"),
        ("1066-67", "write a year from 1900 to 2200; 1066 is outside"),
        ("Q1", "write 2026-27, 2026-27-Q2, 2026-27-H1 or 2026-08"),
        ("", "write 2026-27, 2026-27-Q2, 2026-27-H1 or 2026-08"),
    ],
)
def test_what_is_no_period_says_how_to_write_one(text: str, expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        parse_period(text)


@pytest.mark.parametrize("year_start", range(1, 13))
@pytest.mark.parametrize("months", [1, 3, 6, 12])
def test_periods_are_read_back_as_written_whatever_the_year_start(year_start: int, months: int) -> None:
    year = parse_period("2026-27" if year_start != 1 else "2026", year_start)
    parts = tuple(year.parts(months))
    assert len(parts) == 12 // months
    for part in parts:
        assert parse_period(str(part), year_start) == part
        assert part_of(year, part.part) == part
        assert part.year == year
        assert part.previous.next == part
        assert part.next.previous == part
        assert year.covers(part)
        assert part.within(12) == year
    assert parts[0].first == year.first
    assert parts[-1].last == year.last


def test_the_same_period_last_year_has_the_same_months() -> None:
    assert str(parse_period("2026-27-Q3").last_year) == "2025-26-Q3"
    assert str(parse_period("2026-02").last_year) == "2025-02"


def test_a_month_is_within_its_quarter() -> None:
    assert str(parse_period("2026-08").within(3)) == "2026-27-Q2"
    assert str(parse_period("2027-01").within(6)) == "2026-27-H2"


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("2027-04", "not a month of 2026-27"),
        ("Q0", "write Q1 to Q4"),
        ("q1", "write Q1$"),
        ("2026-27-Q2", "write Q2 alone; its year is that of the file"),
        ("half 2", "write H2"),
        ("August 2026", "write 2026-08$"),
    ],
)
def test_a_part_outside_its_year_is_refused(part: str, expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        part_of(parse_period("2026-27"), part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/03/2026", "write 2026-03-31"),
        ("3.4.2026", "write 2026-04-03"),
        ("31/02/2026", "write year-month-day"),
        ("12/31/2026", "write year-month-day"),
        ("46112", "write 2026-03-31, if it is an Excel serial number"),
        ("1774915200.0", "time stamp"),
        ("31 March 2026", "write 2026-03-31"),
        ("1st Mar 2026", "write 2026-03-01"),
        ("3 Ma 2026", "write year-month-day"),
        ("3 Jux 2026", "write year-month-day"),
        ("2026-03-31T00:00:00Z", "write the day alone, 2026-03-31"),
        ("2026-02-30", "February 2026 has no day 30"),
        ("2026-13-01", "there is no month 13"),
        ("0000-01-01", "there is no year 0"),
        ("1850-01-01", "write a year from 1900 to 2200; 1850 is outside"),
        ("2026-3-1", "write 2026-03-01$"),
        ("2026/3/1", "write 2026-03-01$"),
        ("2026–03–01", r"write 2026-03-01 with a hyphen \(-\), not the longer dash$"),
        ("31.3.27", "write 2027-03-31 if 31 March 2027 is meant"),
        ("31-Mar-27", "write 2027-03-31 if 31 March 2027 is meant"),
        ("Mon 31st of March 2026", "write 2026-03-31$"),
        ("March 31, 2026", "write 2026-03-31$"),
        ("end of February 2028", "write the day, for example 2028-02-29"),
        ("Marching 2027", "write year-month-day"),
        ("31 Marching 2027", "write year-month-day"),
        ("tomorrow", "write year-month-day"),
    ],
)
def test_what_is_no_date_says_what_to_write(text: str, expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        parse_date(text)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_date_is_read_as_written(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09-30", date(2026, 9, 30)),
        ("2026-02", date(2026, 2, 28)),
        ("2026-10 week 1", date(2026, 10, 2)),
        ("2026-11 week 2", date(2026, 11, 13)),
        ("2026-10 week 5", date(2026, 10, 30)),
    ],
)
def test_a_due_date_falls_on_its_last_day(text: str, day: date) -> None:
    due = Due.parse(text)
    assert due.day == day
    assert str(due) == text


def test_a_month_without_a_fifth_friday_has_no_week_5() -> None:
    with pytest.raises(ValueError, match="no fifth week"):
        Due.parse("2026-11 week 5")
    with pytest.raises(ValueError, match="write year-month-day"):
        Due.parse("2026-11 week 6")


def test_due_dates_are_as_strict_as_dates() -> None:
    with pytest.raises(ValueError, match="write 2026-03-31"):
        Due.parse("31/03/2026")


@pytest.mark.parametrize("text", ["March 2027", "Mar 27", "by the end of March 2027", "MAR-2027"])
def test_a_due_date_that_names_a_month_is_written_as_a_month(text: str) -> None:
    with pytest.raises(ValueError, match=r"write 2027-03$"):
        Due.parse(text)


@pytest.mark.parametrize(("text", "years"), [("2026-27", 1), ("2026-27 to 2028-29", 3)])
def test_a_plan_period_counts_its_years(text: str, years: int) -> None:
    period = PlanPeriod.parse(text)
    assert len(period.years()) == years
    assert period.dates()[0] == date(2026, 4, 1)
    assert str(period) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2028-29 to 2026-27", "comes before"),
        ("2026-27 to 2027-28 to 2028-29", "whole years"),
        ("2026-27-Q1", "write 2026-27; for several years, 2026-27 to 2028-29"),
        ("2026-08", "whole years"),
        ("soon", "whole years"),
        ("2026–27", r"write 2026-27 with a hyphen \(-\), not the longer dash; for several years, 2026-27 to 2028-29"),
        ("2026–27 to 2028–29", r"write 2026-27 to 2028-29, with hyphens \(-\) and the word `to`"),
        ("2026/27 - 2028/29", "write 2026-27 to 2028-29$"),
        ("2026-29", "write 2026-27 to 2028-29$"),
        ("2026-2029", "write 2026-27 to 2028-29$"),
        ("26/29", "whole years"),
    ],
)
def test_a_plan_period_must_be_whole_years_in_order(text: str, expected: str) -> None:
    with pytest.raises(ValueError, match=expected):
        PlanPeriod.parse(text)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(-60, 60))
def test_shifting_goes_to_the_first_of_a_month_and_back(day: date, months: int) -> None:
    there = shifted(day, months)
    assert there.day == 1
    assert shifted(there, -months) == day.replace(day=1)


def test_the_last_day_is_the_eve_of_the_next_period() -> None:
    period = Period(date(2024, 2, 1), 1)
    assert period.last == date(2024, 2, 29)
    assert period.next.first - period.last == timedelta(days=1)


_PIECES = st.sampled_from(
    ["2026", "26", "0099", "0000", "9999", "31", "-", "–", "/", " ", " to ", "Q2", "March", "31 "]
)


@given(st.lists(_PIECES, max_size=7).map("".join))
def test_whatever_is_written_advice_says_what_to_write(text: str) -> None:
    for parse in (parse_date, parse_period, Due.parse, PlanPeriod.parse):
        try:
            parse(text)
        except ValueError as error:
            said = str(error)
        else:
            continue
        assert said.startswith("write ")
