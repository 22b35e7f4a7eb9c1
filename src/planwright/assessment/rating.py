"""The rating of an indicator in a period: its state, why, and the figures behind it, worked out when asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Protocol

from planwright.kinds.results import Judgement, Result
from planwright.period import Period
from planwright.workspace import Subject

from .benchmarking import Field
from .figures import Figure, Figures, TargetUsed
from .movement import Direction, Directions
from .placing import Placed, Verdict
from .ruling import RuleUsed
from .scales import UNUSABLE, Scale
from .states import MISSED, State

Found = Placed | Verdict


@dataclass(frozen=True, slots=True)
class GroupRating:
    """How one area or group stands: what was rated, against which target, its state and why; None where no value is."""

    name: str
    value: Decimal | None
    target: TargetUsed | None
    state: State
    reason: str


class Engine(Protocol):
    """What a rating asks for when one of its parts is wanted."""

    @property
    def figures(self) -> Figures:
        """Results, targets and rules."""

    @property
    def directions(self) -> Directions:
        """Movement against earlier periods."""

    @property
    def states(self) -> Mapping[str, State]:
        """The council's states."""

    def figure(self, subject: Subject, period: Period) -> Figure | None:
        """Return the result given for a period."""

    def earlier(self, rating: "IndicatorRating") -> "IndicatorRating":
        """Return the rating of the period collected before."""

    def forecast(self, rating: "IndicatorRating") -> Found | None:
        """Return how the forecast of the year's end stands; None where there is none or nothing to rate it by."""

    def groups(self, rating: "IndicatorRating") -> tuple[GroupRating, ...]:
        """Return how the areas or groups stand."""

    def field(self, subject: Subject, period: Period) -> Field | None:
        """Return what others reached."""

    def fired(self, rating: "IndicatorRating") -> tuple[str, ...]:
        """Return the trigger conditions that hold."""


@dataclass(frozen=True, eq=False)
class IndicatorRating:
    """How an indicator stands in a period.

    `value` is what was rated, None where there is none; `basis` is what it was rated by: actual, profile, benchmark or
    manual.
    """

    subject: Subject
    period: Period
    verdict: Found
    value: Decimal | None
    basis: str
    engine: Engine

    @property
    def state(self) -> State:
        """The state."""
        return self.engine.states[self.verdict.key]

    @property
    def reason(self) -> str:
        """How the state follows, as a sentence without its full stop."""
        return self.verdict.reason

    @property
    def rule(self) -> RuleUsed:
        """The rating rule that applied."""
        return self.engine.figures.rule(self.subject)

    @property
    def figure(self) -> Figure | None:
        """The result it came from; None where it was worked out from its parts or there is none."""
        return self.engine.figure(self.subject, self.period)

    @property
    def result(self) -> Result | None:
        """The result as it stands in its file."""
        return self.figure.result if self.figure else None

    @property
    def judgement(self) -> Judgement | None:
        """A person's own rating, where one is given."""
        return self.result.judgement if self.result else None

    @property
    def target(self) -> TargetUsed | None:
        """The target that applied; None where there is none."""
        return self.engine.figures.target(self.subject, self.period)

    @property
    def scale(self) -> Scale | None:
        """The scale the value stands on; None where no scale decided."""
        return self.verdict.scale if isinstance(self.verdict, Placed) else None

    @property
    def placed(self) -> bool:
        """Whether a value was compared with anything, be it that no state came of it."""
        return self.state.rated or self.verdict.key == UNUSABLE

    @property
    def missed(self) -> bool:
        """Whether the result is worse than its target."""
        return self.placed and (self.state.colour in MISSED or self.verdict.key == UNUSABLE)

    @cached_property
    def previous(self) -> Direction | None:
        """Movement against the period before."""
        return self._direction("previous")

    @cached_property
    def last_year(self) -> Direction | None:
        """Movement against the same period last year."""
        return self._direction("last year")

    @cached_property
    def last_year_end(self) -> Direction | None:
        """Movement against the end of last year."""
        return self._direction("last year end")

    @cached_property
    def baseline(self) -> Direction | None:
        """Movement against where the indicator started."""
        return self._direction("baseline")

    def _direction(self, which: str) -> Direction | None:
        return self.engine.directions.against(self.subject, self.period, which, self.value)

    @property
    def forecast(self) -> Decimal | None:
        """The value expected at the end of the year."""
        return self.result.forecast if self.result else None

    @cached_property
    def _forecast(self) -> Found | None:
        return self.engine.forecast(self)

    @property
    def forecast_state(self) -> State | None:
        """How the forecast stands against the year's target."""
        return self.engine.states[self._forecast.key] if self._forecast else None

    @property
    def forecast_reason(self) -> str:
        """How the forecast's state follows; empty where there is none."""
        return self._forecast.reason if self._forecast else ""

    @property
    def forecast_missed(self) -> bool:
        """Whether the year is expected to end worse than its target."""
        state = self.forecast_state
        return state is not None and (state.key == UNUSABLE or (state.rated and state.colour in MISSED))

    @cached_property
    def fired(self) -> tuple[str, ...]:
        """The trigger conditions that hold, in words; empty where none does."""
        return self.engine.fired(self)

    @cached_property
    def groups(self) -> tuple[GroupRating, ...]:
        """How its areas or groups stand, in the order the indicator names them."""
        return self.engine.groups(self)

    @property
    def field(self) -> Field | None:
        """What others reached in the period, or in the latest year before; None where nobody's value is given."""
        return self.engine.field(self.subject, self.period)

    @property
    def earlier(self) -> "IndicatorRating":
        """The rating of the period collected before."""
        return self.engine.earlier(self)
