"""The balance of what is measured: whose view, what is measured, money or not, how far ahead, how many."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, get_args

from planwright.kinds.indicators import Indicator
from planwright.period import parse_period, shifted
from planwright.workspace import Subject

from .health_items import Load, Mix, Scope

_PERSPECTIVES = ("customer", "citizen", "employee", "partner", "management", "finance")
_TYPES = ("input", "output", "outcome")
_SCOPES = ("corporate", "service", "national", "management", "context")
_Horizon = Literal["within a year", "one to three years", "more than three years"]
_HORIZONS: tuple[str, ...] = get_args(_Horizon)
_LONG = 36  # months: the guidance calls three to five years long term
_SHORT = 12


def balance(scope: Scope) -> tuple[Mix, ...]:
    """Return the mixes of a scope's live indicators and targets."""
    indicators = scope.of("indicator")
    records: list[Indicator] = [one.record for one in indicators]
    reach = _reach(scope, indicators)
    return (
        _mix("perspective", "Whose view indicators take", _PERSPECTIVES, (one.perspective for one in records)),
        _mix("type", "What indicators measure", _TYPES, (one.type for one in records)),
        _mix("money", "Financial and other indicators", ("financial", "other"), map(_money, records)),
        _mix("scope", "At which level indicators are used", _SCOPES, (one.scope for one in records)),
        _mix("indicator-targets", "How far ahead indicators' targets reach", _HORIZONS, reach, "no target to come"),
        _mix("smart-targets", "How far ahead objectives' targets reach", _HORIZONS, _dates(scope), "no date", "target"),
    )


def loads(scope: Scope) -> tuple[Load, ...]:
    """Return how many indicators each service watches, in file order; services without any are left out."""
    most = scope.assessment.workspace.settings.plans.indicators_at_most
    counts = Counter(scope.assessment.service(one) for one in scope.of("indicator"))
    return tuple(Load(one, counts[one.id], most) for one in scope.of("service") if counts[one.id])


def _mix(
    key: str,
    title: str,
    words: tuple[str, ...],
    found: Iterable[str | None],
    otherwise: str = "not said",
    about: str = "indicator",
) -> Mix:
    counts = Counter(found)
    return Mix(key, title, about, tuple((word, counts[word]) for word in words), otherwise, counts[None])


def _money(indicator: Indicator) -> str:
    return "financial" if indicator.perspective == "finance" or indicator.unit == "£" else "other"


def _reach(scope: Scope, indicators: Iterable[Subject]) -> Iterator[str | None]:
    """Yield how far ahead each indicator that is to reach something has a target; None for one without any to come."""
    for one in indicators:
        if one.record.polarity != "none":
            start = scope.assessment.figures.start(one.record)
            last = max((parse_period(name, start).last for name in one.record.targets), default=None)
            yield _horizon(scope, last) if last and last >= scope.assessment.as_at else None


def _dates(scope: Scope) -> Iterator[str | None]:
    """Yield how far ahead each target of an objective reaches; None for one without a date."""
    for objective in scope.of("objective"):
        for target in objective.record.targets:
            if target.by is None or target.by >= scope.assessment.as_at:
                yield _horizon(scope, target.by) if target.by else None


def _horizon(scope: Scope, day: date) -> _Horizon:
    """Return in how many years of the council's a day lies, counted from the beginning of the one that is running."""
    begin = scope.assessment.year.first
    if day < shifted(begin, _SHORT):
        return "within a year"
    return "one to three years" if day < shifted(begin, _LONG) else "more than three years"
