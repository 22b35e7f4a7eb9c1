"""The rating of an indicator for a period: its state, the figures behind it, its direction and what it triggers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from planwright.kinds.indicators import Indicator, Pause
from planwright.kinds.results import Result
from planwright.period import Period, month_of, parse_period
from planwright.quantity import shown
from planwright.records.rating import Trigger
from planwright.wording import number_of
from planwright.workspace import Subject

from .aggregation import aggregate, measured
from .banding import Verdict, verdict
from .ending import ended
from .figures import MONTHS_IN, Figure, Figures, RuleUsed, TargetUsed
from .movement import Direction, Standing, movement
from .states import STATES, State

MISSED = frozenset({"amber", "red", "no-tolerance"})
RATED = frozenset({"green", *MISSED})


@dataclass(frozen=True, slots=True)
class IndicatorRating:
    """How an indicator stands in a period: state, the sentence that says why, and the figures behind it.

    `value` is what was rated; `figure` is the result it came from, None where there is none; `target` is None where
    there is none; `fired` says in words which trigger conditions hold, empty where none does.
    """

    subject: Subject
    period: Period
    state: State
    reason: str
    rule: RuleUsed
    value: Decimal | None = None
    figure: Figure | None = None
    target: TargetUsed | None = None
    previous: Direction | None = None
    last_year: Direction | None = None
    forecast: Decimal | None = None
    forecast_state: State | None = None
    forecast_reason: str = ""
    fired: tuple[str, ...] = ()

    @property
    def result(self) -> Result | None:
        """The result as it stands in its file."""
        return self.figure.result if self.figure else None

    @property
    def missed(self) -> bool:
        """Whether the result is worse than its target."""
        return self.state.key in MISSED


@dataclass(frozen=True)
class IndicatorRatings:
    """The ratings of all indicators at a date, worked out when asked for."""

    figures: Figures
    as_at: date
    _known: dict[tuple[str, Period], IndicatorRating] = field(default_factory=dict)

    @cached_property
    def current(self) -> dict[str, IndicatorRating]:
        """Each indicator's rating for its current period, by id, in file order."""
        return {
            subject.id: self.rate(subject, self.current_period(subject))
            for subject in self.figures.workspace.of("indicator")
        }

    def current_period(self, subject: Subject) -> Period:
        """Return the latest period that has ended and for which a figure could exist by now.

        Where none has ended since collection began, it is the first period.
        """
        indicator: Indicator = subject.record
        period = self._holding(self.as_at, indicator).previous
        first = self.first_period(indicator)
        lag = timedelta(days=indicator.lag_days)
        while self._figure(subject, period) is None and self.as_at <= period.last + lag:
            period = period.previous
        return max(period, first) if first else period

    def _holding(self, day: date, indicator: Indicator) -> Period:
        return month_of(day, self.figures.year_start).within(MONTHS_IN[indicator.frequency])

    def first_period(self, indicator: Indicator) -> Period | None:
        """Return the first period an indicator is collected for: the one it says, else the first with target or result.

        None where nothing tells.
        """
        names = [indicator.since] if indicator.since else indicator.targets
        starts = [parse_period(name, self.figures.year_start).first for name in names]
        if not indicator.since:
            starts += [period.first for period in self.figures.results.get(indicator.id, {})]
        return self._holding(min(starts), indicator) if starts else None

    def periods(self, subject: Subject) -> Iterator[Period]:
        """Yield the periods of the indicator's own frequency from its first result to its current period."""
        length = MONTHS_IN[subject.record.frequency]
        own = [period for period in self.figures.results.get(subject.id, {}) if period.months == length]
        last = self.current_period(subject)
        period = min((*own, last))
        while period <= last:
            yield period
            period = period.next

    def history(self, subject: Subject) -> tuple[IndicatorRating, ...]:
        """Return the ratings of all periods so far, oldest first."""
        return tuple(self.rate(subject, period) for period in self.periods(subject))

    def rate(self, subject: Subject, period: Period) -> IndicatorRating:
        """Return the rating of one indicator for one period."""
        key = (subject.id, period)
        if key not in self._known:
            self._known[key] = self._rated(subject, period)
        return self._known[key]

    def value(self, subject: Subject, period: Period) -> Decimal | None:
        """Return the value of a period: the result given for it, else the year's figure by the stated aggregation."""
        figure = self._figure(subject, period)
        value = measured(subject.record, figure.result) if figure else None
        if value is not None or (figure and figure.result.missing):
            return value
        return self._year_value(subject, period) if period.months == MONTHS_IN["annual"] else None

    def _year_value(self, subject: Subject, year: Period) -> Decimal | None:
        """Return a year's figure from its parts, where it has parts and all of them are there."""
        length = MONTHS_IN[subject.record.frequency]
        parts = [self._figure(subject, part) for part in year.parts(length)]
        figures = [part.result for part in parts if part]
        if length == year.months or len(figures) < len(parts):
            return None
        return aggregate(subject.record, figures)

    def _rated(self, subject: Subject, period: Period) -> IndicatorRating:
        found = self._verdict(subject, period)
        forecast, forecast_verdict = self._forecast(subject, period)
        return IndicatorRating(
            subject,
            period,
            STATES[found.key],
            found.reason,
            self.figures.rule(subject),
            self.value(subject, period),
            self._figure(subject, period),
            self.figures.target(subject, period),
            self._direction(subject, period, period.previous),
            self._direction(subject, period, period.last_year),
            forecast,
            STATES[forecast_verdict.key] if forecast_verdict else None,
            forecast_verdict.reason if forecast_verdict else "",
            self._fired(subject, period),
        )

    def _figure(self, subject: Subject, period: Period) -> Figure | None:
        """Return the result for a period as far as it was known at the date."""
        figure = self.figures.results.get(subject.id, {}).get(period)
        return None if figure and figure.result.as_at and figure.result.as_at > self.as_at else figure

    def _verdict(self, subject: Subject, period: Period) -> Verdict:
        indicator: Indicator = subject.record
        figure = self._figure(subject, period)
        if over := ended(indicator, self.as_at):
            return Verdict("retired", over)
        if figure and figure.result.missing:
            return Verdict(figure.result.missing.replace(" ", "-"), figure.result.reason or "no reason is given")
        pause = self._pause(indicator, period)
        if pause:
            return Verdict(pause.state.replace(" ", "-"), pause.reason)
        value = self.value(subject, period)
        if value is None:
            return self._missing(subject, period)
        if indicator.polarity == "none":
            return Verdict("data-only", "kept for information; neither high nor low is good")
        target = self.figures.target(subject, period)
        if target:
            rule = self.figures.rule(subject)
            return verdict(value, target.target, indicator.polarity, rule, indicator.unit or "")
        if indicator.target_pending:
            return Verdict("target-pending", indicator.target_pending)
        year = "" if period == period.year else f" or {period.year}"
        return Verdict("no-target", f"no target is set for {period}{year}")

    def _pause(self, indicator: Indicator, period: Period) -> Pause | None:
        for pause in indicator.pauses:
            since = parse_period(pause.since, self.figures.year_start)
            until = parse_period(pause.until, self.figures.year_start) if pause.until else None
            if since.first <= period.first and (until is None or period.last <= until.last):
                return pause
        return None

    def _missing(self, subject: Subject, period: Period) -> Verdict:
        indicator: Indicator = subject.record
        if period.months > MONTHS_IN[indicator.frequency] and period.last < self.as_at:
            how = (
                f"worked out ({indicator.aggregation})" if indicator.aggregation else "worked out, as no way is stated"
            )
            return Verdict("not-collected", f"no figure for {period} is given, and from its parts none can be {how}")
        due = period.last + timedelta(days=indicator.lag_days)
        grace = indicator.grace_days
        days = self.figures.workspace.settings.rating.grace_days if grace is None else grace
        if self.as_at <= due:
            return Verdict("not-due", f"the figure for {period} is due after {due.isoformat()}")
        if self.as_at <= due + timedelta(days=days):
            last = due + timedelta(days=days)
            return Verdict("awaited", f"the figure for {period} may come until {last.isoformat()}")
        over = (self.as_at - due).days - days
        return Verdict("late", f"the figure for {period} is {number_of(over, 'day')} late")

    def _forecast(self, subject: Subject, period: Period) -> tuple[Decimal | None, Verdict | None]:
        """Rate the forecast of the year's end against the year's target."""
        indicator: Indicator = subject.record
        figure = self._figure(subject, period)
        forecast = figure.result.forecast if figure else None
        if forecast is None or indicator.polarity == "none":
            return forecast, None
        target = self.figures.target(subject, period.year)
        rule = self.figures.rule(subject)
        if target is None:
            return forecast, None
        return forecast, verdict(forecast, target.target, indicator.polarity, rule, indicator.unit or "")

    def _direction(self, subject: Subject, period: Period, earlier: Period) -> Direction | None:
        value, before = self.value(subject, period), self.value(subject, earlier)
        if value is None:
            return None
        if before is None:
            return Direction("no-previous", earlier)
        if subject.record.aggregation == "cumulative" and earlier.year != earlier and earlier == period.previous:
            return Direction("not-comparable", earlier, before)  # a running total only ever grows within its year
        now = Standing(value, self.figures.target(subject, period))
        then = Standing(before, self.figures.target(subject, earlier))
        dead_band = self.figures.workspace.settings.rating.dead_band.around(before)
        return Direction(movement(subject.record, now, then, dead_band), earlier, before)

    def _fired(self, subject: Subject, period: Period) -> tuple[str, ...]:
        """Return the trigger conditions that hold in this period and as many before it as the trigger asks."""
        trigger: Trigger = self.figures.trigger(subject).value
        if trigger.asks_for == "nothing" or self._verdict(subject, period).key not in RATED:
            return ()
        held = self._conditions(subject, period, trigger)
        for _earlier in range(1, trigger.periods):
            period = period.previous
            before = self._conditions(subject, period, trigger)
            held = [condition for condition in held if condition in before]
        more = f", {trigger.periods} periods running" if trigger.periods > 1 else ""
        return tuple(f"{condition}{more}" for condition in held)

    def _conditions(self, subject: Subject, period: Period, trigger: Trigger) -> list[str]:
        """Return the conditions of a trigger that hold in one period, in words."""
        found = self._verdict(subject, period)
        _, forecast = self._forecast(subject, period)
        holds = {
            "below target": found.key in MISSED,
            "forecast to miss": forecast is not None and forecast.key in MISSED,
            "red": found.key == "red",
            "red and worsening": found.key == "red" and self._worse(subject, period),
        }
        words = {"below target": "worse than target"}
        held = [words.get(condition, condition) for condition in trigger.when if holds[condition]]
        value = self.value(subject, period)
        if trigger.below is not None and value is not None:
            worse = value > trigger.below if subject.record.polarity == "lower" else value < trigger.below
            held += [f"beyond the trigger point {shown(trigger.below)}"] if worse else []
        return held

    def _worse(self, subject: Subject, period: Period) -> bool:
        direction = self._direction(subject, period, period.previous)
        return direction is not None and direction.key == "declined"
