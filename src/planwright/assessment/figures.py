"""Results by indicator and period, and the targets and rating rules that apply to them, each with where it was set."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from planwright.document import SETTINGS_FILE
from planwright.kinds.indicators import Indicator, Indicators
from planwright.kinds.results import Result, Results
from planwright.kinds.settings import MONTHS
from planwright.period import Period, parse_period, part_of
from planwright.records.rating import RatingRule, Trigger
from planwright.records.scalars import Tolerance
from planwright.records.thread import Target
from planwright.workspace import Spot, Subject, Workspace

MONTHS_IN = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "annual": 12}
DEFAULT_TRIGGER = Trigger.model_validate({"when": ["below target", "forecast to miss"]})


@dataclass(frozen=True, slots=True)
class Figure:
    """One result as it stands in a file."""

    indicator: str
    period: Period
    result: Result
    spot: Spot


@dataclass(frozen=True, slots=True)
class TargetUsed:
    """The target that applies to a period: its values, where they stand, and how they were derived from a year's."""

    target: Target
    spot: Spot
    how: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """One part of a rating rule: its value, who set it (`indicator`, `set`, `settings`, `default`) and where."""

    value: Any
    level: str
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class RuleUsed:
    """The rating rule of an indicator, each part with where it was set."""

    method: Setting
    tolerance: Setting
    boundary: Setting

    @property
    def band(self) -> Tolerance:
        """The tolerance itself."""
        tolerance: Tolerance = self.tolerance.value
        return tolerance

    @property
    def edge_is_amber(self) -> bool:
        """Whether a result exactly on the edge of the band is still amber."""
        return bool(self.boundary.value == "inside")


@dataclass(frozen=True)
class Figures:
    """Everything measured and everything it is measured against, for one workspace."""

    workspace: Workspace

    @cached_property
    def year_start(self) -> int:
        """The month in which the council's year begins, 1 to 12."""
        return MONTHS.index(self.workspace.settings.year_start) + 1

    @cached_property
    def _read(self) -> tuple[dict[str, dict[Period, Figure]], list[tuple[Figure, Figure]], list[Figure]]:
        found: dict[str, dict[Period, Figure]] = {}
        repeated: list[tuple[Figure, Figure]] = []
        astray: list[Figure] = []
        for loaded, plan in self.workspace.plans(Results):
            year = parse_period(plan.period, self.year_start).year
            for indicator, parts in plan.results.items():
                for part, result in parts.items():
                    spot = loaded.spot(("results", str(indicator), part))
                    try:
                        period = part_of(year, part)
                    except ValueError:
                        astray.append(Figure(indicator, year, result, spot))
                        continue
                    figure = Figure(str(indicator), period, result, spot)
                    first = found.setdefault(str(indicator), {}).setdefault(period, figure)
                    if first is not figure:
                        repeated.append((first, figure))
        return found, repeated, astray

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

    def target(self, subject: Subject, period: Period) -> TargetUsed | None:
        """Return the target for a period: its own, else derived from the target of the year it lies in.

        A sum's year target is shared out evenly over the year; a cumulative one grows evenly to the year's end.
        """
        indicator: Indicator = subject.record
        by_period = {parse_period(name, self.year_start): (name, target) for name, target in indicator.targets.items()}
        own = by_period.get(period)
        if own:
            return TargetUsed(own[1], subject.spot.at("targets", own[0]))
        whole = by_period.get(period.year)
        if not whole:
            return None
        name, target = whole
        spot = subject.spot.at("targets", name)
        if indicator.aggregation not in {"sum", "cumulative"} or period.months == period.year.months:
            return TargetUsed(target, spot, f"the target for {name}")
        if indicator.aggregation == "sum":
            share, how = period.months, f"{period.months} of 12 months of the target for {name}"
        else:
            share = (period.last.year - period.year.first.year) * 12 + period.last.month - period.year.first.month + 1
            how = f"the target for {name}, {share} of 12 months in"
        shared = {
            field: value * share / 12
            for field in ("value", "low", "high", "green", "amber", "floor")
            if (value := getattr(target, field)) is not None
        }
        return TargetUsed(target.model_copy(update=shared), spot, how)

    def rule(self, subject: Subject) -> RuleUsed:
        """Return the rating rule of an indicator: its own, else its set's, else the settings'."""
        return RuleUsed(*(self._setting(subject, name) for name in ("method", "tolerance", "boundary")))

    def _setting(self, subject: Subject, name: str) -> Setting:
        own: RatingRule | None = subject.record.rating
        if own is not None and getattr(own, name) is not None:
            return Setting(getattr(own, name), "indicator", subject.spot.at("rating", name))
        plan = self.workspace.record(subject.spot.file)
        if isinstance(plan, Indicators) and plan.rating is not None and getattr(plan.rating, name) is not None:
            return Setting(getattr(plan.rating, name), "set", Spot(subject.spot.file, ("rating", name)))
        spot = Spot(SETTINGS_FILE, ("rating", name))
        document = self.workspace.documents.get(SETTINGS_FILE)
        stated = document is not None and document.has(spot.route)
        value = getattr(self.workspace.settings.rating, name)
        return Setting(value, "settings", spot) if stated else Setting(value, "default")

    def trigger(self, subject: Subject) -> Setting:
        """Return the trigger of an indicator (a `Trigger`): its own, its set's, the settings' or the default."""
        if subject.record.trigger is not None:
            return Setting(subject.record.trigger, "indicator", subject.spot.at("trigger"))
        plan = self.workspace.record(subject.spot.file)
        if isinstance(plan, Indicators) and plan.trigger is not None:
            return Setting(plan.trigger, "set", Spot(subject.spot.file, ("trigger",)))
        if self.workspace.settings.pips.trigger is not None:
            return Setting(self.workspace.settings.pips.trigger, "settings", Spot(SETTINGS_FILE, ("pips", "trigger")))
        return Setting(DEFAULT_TRIGGER, "default")
