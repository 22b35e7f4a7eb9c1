"""Financial years, halves, quarters and months, plan periods, and dates that are only known to the month or week."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

from planwright.advice import (
    date_advice,
    month_advice,
    no_such_day,
    no_such_month,
    part_advice,
    period_advice,
    years_advice,
)

APRIL = 4
_YEAR = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)
_PART = re.compile(r"(\d{4}(?:-\d{2})?)-(Q[1-4]|H[12])", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_WEEK = re.compile(r"(\d{4})-(\d{2}) week ([1-5])", re.ASCII)
_MONTHS_IN = {"year": 12, "H": 6, "Q": 3}
_FRIDAY = 4
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)


def shifted(day: date, months: int) -> date:
    """Return the first day of the month that lies `months` after (or before, when negative) the month of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of whole months: `first` its first day, `months` its length (1, 3, 6 or 12).

    `year_start` is the month in which the council's year begins (April is 4); it decides how the period is written.
    """

    first: date
    months: int
    year_start: int = APRIL

    def __hash__(self) -> int:
        # Ratings look periods up by the hundred thousand; a tuple's hash would cost several times as much.
        return self.first.toordinal() * 16 + self.months

    @property
    def last(self) -> date:
        """The last day."""
        return shifted(self.first, self.months) - timedelta(days=1)

    @property
    def year(self) -> "Period":
        """The council year in which the period begins."""
        back = (self.first.month - self.year_start) % 12
        return Period(shifted(self.first, -back), 12, self.year_start)

    @property
    def previous(self) -> "Period":
        """The period of the same length just before."""
        return Period(shifted(self.first, -self.months), self.months, self.year_start)

    @property
    def next(self) -> "Period":
        """The period of the same length just after."""
        return Period(shifted(self.first, self.months), self.months, self.year_start)

    @property
    def last_year(self) -> "Period":
        """The same period one year earlier."""
        return Period(shifted(self.first, -12), self.months, self.year_start)

    def within(self, months: int) -> "Period":
        """Return the period of `months` length, aligned to the council year, in which this one ends."""
        year = Period(shifted(self.first, self.months - 1), 1, self.year_start).year
        for part in year.parts(months):
            if part.first <= self.last <= part.last:
                return part
        return year

    def parts(self, months: int) -> Iterator["Period"]:
        """Yield the periods of `months` length that make up this one."""
        for offset in range(0, self.months, months):
            yield Period(shifted(self.first, offset), months, self.year_start)

    def covers(self, other: "Period") -> bool:
        """Whether the other period lies wholly inside this one."""
        return self.first <= other.first and other.last <= self.last

    @property
    def part(self) -> str:
        """How the period is written inside its year: `year`, `H1`, `Q2` or `2026-08`."""
        if self.months == 1:
            return f"{self.first:%Y-%m}"
        if self.months not in {3, 6}:
            return "year"
        number = ((self.first.month - self.year_start) % 12) // self.months + 1
        return f"{'Q' if self.months == _MONTHS_IN['Q'] else 'H'}{number}"

    def __str__(self) -> str:
        """As written: `2026-27`, `2026-27-Q2`, `2026-27-H1`, `2026-08`, or `2026` where years start in January."""
        if self.months == 1:
            return self.part
        start = self.year.first.year
        name = f"{start:04d}" if self.year_start == 1 else f"{start:04d}-{(start + 1) % 100:02d}"
        return name if self.part == "year" else f"{name}-{self.part}"


def month_of(day: date, year_start: int = APRIL) -> Period:
    """Return the month in which a day falls."""
    return Period(day.replace(day=1), 1, year_start)


@lru_cache(maxsize=4096)  # a plan names the same few periods thousands of times
def parse_period(text: str, year_start: int = APRIL) -> Period:
    """Return the period that `2026-27`, `2026`, `2026-27-Q2`, `2026-27-H1` or `2026-08` names.

    Raises ValueError with a message for the reader when the text names none.
    """
    name, part = text, ""
    if found := _PART.fullmatch(text):
        name, part = found[1], found[2]
    year = _YEAR.fullmatch(name)
    month = _MONTH.fullmatch(name)
    if year and year[2] and _names_year(name):
        start = date(_checked_year(year[1]), year_start, 1)
    elif month and not part:
        return Period(date(_checked_year(month[1]), int(month[2]), 1), 1, year_start)
    elif year and not year[2]:
        start = date(_checked_year(year[1]), year_start, 1)
    elif year:
        raise ValueError(_no_such_year(int(year[1]), int(year[2]), part))
    else:
        raise ValueError(period_advice(text))
    if not part:
        return Period(start, 12, year_start)
    months = _MONTHS_IN[part[0]]
    return Period(shifted(start, (int(part[1]) - 1) * months), months, year_start)


def part_of(year: Period, part: str) -> Period:
    """Return the period that a key such as `Q1`, `H2`, `year` or `2026-04` names inside a council year.

    Raises ValueError when the key names none, or a month outside the year.
    """
    if part == "year":
        return year
    if re.fullmatch(r"Q[1-4]|H[12]", part):
        months = _MONTHS_IN[part[0]]
        return Period(shifted(year.first, (int(part[1]) - 1) * months), months, year.year_start)
    if _MONTH.fullmatch(part):
        month = parse_period(part, year.year_start)
        if month.months == 1 and year.covers(month):
            return month
        raise ValueError(f"{part} is not a month of {year}")
    raise ValueError(part_advice(part))


def _names_year(text: str) -> bool:
    found = _YEAR.fullmatch(text)
    return found is not None and (not found[2] or int(found[2]) == (int(found[1]) + 1) % 100)


def _no_such_year(first: int, second: int, part: str) -> str:
    """Return what to write in place of two years that do not follow each other; a year gone by was meant as a month."""
    if not part and second < first % 100:
        return no_such_month(second)
    return f"write {first:04d}-{(first + 1) % 100:02d}; a council year ends in the year after it begins"


def _checked_year(text: str) -> int:
    year = int(text)
    if not EARLIEST.year <= year < LATEST.year:
        raise ValueError(_outside(text))
    return year


def _outside(year: str) -> str:
    return f"write a year from {EARLIEST.year} to {LATEST.year}; {year} is outside"


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """The years a plan covers, first to last, as text; `dates` gives the days once the year's start is known."""

    first: str
    last: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026-27 to 2028-29` or `2026-27`; raises ValueError with a message for the reader."""
        names = [name.strip() for name in text.split(" to ")]
        if len(names) > len(("first", "last")) or not all(map(_names_year, names)):
            raise ValueError(years_advice(text))
        periods = [parse_period(name) for name in names]
        if periods[-1].first < periods[0].first:
            raise ValueError(f"write the earlier year first; {names[-1]} comes before {names[0]}")
        return cls(names[0], names[-1])

    def years(self, year_start: int = APRIL) -> tuple[Period, ...]:
        """Return the council years covered, in order."""
        found = [parse_period(self.first, year_start)]
        last = parse_period(self.last, year_start)
        while found[-1].first < last.first:
            found.append(found[-1].next)
        return tuple(found)

    def dates(self, year_start: int = APRIL) -> tuple[date, date]:
        """Return the first and the last day covered."""
        return parse_period(self.first, year_start).first, parse_period(self.last, year_start).last

    def __str__(self) -> str:
        """As written in a plan."""
        return self.first if self.first == self.last else f"{self.first} to {self.last}"


@dataclass(frozen=True, slots=True)
class Due:
    """A date as precise as the plan states it: `text` as typed, `day` the last day on which it is still met."""

    day: date
    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026-09-30`, `2026-09` (end of month) or `2026-10 week 1` (that week's Friday).

        Raises ValueError with a message for the reader.
        """
        if _DATE.fullmatch(text):
            return cls(parse_date(text), text)
        if month := _MONTH.fullmatch(text):
            return cls(Period(date(_checked_year(month[1]), int(month[2]), 1), 1).last, text)
        if week := _WEEK.fullmatch(text):
            first = parse_date(f"{week[1]}-{week[2]}-01")
            friday = first + timedelta(days=(_FRIDAY - first.weekday()) % 7 + 7 * (int(week[3]) - 1))
            if friday.month == first.month:
                return cls(friday, text)
            raise ValueError(f"write a week from 1 to 4; {week[1]}-{week[2]} has no fifth week that ends in it")
        raise ValueError(month_advice(text) or date_advice(text))

    def __str__(self) -> str:
        """As written in a plan."""
        return self.text


def parse_date(text: str) -> date:
    """Return the date that `2026-09-30` writes; nothing else is read, and day and month are never guessed.

    Raises ValueError whose text says what was expected, for UK dates, Excel serial numbers and days that do not exist.
    """
    if found := _DATE.fullmatch(text):
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            raise ValueError(no_such_day(*(int(part) for part in found.groups()))) from None
        if EARLIEST <= day <= LATEST:
            return day
        raise ValueError(_outside(found[1]))
    raise ValueError(date_advice(text))
