"""The workspace at a date: ratings, what is overdue, what has been triggered, and counts rolled up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from planwright.kinds.indicators import Indicators
from planwright.kinds.risk_log import RiskLog
from planwright.period import Period, month_of
from planwright.workspace import Subject, Workspace

from .ending import ended
from .figures import Figures
from .indicators import IndicatorRatings
from .movement import Direction
from .pips import PipRating, rate_pip
from .rating import GroupRating, IndicatorRating
from .risks import RiskRating, rate_risk
from .rollup import Counts, count
from .states import MISSED, STATES, Colour, State
from .thread import Thread
from .work import WorkRating, rate_work

__all__ = [
    "MISSED",
    "STATES",
    "Assessment",
    "Colour",
    "Counts",
    "Direction",
    "GroupRating",
    "IndicatorRating",
    "PipRating",
    "RiskRating",
    "State",
    "WorkRating",
    "assess",
    "count",
]


@dataclass(frozen=True)
class Assessment:
    """A workspace at a date; everything in it is worked out when first asked for."""

    workspace: Workspace
    as_at: date
    _services: dict[str, str] = field(default_factory=dict)

    @cached_property
    def figures(self) -> Figures:
        """Results, targets and rating rules."""
        return Figures(self.workspace)

    @cached_property
    def ratings(self) -> IndicatorRatings:
        """Ratings of indicators for any period."""
        return IndicatorRatings(self.figures, self.as_at)

    @property
    def states(self) -> Mapping[str, State]:
        """The council's states by key, in the order papers list them."""
        return self.ratings.states

    @property
    def indicators(self) -> dict[str, IndicatorRating]:
        """Each indicator's rating for its current period, by id."""
        return self.ratings.current

    @cached_property
    def work(self) -> tuple[WorkRating, ...]:
        """The ratings of all actions, each followed by its milestones."""
        rules = self.workspace.settings.dates
        return tuple(
            rating
            for subject in self.workspace.of("action")
            for rating in rate_work(subject, self.as_at, rules, self.states)
        )

    @cached_property
    def risks(self) -> dict[str, RiskRating]:
        """The ratings of all risks, by id."""
        scales = self.workspace.settings.risks
        return {
            subject.id: rate_risk(subject, scales, self.as_at, self.states) for subject in self.workspace.of("risk")
        }

    @cached_property
    def pips(self) -> dict[str, PipRating]:
        """How the improvement plans that had been opened by the date stand, by id."""
        opened = (one for one in self.workspace.of("pip") if one.record.opened <= self.as_at)
        return {subject.id: self.pip(subject) for subject in opened}

    def pip(self, subject: Subject) -> PipRating:
        """Return how an improvement plan stands, be it that it is still to be opened."""
        return rate_pip(subject, self.workspace, self.as_at, self.states)

    @cached_property
    def thread(self) -> Thread:
        """The golden thread."""
        return Thread(self.workspace, self.as_at)

    @property
    def year(self) -> Period:
        """The council year in which the date falls."""
        return month_of(self.as_at, self.figures.year_start).year

    def pips_of(self, indicator: str) -> tuple[PipRating, ...]:
        """Return the improvement plans for an indicator, in file order."""
        return self._pips_by_indicator.get(indicator, ())

    @cached_property
    def _pips_by_indicator(self) -> dict[str, tuple[PipRating, ...]]:
        found: dict[str, list[PipRating]] = {}
        for rating in self.pips.values():
            found.setdefault(str(rating.subject.record.indicator), []).append(rating)
        return {indicator: tuple(ratings) for indicator, ratings in found.items()}

    def gone(self, subject: Subject) -> bool:
        """Whether an item had been retired, or merged into another, by the date."""
        return bool(ended(subject.record, self.as_at))

    def service(self, subject: Subject) -> str:
        """Return the id of the service an item belongs to; empty where it belongs to none."""
        if subject.id not in self._services:
            self._services[subject.id] = self._service(subject)
        return self._services[subject.id]

    def _service(self, subject: Subject) -> str:
        """Return the nearest service named by the item, by what it stands in, or by what it is about."""
        if subject.thing == "service":
            return subject.id
        one: Subject | None = subject
        while one:
            if own := getattr(one.record, "service", None):
                return str(own)
            for name in ("team", "post", "indicator"):
                other = self.workspace.get(getattr(one.record, name, None))
                if other and other is not subject:
                    return self.service(other)
            one = one.parent
        plan = self.workspace.record(subject.spot.file)
        named = plan.service if isinstance(plan, Indicators | RiskLog) else None
        return str(named or "")


def assess(workspace: Workspace, as_at: date) -> Assessment:
    """Return the workspace as it stands at a date. Nothing is raised: what cannot be rated says why."""
    return Assessment(workspace, as_at)
