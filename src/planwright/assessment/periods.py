"""Which period of an indicator is the current one at a date, which came before, and when each figure is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planwright.kinds.indicators import Indicator, Pause
from planwright.period import Period, month_of, parse_period
from planwright.workspace import Subject

from .collecting import collecting
from .values import Values


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods of indicators, as they stood at the date of the values."""

    values: Values

    def current(self, subject: Subject) -> Period:
        """Return the latest period that has ended and for which a figure could exist by now.

        Where none has ended since collection began, it is the first period.
        """
        indicator: Indicator = subject.record
        how, as_at = collecting(indicator), self.values.as_at
        first = self.first(indicator)
        period = self.ended_by(indicator, as_at)
        lag = timedelta(days=indicator.lag_days)
        while self.values.figure(subject, period) is None and as_at <= period.last + lag:
            period = how.earlier(period)
        return max(period, first) if first else period

    def ended_by(self, indicator: Indicator, day: date) -> Period:
        """Return the period collected last that had ended before a day."""
        period = self._holding(day, indicator).previous
        while not self.collects(indicator, period):
            period = period.previous
        return period

    def collects(self, indicator: Indicator, period: Period) -> bool:
        """Whether an indicator has results in the year of a period: a survey has none in the years between."""
        how = collecting(indicator)
        first = self.first(indicator) if how.years > 1 else None
        return first is None or (period.year.first.year - first.first.year) % how.years == 0

    def how_often(self, indicator: Indicator) -> str:
        """Return how often an indicator is collected, in words; of a survey also from which year on."""
        how = collecting(indicator)
        first = self.first(indicator) if how.years > 1 else None
        return f"{how.often} from {first}" if first else how.often

    def first(self, indicator: Indicator) -> Period | None:
        """Return the first period an indicator is collected for: the one it says, else the first with target or result.

        None where nothing tells.
        """
        figures = self.values.figures
        names = [indicator.since] if indicator.since else indicator.targets
        starts = [parse_period(name, figures.start(indicator)).first for name in names]
        if not indicator.since:
            starts += [period.first for period in figures.results.get(indicator.id, {})]
        return self._holding(min(starts), indicator) if starts else None

    def _holding(self, day: date, indicator: Indicator) -> Period:
        return month_of(day, self.values.figures.start(indicator)).within(collecting(indicator).months)

    def until(self, subject: Subject, last: Period) -> Iterator[Period]:
        """Yield the periods of an indicator's own frequency from its first result to one of them."""
        how = collecting(subject.record)
        known = self.values.figures.results.get(subject.id, {})
        own = (one for one in known if one.months == how.months and self.collects(subject.record, one))
        period = min((*own, last))
        while period <= last:
            yield period
            period = how.later(period)

    def due(self, indicator: Indicator, period: Period) -> tuple[date, date]:
        """Return the day after which a period's figure can exist, and the last day of grace for it."""
        possible = period.last + timedelta(days=indicator.lag_days)
        days = indicator.grace_days
        if days is None:
            days = self.values.figures.workspace.settings.rating.grace_days
        return possible, possible + timedelta(days=days)

    def pause(self, indicator: Indicator, period: Period) -> Pause | None:
        """Return the stretch of time in which no result is expected and that a period lies in."""
        start = self.values.figures.start(indicator)
        for pause in indicator.pauses:
            since = parse_period(pause.since, start)
            until = parse_period(pause.until, start) if pause.until else None
            if since.first <= period.first and (until is None or period.last <= until.last):
                return pause
        return None
