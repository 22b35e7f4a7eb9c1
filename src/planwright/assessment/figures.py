"""Results, comparators and targets by indicator and period, each with where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from planwright.kinds.indicators import Indicator
from planwright.kinds.results import Comparator, Result, Results
from planwright.kinds.settings import MONTHS
from planwright.period import Period, parse_period, part_of
from planwright.quantity import exactly, total
from planwright.records.thread import Target
from planwright.wording import number_of
from planwright.workspace import Loaded, Spot, Subject, Workspace

from .collecting import LENGTHS, YEAR, collecting
from .ruling import RuleUsed, Ruling, Setting

_VALUES = ("value", "low", "high", "green", "amber", "floor")
_FORECAST = ("forecast", "forecast_by", "forecast_on", "forecast_note")


@dataclass(frozen=True, slots=True)
class Figure:
    """One result as it stands in a file."""

    indicator: str
    period: Period
    result: Result
    loaded: Loaded
    part: str

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.loaded.spot(("results", self.indicator, self.part))

    def known_at(self, day: date) -> "Figure | None":
        """Return the figure as it was known on a day: with the value of before a later correction; None before it was.

        A corrected value was not yet known to be wrong, so neither what was counted nor later corrections are kept; nor
        is a forecast or a judgement made later.
        """
        result = self.result
        if result.as_at and result.as_at > day:
            return None
        if not (result.restated or result.forecast_on or result.judgement):
            return self
        then: dict[str, object] = {}
        if later := [one for one in result.restated if one.on > day]:
            earlier = tuple(one for one in result.restated if one.on <= day)
            was = min(later, key=lambda one: one.on).was
            then |= {"value": was, "numerator": None, "denominator": None, "restated": earlier}
        if result.forecast_on and result.forecast_on > day:
            then |= dict.fromkeys(_FORECAST)
        if result.judgement and result.judgement.on > day:
            then["judgement"] = None
        return replace(self, result=result.model_copy(update=then))


@dataclass(frozen=True, slots=True)
class Peer:
    """What somebody else reached in a period, and where that stands."""

    comparator: Comparator
    period: Period
    spot: Spot


@dataclass(frozen=True, slots=True)
class TargetUsed:
    """The target that applies to a period: its values, where they stand, and how they were derived, if they were."""

    target: Target
    spot: Spot
    how: str = ""


@dataclass(frozen=True)
class Figures:
    """Everything measured and everything it is measured against, for one workspace."""

    workspace: Workspace
    _targets: dict[tuple[str, str], dict[Period, TargetUsed]] = field(default_factory=dict)

    @cached_property
    def year_start(self) -> int:
        """The month in which the council's year begins, 1 to 12."""
        return MONTHS.index(self.workspace.settings.year_start) + 1

    def start(self, indicator: Indicator) -> int:
        """Return the month in which an indicator's years begin, 1 to 12: the council's but for those with their own."""
        own = collecting(indicator)
        return self.year_start if own.own_year == "council" else own.start(self.workspace.settings)

    @cached_property
    def _ruling(self) -> Ruling:
        return Ruling(self.workspace)

    @cached_property
    def _read(self) -> tuple[dict[str, dict[Period, Figure]], list[tuple[Figure, Figure]], list[Figure]]:
        found: dict[str, dict[Period, Figure]] = {}
        repeated: list[tuple[Figure, Figure]] = []
        astray: list[Figure] = []
        for loaded, plan in self.workspace.plans(Results):
            periods: dict[tuple[int, str], Period | None] = {}
            for indicator, parts in plan.results.items():
                own = found.setdefault(str(indicator), {})
                start = self._start_of(indicator)
                for part, result in parts.items():
                    if (start, part) not in periods:
                        periods[start, part] = _part(plan.period, part, start)
                    period = periods[start, part]
                    if period is None:
                        year = parse_period(plan.period, start).year
                        astray.append(Figure(str(indicator), year, result, loaded, part))
                        continue
                    figure = Figure(str(indicator), period, result, loaded, part)
                    first = own.setdefault(period, figure)
                    if first is not figure:
                        repeated.append((first, figure))
        return found, repeated, astray

    def _start_of(self, indicator: str) -> int:
        subject = self.workspace.get(indicator, "indicator")
        return self.start(subject.record) if subject else self.year_start

    @property
    def results(self) -> Mapping[str, Mapping[Period, Figure]]:
        """The results by indicator and period; where a period is given twice, the first."""
        return self._read[0]

    @property
    def repeated(self) -> tuple[tuple[Figure, Figure], ...]:
        """Results given twice for one period: the first and the other."""
        return tuple(self._read[1])

    @property
    def astray(self) -> tuple[Figure, ...]:
        """Results for a month outside the year of their file."""
        return tuple(self._read[2])

    @cached_property
    def peers(self) -> Mapping[str, tuple[Peer, ...]]:
        """What others reached, by indicator, in file order; for the file's year where no period is named."""
        found: dict[str, list[Peer]] = {}
        for loaded, plan in self.workspace.plans(Results):
            for indicator, comparators in plan.comparators.items():
                start = self._start_of(indicator)
                for index, one in enumerate(comparators):
                    period = parse_period(one.period or plan.period, start)
                    spot = loaded.spot(("comparators", str(indicator), index))
                    found.setdefault(str(indicator), []).append(Peer(one, period, spot))
        return {indicator: tuple(peers) for indicator, peers in found.items()}

    def target(self, subject: Subject, period: Period, group: str = "") -> TargetUsed | None:
        """Return the target for a period: its own, else derived from its parts' or from that of the year it lies in.

        A sum's year target is shared out evenly over the year; a cumulative one grows evenly to the year's end; with
        basis profile nothing is shared out. `group` names an area or group, which may have targets of its own.
        """
        own = self._target(subject, period, group) if group else None
        return own or self._target(subject, period, "")

    def _stated(self, subject: Subject, group: str) -> dict[Period, TargetUsed]:
        """Return the targets that stand in the files, by period: the indicator's, or a group's own."""
        key = (subject.id, group)
        if key not in self._targets:
            indicator: Indicator = subject.record
            start, route = self.start(indicator), subject.spot.at("targets")
            stated = indicator.targets
            if group:
                stated = indicator.breakdown.targets.get(group, {}) if indicator.breakdown else {}
                route = subject.spot.at("breakdown", "targets", group)
            self._targets[key] = {
                parse_period(name, start): TargetUsed(target, route.at(name)) for name, target in stated.items()
            }
        return self._targets[key]

    def _target(self, subject: Subject, period: Period, group: str) -> TargetUsed | None:
        stated = self._stated(subject, group)
        if not stated:
            return None
        if own := stated.get(period):
            return own
        if gathered := _gathered(subject.record, period, stated):
            return gathered
        year = period.year
        whole = stated.get(year)
        if not whole or year == period or self.rule(subject).basis.value == "profile":
            return None
        return _shared(subject.record, period, whole)

    def rule(self, subject: Subject) -> RuleUsed:
        """Return the rating rule of an indicator: for each part its own, else its set's, else the settings'."""
        return self._ruling.rule(subject)

    def trigger(self, subject: Subject) -> Setting:
        """Return the trigger of an indicator (a `Trigger`): its own, its set's, the settings' or the default."""
        return self._ruling.trigger(subject)


def _part(year: str, part: str, start: int) -> Period | None:
    try:
        return part_of(parse_period(year, start).year, part)
    except ValueError:
        return None


def _shared(indicator: Indicator, period: Period, whole: TargetUsed) -> TargetUsed:
    """Return a year's target as it applies to a part of it: only sums and running totals have a share."""
    name = str(whole.spot.route[-1])
    if indicator.aggregation not in {"sum", "cumulative"}:
        return TargetUsed(whole.target, whole.spot, f"the target for {name}")
    if indicator.aggregation == "sum":
        share, how = period.months, f"{period.months} of 12 months of the target for {name}"
    else:
        start = period.year.first
        share = (period.last.year - start.year) * YEAR + period.last.month - start.month + 1
        how = f"the target for {name}, {share} of 12 months in"
    shared = {field: _share(value, share) for field in _VALUES if (value := getattr(whole.target, field)) is not None}
    return TargetUsed(whole.target.model_copy(update=shared), whole.spot, how)


@exactly
def _share(value: Decimal, months: int) -> Decimal:
    return value * months / YEAR


def _gathered(indicator: Indicator, period: Period, stated: Mapping[Period, TargetUsed]) -> TargetUsed | None:
    """Return the target of a longer period from those of all its parts, for sums and running totals; else None."""
    months = collecting(indicator).months
    if period.months <= months or indicator.aggregation not in {"sum", "cumulative"}:
        return None
    parts = [stated.get(part) for part in period.parts(months)]
    known = [part for part in parts if part and part.target.value is not None]
    if len(known) < len(parts):
        return None
    if indicator.aggregation == "cumulative":
        return TargetUsed(known[-1].target, known[-1].spot, f"the target for {known[-1].spot.route[-1]}")
    whole = total(part.target.value for part in known if part.target.value is not None)
    how = f"the sum of the targets for its {number_of(len(known), LENGTHS[months])}"
    return TargetUsed(Target.model_construct(value=whole), known[-1].spot, how)
