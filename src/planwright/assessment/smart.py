"""How a SMART target stands at a date: what is needed, what is reached, and whether that is on the way there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from planwright.kinds.indicators import Indicator
from planwright.period import Period, parse_period
from planwright.quantity import exactly, total
from planwright.records.thread import SmartTarget
from planwright.workspace import Spot, Subject

from . import Assessment

MET, ON_COURSE, BEHIND, MISSED, NOT_DUE, NOT_KNOWN = "met", "on course", "behind", "missed", "not due", "not known"
REDUCING = frozenset({"reduce by amount", "reduce by percent"})
STAYING = frozenset({"stay below", "stay above", "maintain"})
_ADDED_UP = frozenset({"sum", "cumulative"})


@dataclass(frozen=True, slots=True)
class Reached:
    """A value of the target's indicator, and the period it is for; a total over years ends with that period."""

    value: Decimal
    period: Period


@dataclass(frozen=True, slots=True)
class Limit:
    """The value a target asks for: `low` where values below it are wanted, `strict` where it must not be touched.

    `whose` names somebody else whose figure it is, and `when` the period of that; both are empty for a figure of ours.
    """

    value: Decimal
    low: bool
    strict: bool = False
    whose: str = ""
    when: str = ""

    def kept(self, value: Decimal) -> bool:
        """Whether a value is on the good side."""
        if value == self.value:
            return not self.strict
        return (value < self.value) is self.low


@dataclass(frozen=True, slots=True)
class SmartStanding:
    """How one target of an objective stands.

    `start` is what it is measured from and `limit` what it asks for, `reached` the figure known by the date and
    `expected` what a straight line from start to end would have by then; None for what is not known. `lacking` says
    what is missing where nothing can be told.
    """

    objective: Subject
    target: SmartTarget
    spot: Spot
    indicator: Subject | None
    key: str
    start: Decimal | None = None
    limit: Limit | None = None
    reached: Reached | None = None
    expected: Decimal | None = None
    lacking: str = ""


def smart_targets(assessment: Assessment, objective: Subject) -> tuple[SmartStanding, ...]:
    """Return how each target of an objective stands, in file order."""
    return tuple(
        _Reading(assessment, objective, target, objective.spot.at("targets", index)).standing()
        for index, target in enumerate(objective.record.targets)
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One target while it is read beside its indicator's figures."""

    assessment: Assessment
    objective: Subject
    target: SmartTarget
    spot: Spot

    @property
    def indicator(self) -> Subject | None:
        return self.assessment.workspace.get(self.target.indicator, "indicator")

    @property
    def over(self) -> bool:
        return self.target.by is not None and self.target.by < self.assessment.as_at

    def standing(self) -> SmartStanding:
        indicator = self.indicator
        if indicator is None:
            return self._unknown(None, "no indicator measures it")
        reached = self._reached(indicator)
        start = self._start(indicator, reached)
        if reached is None:
            return self._unknown(indicator, self._no_figure(indicator), start, self._limit(indicator, start, None))
        limit = self._limit(indicator, start, reached)
        if limit is None:
            return self._unknown(indicator, self._no_limit(start, reached), start, None, reached)
        expected = None if self.over else self._expected(indicator, start, limit, reached)
        key = self._key(limit, reached, expected)
        return SmartStanding(self.objective, self.target, self.spot, indicator, key, start, limit, reached, expected)

    def _unknown(
        self,
        indicator: Subject | None,
        lacking: str,
        start: Decimal | None = None,
        limit: Limit | None = None,
        reached: Reached | None = None,
    ) -> SmartStanding:
        key = NOT_KNOWN if self.over or reached or indicator is None else NOT_DUE
        return SmartStanding(
            self.objective, self.target, self.spot, indicator, key, start, limit, reached, lacking=lacking
        )

    def _no_figure(self, indicator: Subject) -> str:
        return f"no figure of {indicator.id} is there yet" + (" for its last day" if self.over else "")

    def _no_limit(self, start: Decimal | None, reached: Reached) -> str:
        if self.target.kind in REDUCING and self.target.value is not None and start is None:
            return "nothing says what it is reduced from"
        if self.target.comparator and self.target.kind not in REDUCING:
            return f"no figure of {self.target.comparator} is given for {reached.period} or before"
        return "no value to reach is given"

    def _key(self, limit: Limit, reached: Reached, expected: Decimal | None) -> str:
        kept = limit.kept(reached.value)
        if self.target.each_year or self.target.kind in STAYING:
            return (MET if self.over else ON_COURSE) if kept else MISSED
        if kept or self.over:
            return MET if kept else MISSED
        if expected is None:
            return NOT_DUE
        return ON_COURSE if Limit(expected, limit.low).kept(reached.value) else BEHIND

    def _reached(self, indicator: Subject) -> Reached | None:
        """Return the latest figure of the time that counts; after the target's date, only that of the date itself."""
        if self._adds_up(indicator):
            return self._total(indicator)
        values = self.assessment.ratings.values
        for period in self._periods(indicator):
            value = values.value(indicator, period)
            if value is not None:
                return Reached(value, period)
            if self.over:
                return None  # an earlier figure says nothing about the day
        return None

    def _adds_up(self, indicator: Subject) -> bool:
        added = indicator.record.aggregation in _ADDED_UP
        return added and self.target.since is not None and not self.target.each_year

    def _periods(self, indicator: Subject) -> Iterator[Period]:
        """Yield the periods whose figures can be held against the target, latest first: years, where they add up."""
        record: Indicator = indicator.record
        calendar = self.assessment.ratings.calendar
        last = calendar.current(indicator)
        if self.target.by:
            last = min(last, calendar.ended_by(record, self.target.by + timedelta(days=1)))
        first = self._since(record)
        whole = self.target.each_year or record.aggregation in _ADDED_UP
        periods = [period.year if whole else period for period in calendar.until(indicator, last)]
        for period in dict.fromkeys(reversed(periods)):
            if (first is None or period.first >= first.first) and period.last <= self._latest:
                yield period

    @property
    def _latest(self) -> date:
        return min(self.assessment.as_at, self.target.by or self.assessment.as_at)

    def _since(self, record: Indicator) -> Period | None:
        return parse_period(self.target.since, self.assessment.figures.start(record)) if self.target.since else None

    def _total(self, indicator: Subject) -> Reached | None:
        """Return what has been added up since the first period that counts, the year that is running included."""
        record: Indicator = indicator.record
        since = self._since(record)
        calendar, values = self.assessment.ratings.calendar, self.assessment.ratings.values
        years: dict[Period, dict[Period, Decimal]] = {}
        before: dict[Period, Decimal] = {}  # what a running total had come to when the time that counts began
        for period in calendar.until(indicator, calendar.current(indicator)):
            value = values.value(indicator, period)
            if value is None or since is None or period.last > self._latest:
                continue
            if period.first >= since.first:
                years.setdefault(period.year, {})[period] = value
            else:
                before[period.year] = value
        if not years:
            return None
        parts = (
            [found[max(found)], -before.get(year, Decimal(0))]
            if record.aggregation == "cumulative"
            else list(found.values())
            for year, found in years.items()
        )
        return Reached(total(value for each in parts for value in each), max(max(found) for found in years.values()))

    def _start(self, indicator: Subject, reached: Reached | None) -> Decimal | None:
        """Return what the target is measured from: the year before, for one of each year, else its baseline."""
        own = indicator.record.baseline
        baseline = self.target.baseline if self.target.baseline is not None else own.value if own else None
        if self._adds_up(indicator):
            return Decimal(0)
        if self.target.each_year and self.target.kind in REDUCING and reached:
            before = self.assessment.ratings.values.value(indicator, reached.period.previous)
            return baseline if before is None else before
        return baseline

    def _limit(self, indicator: Subject, start: Decimal | None, reached: Reached | None) -> Limit | None:
        target = self.target
        if target.kind in REDUCING:
            needed = _reduced(start, target.value, percent=target.kind == "reduce by percent")
            return None if needed is None else Limit(needed, low=True)
        low = self._low(indicator.record, start)
        theirs = self._theirs(indicator, reached, low=low)
        if theirs and (target.value is None or target.kind in {"stay below", "stay above"}):
            return theirs
        value = start if target.value is None and target.kind == "maintain" else target.value
        return None if value is None else Limit(value, low)

    def _low(self, record: Indicator, start: Decimal | None) -> bool:
        """Whether low values are wanted: as the kind says, else the indicator, else by where it starts."""
        if self.target.kind in {"stay below", "stay above"}:
            return self.target.kind == "stay below"
        if record.polarity in {"higher", "lower"}:
            return record.polarity == "lower"
        return start is not None and self.target.value is not None and self.target.value < start

    def _theirs(self, indicator: Subject, reached: Reached | None, *, low: bool) -> Limit | None:
        """Return the figure of whoever the target names: of that council or area by its name, else of others' average.

        Only staying below or above must not touch it.
        """
        who = self.target.comparator
        if not who or reached is None:
            return None
        strict = self.target.kind in {"stay below", "stay above"}
        peers = self.assessment.figures.peers.get(indicator.id, ())
        named = [
            peer
            for peer in peers
            if peer.comparator.with_.casefold() == who.casefold() and peer.period.last <= reached.period.last
        ]
        if named:
            peer = max(named, key=lambda one: one.period.last)
            return Limit(peer.comparator.value, low, strict, who, str(peer.period))
        field = self.assessment.ratings.field(indicator, reached.period)
        if field is None or field.average is None:
            return None
        return Limit(field.average, low, strict, who, field.when)

    def _expected(self, indicator: Subject, start: Decimal | None, limit: Limit, reached: Reached) -> Decimal | None:
        """Return what a straight line from the start to the target's date would have by now; None without both ends."""
        target, record = self.target, indicator.record
        if target.by is None or start is None or target.each_year or target.kind in STAYING:
            return None
        began = self._began(record)
        if began is None or not began < reached.period.last <= target.by:
            return None
        return _between(start, limit.value, (reached.period.last - began).days, (target.by - began).days)

    def _began(self, record: Indicator) -> date | None:
        """Return the last day before the target's time, where the files tell: the baseline's, or the one before since.

        An indicator's own baseline has a period; a target's has none, unless it is the same figure.
        """
        if since := self._since(record):
            return since.first - timedelta(days=1)
        own = record.baseline
        if own is None or self.target.baseline not in {None, own.value}:
            return None
        return parse_period(own.period, self.assessment.figures.start(record)).last


@exactly
def _reduced(start: Decimal | None, value: Decimal | None, *, percent: bool) -> Decimal | None:
    if start is None or value is None:
        return None
    return start - (start * value / 100 if percent else value)


@exactly
def _between(start: Decimal, end: Decimal, days: int, of: int) -> Decimal:
    return start + (end - start) * days / of
