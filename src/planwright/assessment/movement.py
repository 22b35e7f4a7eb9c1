"""Movement between two periods, read with the indicator's polarity, against four earlier ones."""

from dataclasses import dataclass
from decimal import Decimal

from planwright.kinds.indicators import Indicator
from planwright.period import Period, parse_period
from planwright.quantity import exactly, is_yes_no
from planwright.records.thread import Target
from planwright.workspace import Subject

from .collecting import YEAR, collecting
from .figures import TargetUsed
from .values import Values

_DEFINING = frozenset({"definition", "description", "formula", "unit", "polarity"})


@dataclass(frozen=True, slots=True)
class Direction:
    """Movement against an earlier period.

    `key` is improved, declined, no-change, at-maximum, moved-up, moved-down, no-previous or not-comparable.
    """

    key: str
    period: Period
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What an indicator had in one period: its value, and the target that applied."""

    value: Decimal
    target: TargetUsed | None


@dataclass(frozen=True, slots=True)
class Directions:
    """How indicators move against the previous period, the same one last year, last year's end and the baseline."""

    values: Values

    def against(
        self, subject: Subject, period: Period, which: str, value: Decimal | None, group: str = ""
    ) -> Direction | None:
        """Return the movement of a value of a period against `previous`, `last year`, `last year end` or `baseline`.

        `group` names the area or group whose value it is. None where there is no value, no baseline (groups have none),
        or no such earlier period.
        """
        found = self._earlier(subject, period, which, group)
        if value is None or found is None:
            return None
        earlier, before = found
        if before is None:
            return Direction("no-previous", earlier)
        if not _comparable(subject.record, period, earlier, self.values.figures.start(subject.record)):
            return Direction("not-comparable", earlier, before)
        target = self.values.figures.target
        now = Standing(value, target(subject, period, group))
        then = Standing(before, target(subject, earlier, group))
        if which == "baseline" and then.target is None:
            then = Standing(before, now.target)
        dead_band = exactly(self.values.figures.rule(subject).dead_band.value.around)(before)
        return Direction(movement(subject.record, now, then, dead_band), earlier, before)

    def _earlier(
        self, subject: Subject, period: Period, which: str, group: str
    ) -> tuple[Period, Decimal | None] | None:
        indicator: Indicator = subject.record
        if which == "baseline":
            if indicator.baseline is None or group:
                return None
            measured = parse_period(indicator.baseline.period, self.values.figures.start(indicator))
            return (measured, indicator.baseline.value) if measured.first < period.first else None
        if which == "last year end":
            return self._year_end(subject, period, group)
        how = collecting(indicator)
        if which == "last year" and how.years > 1:
            return None
        back = period.last_year if which == "last year" else period.previous
        earlier = how.earlier(period) if which == "previous" and how.years > 1 else back
        return earlier, self.values.value(subject, earlier, group)

    def _year_end(self, subject: Subject, period: Period, group: str) -> tuple[Period, Decimal | None] | None:
        """Return how last year ended: the year's figure, or that of its last part where the year has none."""
        how = collecting(subject.record)
        if how.years > 1:
            return None
        year = period.year.previous
        value = self.values.value(subject, year, group)
        if value is not None or how.months == YEAR:
            return year, value
        *_, last = year.parts(how.months)
        value = self.values.value(subject, last, group)
        return (year, None) if value is None else (last, value)


def _comparable(indicator: Indicator, period: Period, earlier: Period, start: int) -> bool:
    """Whether two periods' values can be compared: totals only of equal lengths, running ones at the same point.

    Not across a recorded change of what is measured, which names the first period it applies to.
    """
    if indicator.aggregation in {"sum", "cumulative"} and period.months != earlier.months:
        return False
    if indicator.aggregation == "cumulative" and period.months != YEAR and period.first.month != earlier.first.month:
        return False
    breaks = (
        parse_period(change.period, start)
        for change in indicator.changes
        if change.period and change.field in _DEFINING
    )
    return not any(earlier.first < one.first <= period.first for one in breaks)


def movement(indicator: Indicator, now: Standing, then: Standing, dead_band: Decimal) -> str:
    """Return the key of the direction from one standing to another.

    Movement up to the dead band, in the indicator's own unit, is no change; yes and no have none. Within a range, what
    counts is the distance from it.
    """
    value, before = now.value, then.value
    if indicator.maximum is not None and value == before == indicator.maximum:
        return "at-maximum"
    if _apart(value, before) <= (Decimal(0) if is_yes_no(indicator.unit or "") else dead_band):
        return "no-change"
    if indicator.polarity == "none":
        return "moved-up" if value > before else "moved-down"
    if indicator.polarity == "range":
        distance, earlier = _off_range(now), _off_range(then)
        if distance is None or earlier is None:
            return "not-comparable"
        return "no-change" if distance == earlier else "improved" if distance < earlier else "declined"
    better = value > before if indicator.polarity == "higher" else value < before
    return "improved" if better else "declined"


@exactly
def _apart(value: Decimal, before: Decimal) -> Decimal:
    return abs(value - before)


@exactly
def _off_range(standing: Standing) -> Decimal | None:
    """Return how far a value lies outside its range, 0 inside it; None where there is no range."""
    target: Target | None = standing.target.target if standing.target else None
    if target is None or target.low is None or target.high is None:
        return None
    return max(target.low - standing.value, standing.value - target.high, Decimal(0))
