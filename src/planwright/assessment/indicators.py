"""The ratings of indicators: for any period the state that follows from the figures, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from planwright.kinds.indicators import Indicator
from planwright.period import Period, shifted
from planwright.quantity import grouped
from planwright.records.thread import Target
from planwright.wording import number_of
from planwright.workspace import Subject

from .aggregation import sums_counts
from .benchmarking import Field, field_of, lacking, placed
from .collecting import YEAR, collecting
from .ending import ended
from .figures import Figure, Figures
from .movement import Directions
from .periods import Periods
from .placing import Placed, Shown, Verdict, verdict
from .rating import Found, GroupRating, IndicatorRating
from .rounding import rounded
from .ruling import RuleUsed
from .scales import Scale, scales
from .states import State, states_of
from .triggers import fired
from .values import Values

_NO_WORSE = frozenset({"improved", "no-change", "at-maximum"})


@dataclass(frozen=True)
class IndicatorRatings:
    """The ratings of all indicators at a date, worked out when asked for."""

    figures: Figures
    as_at: date
    _known: dict[tuple[str, Period], IndicatorRating] = field(default_factory=dict)
    _scales: dict[tuple[object, ...], tuple[Scale, ...]] = field(default_factory=dict)

    @cached_property
    def states(self) -> Mapping[str, State]:
        """The council's states."""
        return states_of(self.figures.workspace.settings)

    @cached_property
    def values(self) -> Values:
        """All values as they were known at the date."""
        return Values(self.figures, self.as_at)

    @cached_property
    def directions(self) -> Directions:
        """Movement against earlier periods."""
        return Directions(self.values)

    @cached_property
    def calendar(self) -> Periods:
        """Which periods there are, and when each figure is due."""
        return Periods(self.values)

    @cached_property
    def current(self) -> dict[str, IndicatorRating]:
        """Each indicator's rating for its current period, by id, in file order."""
        return {
            subject.id: self.rate(subject, self.calendar.current(subject))
            for subject in self.figures.workspace.of("indicator")
        }

    def current_period(self, subject: Subject) -> Period:
        """Return the latest period that has ended and for which a figure could exist by now."""
        return self.calendar.current(subject)

    def first_period(self, indicator: Indicator) -> Period | None:
        """Return the first period an indicator is collected for; None where nothing tells."""
        return self.calendar.first(indicator)

    def history(self, subject: Subject) -> tuple[IndicatorRating, ...]:
        """Return the ratings of all periods so far, oldest first."""
        last = self.calendar.current(subject)
        return tuple(self.rate(subject, period) for period in self.calendar.until(subject, last))

    def late(self, subject: Subject) -> tuple[IndicatorRating, ...]:
        """Return the ratings of the last twelve months whose figures are late, oldest first.

        A later figure does not make up for a gap.
        """
        since = shifted(self.as_at, -YEAR)
        history = self.history(subject)
        return tuple(one for one in history if one.period.last >= since and one.state.key == "late")

    def days_late(self, rating: IndicatorRating) -> int:
        """Return how many days after the last day of grace the figure of a rating is still awaited."""
        return (self.as_at - self.calendar.due(rating.subject.record, rating.period)[1]).days

    def rate(self, subject: Subject, period: Period) -> IndicatorRating:
        """Return the rating of one indicator for one period."""
        key = (subject.id, period)
        rating = self._known.get(key)
        if rating is None:
            figure, rule = self.values.figure(subject, period), self.figures.rule(subject)
            value = self.values.value_of(subject, period, figure)
            basis = rule.basis.value
            found = self._verdict(subject, period, value, figure, rule)
            shown = "actual" if basis == "forecast" else basis
            rating = self._known[key] = IndicatorRating(subject, period, found, value, shown, self)
        return rating

    def earlier(self, rating: IndicatorRating) -> IndicatorRating:
        """Return the rating of the period collected before."""
        return self.rate(rating.subject, collecting(rating.subject.record).earlier(rating.period))

    def value(self, subject: Subject, period: Period) -> Decimal | None:
        """Return the value of a period: the one given, else the figure from its parts by the stated aggregation."""
        return self.values.value(subject, period)

    def figure(self, subject: Subject, period: Period) -> Figure | None:
        """Return the result given for a period as it was known at the date."""
        return self.values.figure(subject, period)

    def field(self, subject: Subject, period: Period) -> Field | None:
        """Return what others reached in a period, or in the latest year before; None where nobody's value is given."""
        return field_of(self.figures.peers.get(subject.id, ()), period, self.figures.rule(subject).place)

    def fired(self, rating: IndicatorRating) -> tuple[str, ...]:
        """Return the trigger conditions that hold, in words."""
        return fired(rating, self.figures.trigger(rating.subject).value)

    def _verdict(
        self, subject: Subject, period: Period, value: Decimal | None, figure: Figure | None, rule: RuleUsed
    ) -> Found:
        indicator: Indicator = subject.record
        if over := ended(indicator, self.as_at):
            return Verdict("retired", over)
        if figure and figure.result.missing:
            return Verdict(figure.result.missing.replace(" ", "-"), figure.result.reason or "no reason is given")
        if pause := self.calendar.pause(indicator, period):
            return Verdict(pause.state.replace(" ", "-"), pause.reason)
        written = figure is not None and figure.result.value is not None
        if rule.basis.value == "manual" and figure and indicator.polarity != "none":
            return self._judged(figure)
        if value is None:
            return self._missing(subject, period, figure)
        if indicator.polarity == "none":
            return Verdict("data-only", "kept for information; neither high nor low is good")
        if rule.basis.value == "benchmark":
            return self._among_others(subject, period, value, rule, written=written)
        target = self.figures.target(subject, period)
        if target:
            return self._against(subject, period, value, target.target, rule, written=written)
        if indicator.target_pending:
            return Verdict("target-pending", indicator.target_pending)
        year = "" if period == period.year else f" or {period.year}"
        return Verdict("no-target", f"no target is set for {period}{year}")

    def _judged(self, figure: Figure) -> Verdict:
        judged = figure.result.judgement
        if judged is None:
            return Verdict("not-judged", "its rating is a judgement, and nobody has given one yet")
        if judged.state in self.states and not self.states[judged.state].rated:
            return Verdict("not-judged", f"it was judged {judged.state}, which is no rating")
        if judged.state not in self.states:
            return Verdict("not-judged", f"it was judged {judged.state}, which is no state of this council")
        return Verdict(judged.state, f"{judged.reason.rstrip('.')} (judged by {judged.by}, {judged.on.isoformat()})")

    def _against(
        self,
        subject: Subject,
        period: Period,
        value: Decimal,
        target: Target,
        rule: RuleUsed,
        group: str = "",
        *,
        written: bool = True,
    ) -> Placed | Verdict:
        """Return how a value stands against a target; one that nobody has written is shown as short as tells it."""
        indicator: Indicator = subject.record
        unit, polarity = indicator.unit or "", indicator.polarity
        if rule.method.value == "direction":
            found = scales(target, polarity, rule, unit, self._outside(subject, period, value, rule, group))
        else:
            found = self._scales_of(target, polarity, rule, unit)
        if written:
            return verdict(value, found, polarity, unit, self.states)
        display = self.figures.workspace.settings.display
        return verdict(value, found, polarity, unit, self.states, shown=Shown(indicator.decimals, display))

    def _scales_of(self, target: Target, polarity: str, rule: RuleUsed, unit: str) -> tuple[Scale, ...]:
        """Return the scales of a target, made once for all results that are measured by the same one."""
        values = (target.value, target.low, target.high, target.green, target.amber, target.floor)
        key = (id(rule), polarity, unit, *values)  # rules are kept for as long as the figures are
        found = self._scales.get(key)
        if found is None:
            found = self._scales[key] = scales(target, polarity, rule, unit)
        return found

    def _outside(self, subject: Subject, period: Period, value: Decimal, rule: RuleUsed, group: str) -> tuple[str, str]:
        """Return, for a rule that reads direction, the state outside the tolerance, and why."""
        which = rule.against.value
        direction = self.directions.against(subject, period, which, value, group)
        if direction is None or direction.key in {"no-previous", "not-comparable"}:
            return "red", f"with nothing to compare with ({which})"
        no_worse = direction.key in _NO_WORSE
        return (
            ("amber", f"but no worse than {direction.period}")
            if no_worse
            else ("red", f"worse than {direction.period}")
        )

    def _among_others(
        self, subject: Subject, period: Period, value: Decimal, rule: RuleUsed, *, written: bool
    ) -> Found:
        indicator: Indicator = subject.record
        found, place = self.field(subject, period), rule.place
        if found is None:
            return Verdict("no-benchmark", lacking(indicator, None, place))
        target = self.figures.target(subject, period)
        if place.by != "average":
            display = self.figures.workspace.settings.display
            shown = grouped(value) if written else f"{rounded(value, indicator.decimals, display):,f}"
            return placed(value, indicator, target.target if target else None, found, place, shown)
        if found.average is None or indicator.polarity == "range":
            return Verdict("no-benchmark", lacking(indicator, found, place))
        stands = self._against(
            subject, period, value, Target.model_construct(value=found.average), rule, written=written
        )
        if isinstance(stands, Verdict):
            return stands
        who = f"the published average of {found.quoted}" if found.published else f"{found.named}, on average"
        about = f"; the target is that of {who}, {found.when}"
        display = self.figures.workspace.settings.display
        return replace(stands, about=about, average=Shown(indicator.decimals, display))

    def _missing(self, subject: Subject, period: Period, figure: Figure | None) -> Verdict:
        indicator: Indicator = subject.record
        counted = figure.result if figure and figure.result.numerator is not None else None
        if counted and (counted.denominator is not None or sums_counts(indicator)):
            if counted.denominator == 0:
                return Verdict("not-applicable", f"nothing was to be counted in {period}: the denominator is 0")
            window = f"the {indicator.window_months} months up to the end of {period}"
            return Verdict("not-collected", f"not all results for {window} are given")
        if period.months > collecting(indicator).months and period.last < self.as_at:
            how = (
                f"worked out ({indicator.aggregation})" if indicator.aggregation else "worked out, as no way is stated"
            )
            return Verdict("not-collected", f"no figure for {period} is given, and from its parts none can be {how}")
        if not self.calendar.collects(indicator, period):
            often = self.calendar.how_often(indicator)
            return Verdict("not-applicable", f"it is collected {often}, so {period} has no figure")
        possible, last = self.calendar.due(indicator, period)
        if self.as_at <= possible:
            return Verdict("not-due", f"the figure for {period} is due after {possible.isoformat()}")
        if self.as_at <= last:
            return Verdict("awaited", f"the figure for {period} may come until {last.isoformat()}")
        return Verdict("late", f"the figure for {period} is {number_of((self.as_at - last).days, 'day')} late")

    def forecast(self, rating: IndicatorRating) -> Found | None:
        """Rate the forecast of the year's end against the year's target; None where one of them is missing."""
        subject, year = rating.subject, rating.period.year
        target = self.figures.target(subject, year)
        if rating.forecast is None or target is None or subject.record.polarity == "none":
            return None
        return self._against(subject, year, rating.forecast, target.target, rating.rule)

    def groups(self, rating: IndicatorRating) -> tuple[GroupRating, ...]:
        """Return how an indicator's areas or groups stand, each against its own target or the indicator's."""
        breakdown = rating.subject.record.breakdown
        return tuple(self._group(rating, name) for name in breakdown.groups) if breakdown else ()

    def _group(self, rating: IndicatorRating, name: str) -> GroupRating:
        subject, period, indicator = rating.subject, rating.period, rating.subject.record
        value = self.values.value(subject, period, name)
        target = self.figures.target(subject, period, name)
        if value is None:
            found: Found = Verdict("not-collected", f"no figure for {name} is given")
        elif indicator.polarity == "none":
            found = Verdict("data-only", "kept for information; neither high nor low is good")
        elif target is None:
            found = Verdict("no-target", f"no target is set for {period}")
        else:
            part = rating.result.groups.get(name) if rating.result else None
            written = part is not None and part.value is not None
            found = self._against(subject, period, value, target.target, rating.rule, name, written=written)
        return GroupRating(name, value, target, self.states[found.key], found.reason)
