"""The rating rule and the trigger of an indicator, each part with the level that set it and where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from planwright.document import SETTINGS_FILE
from planwright.kinds.indicators import Indicators
from planwright.records.rating import PRESETS, Benchmark, Boundary, RatingRule, Trigger
from planwright.records.scalars import Tolerance
from planwright.workspace import Spot, Subject, Workspace

DEFAULT_TRIGGER = Trigger.model_validate({"when": ["below target", "forecast to miss"]})
_PARTS = (
    "basis", "method", "tolerance", "slack", "far", "steps", "boundary", "against", "benchmark", "dead_band",
)  # fmt: skip
_OURS = {
    "basis": "actual", "method": "tolerance", "tolerance": "10%", "boundary": "inside", "against": "last year",
    "benchmark": {}, "dead_band": "0 points", "steps": [],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """One part of a rating rule: its value, who set it (`indicator`, `set`, `settings`, `default`) and where.

    `preset` names the ready rule it came with, empty where it was written out.
    """

    value: Any
    level: str
    spot: Spot | None = None
    preset: str = ""


@dataclass(frozen=True, slots=True)
class RuleUsed:
    """The rating rule of an indicator, each part with where it was set."""

    basis: Setting
    method: Setting
    tolerance: Setting
    slack: Setting
    far: Setting
    steps: Setting
    boundary: Setting
    against: Setting
    benchmark: Setting
    dead_band: Setting

    @property
    def band(self) -> Tolerance:
        """The tolerance itself."""
        tolerance: Tolerance = self.tolerance.value
        return tolerance

    @property
    def edge_nearer(self) -> bool:
        """Whether a result exactly on an edge belongs to the state nearer the target."""
        boundary: Boundary = self.boundary.value
        return boundary == "inside"

    @property
    def place(self) -> Benchmark:
        """How a result is placed among others."""
        benchmark: Benchmark = self.benchmark.value
        return benchmark


@dataclass(frozen=True, slots=True)
class _Level:
    """A rating rule somebody wrote, at one level, and where it stands."""

    name: str
    rule: RatingRule
    spot: Spot

    def setting(self, part: str) -> Setting | None:
        """Return what the level says of a part, itself or through its preset; None where it says nothing."""
        own = getattr(self.rule, part)
        if own is not None:
            return Setting(own, self.name, self.spot.at(part))
        preset = self.rule.preset
        if preset is None or part not in PRESETS[preset]:
            return None
        return Setting(getattr(_READY[preset], part), self.name, self.spot.at("preset"), preset)


_READY = MappingProxyType({name: RatingRule.model_validate(dict(parts)) for name, parts in PRESETS.items()})
_DEFAULT = RatingRule.model_validate(_OURS)


@dataclass(frozen=True)
class Ruling:
    """The rating rules and triggers of a workspace."""

    workspace: Workspace
    _shared: dict[str, RuleUsed] = field(default_factory=dict)
    _own: dict[str, RuleUsed] = field(default_factory=dict)

    def rule(self, subject: Subject) -> RuleUsed:
        """Return the rating rule of an indicator: for each part its own, else its set's, the settings' or ours."""
        if subject.record.rating is None:
            if subject.spot.file not in self._shared:
                self._shared[subject.spot.file] = self._rule(subject)
            return self._shared[subject.spot.file]
        if subject.id not in self._own:
            self._own[subject.id] = self._rule(subject)
        return self._own[subject.id]

    def _rule(self, subject: Subject) -> RuleUsed:
        levels = tuple(self._levels(subject))
        found: Mapping[str, Setting] = {
            part: next(
                (setting for level in levels if (setting := level.setting(part))),
                Setting(getattr(_DEFAULT, part), "default"),
            )
            for part in _PARTS
        }
        return RuleUsed(**found)

    def _levels(self, subject: Subject) -> Iterator[_Level]:
        """Yield the rules that apply to an indicator, the nearest first."""
        if subject.record.rating is not None:
            yield _Level("indicator", subject.record.rating, subject.spot.at("rating"))
        plan = self.workspace.record(subject.spot.file)
        if isinstance(plan, Indicators) and plan.rating is not None:
            yield _Level("set", plan.rating, Spot(subject.spot.file, ("rating",)))
        yield _Level("settings", self.workspace.settings.rating, Spot(SETTINGS_FILE, ("rating",)))

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
