"""Financial years, halves, quarters and months, plan periods, and dates that are only known to the month or week."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

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


def parse_period(text: str, year_start: int = APRIL) -> Period:
    """Return the period that `2026-27`, `2026`, `2026-27-Q2`, `2026-27-H1` or `2026-08` names.

    Raises ValueError with a message for the reader when the text names none.
    """
    name, part = text, ""
    if found := _PART.fullmatch(text):
        name, part = found[1], found[2]
    year = _YEAR.fullmatch(name)
    month = _MONTH.fullmatch(name)
    if year and year[2] and int(year[2]) == (int(year[1]) + 1) % 100:
        start = date(_checked_year(year[1]), year_start, 1)
    elif month and not part:
        return Period(date(_checked_year(month[1]), int(month[2]), 1), 1, year_start)
    elif year and not year[2]:
        start = date(_checked_year(year[1]), year_start, 1)
    elif year:
        raise ValueError(f"a year is written {year[1]}-{(int(year[1]) + 1) % 100:02d}")
    else:
        raise ValueError("periods are written 2026-27, 2026-27-Q2, 2026-27-H1 or 2026-08")
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
    raise ValueError("write Q1 to Q4, H1, H2, a month such as 2026-04, or year")


def _checked_year(text: str) -> int:
    year = int(text)
    if not EARLIEST.year <= year < LATEST.year:
        raise ValueError(f"the year {text} is outside {EARLIEST.year} to {LATEST.year}")
    return year


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """The years a plan covers, first to last, as text; `dates` gives the days once the year's start is known."""

    first: str
    last: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026-27 to 2028-29` or `2026-27`; raises ValueError with a message for the reader."""
        names = [name.strip() for name in text.split(" to ")]
        if len(names) not in {1, 2}:
            raise ValueError("a plan period is written 2026-27 to 2028-29")
        periods = [parse_period(name) for name in names]
        if any(period.months != _MONTHS_IN["year"] for period in periods):
            raise ValueError("a plan period is whole years, written 2026-27 to 2028-29")
        if periods[-1].first < periods[0].first:
            raise ValueError(f"{names[-1]} comes before {names[0]}")
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
            raise ValueError(f"{week[1]}-{week[2]} has no fifth week that ends in it")
        return cls(parse_date(text), text)

    def __str__(self) -> str:
        """As written in a plan."""
        return self.text


_UK_DATE = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
_EXCEL_SERIAL = re.compile(r"[3-6]\d{4}(\.\d+)?", re.ASCII)
_EXCEL_EPOCH = date(1899, 12, 30)
_UNIX_TIME = re.compile(r"\d{10}(\.\d+)?", re.ASCII)
_NAMED_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9}) (\d{4})", re.ASCII)
_TIMED_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*", re.ASCII)
_MONTH_NAMES = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)


def parse_date(text: str) -> date:
    """Return the date that `2026-09-30` writes; nothing else is read, and day and month are never guessed.

    Raises ValueError whose text says what was expected, for UK dates, Excel serial numbers and days that do not exist.
    """
    if found := _DATE.fullmatch(text):
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            raise ValueError(_no_such_day(*(int(part) for part in found.groups()))) from None
        if EARLIEST <= day <= LATEST:
            return day
        raise ValueError(f"the year {found[1]} is outside {EARLIEST.year} to {LATEST.year}")
    raise ValueError(_date_advice(text))


def _no_such_day(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:  # noqa: PLR2004
        return f"there is no month {month}"
    if year == 0:
        return "there is no year 0"
    return f"{_MONTH_NAMES[month - 1].title()} {year} has no day {day}"


def _date_advice(text: str) -> str:
    if found := _UK_DATE.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
        return _advice_for(year, month, day)
    if found := _NAMED_DATE.fullmatch(text):
        names = [name for name in _MONTH_NAMES if name.startswith(found[2].lower())]
        if len(names) == 1:
            return _advice_for(int(found[3]), _MONTH_NAMES.index(names[0]) + 1, int(found[1]))
    if found := _TIMED_DATE.fullmatch(text):
        return f"write the day alone, {found[1]}"
    if _EXCEL_SERIAL.fullmatch(text):
        day_meant = _EXCEL_EPOCH + timedelta(days=int(text.split(".", maxsplit=1)[0]))
        return f"it looks like an Excel serial number; write {day_meant.isoformat()}"
    if _UNIX_TIME.fullmatch(text):
        return "it looks like a computer's time stamp; write the day, for example 2026-03-31"
    return "write year-month-day, for example 2026-03-31"


def _advice_for(year: int, month: int, day: int) -> str:
    try:
        return f"write {date(year, month, day).isoformat()}"
    except ValueError:
        return "write year-month-day, for example 2026-03-31"
