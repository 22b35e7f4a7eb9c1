"""How often indicators are collected: the length of their periods, the years between them, when each year begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from planwright.kinds.indicators import Indicator
from planwright.kinds.settings import MONTHS, Settings
from planwright.period import Period, shifted

YEAR = 12  # months
LENGTHS: Mapping[int, str] = MappingProxyType({1: "month", 3: "quarter", 6: "half-year", YEAR: "year"})


@dataclass(frozen=True, slots=True)
class Collecting:
    """How an indicator is collected: periods of `months`, one in every `years` years, in whose years.

    `often` says so in words, as in "it is collected every two years"; `years` is 1 but for surveys that come less often
    than every year.
    """

    months: int
    often: str
    years: int = 1
    own_year: Literal["council", "academic", "calendar"] = "council"

    def earlier(self, period: Period, times: int = 1) -> Period:
        """Return the period collected before one, so many times back."""
        if self.years == 1 and times == 1:
            return period.previous
        return Period(shifted(period.first, -period.months * self.years * times), period.months, period.year_start)

    def later(self, period: Period) -> Period:
        """Return the period collected after one."""
        return self.earlier(period, -1)

    def a_year_before(self, period: Period) -> Period:
        """Return the same period a year before; for a survey, which has none in that year, the survey before."""
        return period.last_year if self.years == 1 else self.earlier(period)

    def start(self, settings: Settings) -> int:
        """Return the month in which its years begin, 1 to 12."""
        if self.own_year == "calendar":
            return 1
        name = settings.academic_year_start if self.own_year == "academic" else settings.year_start
        return MONTHS.index(name) + 1


_COLLECTED: Mapping[str, Collecting] = MappingProxyType(
    {
        "monthly": Collecting(1, "monthly"),
        "quarterly": Collecting(3, "quarterly"),
        "half-yearly": Collecting(6, "half-yearly"),
        "annual": Collecting(YEAR, "once a year"),
        "academic-year": Collecting(YEAR, "once an academic year", own_year="academic"),
        "calendar-year": Collecting(YEAR, "once a calendar year", own_year="calendar"),
        "two-yearly": Collecting(YEAR, "every two years", 2),
        "three-yearly": Collecting(YEAR, "every three years", 3),
        "four-yearly": Collecting(YEAR, "every four years", 4),
        "five-yearly": Collecting(YEAR, "every five years", 5),
        "ten-yearly": Collecting(YEAR, "every ten years", 10),
    }
)


def collecting(indicator: Indicator) -> Collecting:
    """Return how an indicator is collected."""
    return _COLLECTED[indicator.frequency]
