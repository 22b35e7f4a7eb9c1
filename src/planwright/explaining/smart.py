"""A SMART target in a sentence with its figures: what it asks for, what is reached, what is needed."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from planwright.assessment.rounding import decimals_beside, rounded
from planwright.assessment.smart import (
    BEHIND,
    MET,
    MISSED,
    NOT_DUE,
    NOT_KNOWN,
    ON_COURSE,
    REDUCING,
    STAYING,
    SmartStanding,
)
from planwright.kinds.settings import Display
from planwright.quantity import exactly, grouped, is_per_cent, said, with_unit

from .printed import is_short

COLOURS: Mapping[str, str] = MappingProxyType(
    {MET: "green", ON_COURSE: "green", BEHIND: "amber", MISSED: "red", NOT_DUE: "grey", NOT_KNOWN: "grey"}
)
_STAYS = {"stay below": "or below", "stay above": "or above", "maintain": "or better"}


def goal(standing: SmartStanding) -> str:
    """Return what a target asks for: `cut by 50% from 4,120 tonnes by 2029-03-31`; empty where it gives no figure."""
    target = standing.target
    asked = _reduction(standing) if target.kind in REDUCING else _level(standing)
    if not asked:
        return ""
    each = " each year" if target.each_year else ""
    lasts = target.kind in STAYING or target.each_year
    by = f" {'until' if lasts else 'by'} {target.by.isoformat()}" if target.by else ""
    since = f", counted from {target.since}" if target.since else ""
    return f"{asked}{each}{by}{since}"


def _reduction(standing: SmartStanding) -> str:
    target, unit = standing.target, _unit(standing)
    if target.value is None:
        return ""
    of = f"{grouped(target.value)}%" if target.kind == "reduce by percent" else _amount(target.value, unit)
    start = target.baseline if target.baseline is not None or target.each_year else standing.start
    compared = f" (compared with {target.comparator})" if target.comparator else ""
    return f"cut by {of}" + (f" from {said(start, unit)}" if start is not None else "") + compared


def _amount(value: Decimal, unit: str) -> str:
    """Return by how much a figure changes; per cent change by points."""
    return f"{grouped(value)} {'point' if value == 1 else 'points'}" if is_per_cent(unit) else said(value, unit)


def _level(standing: SmartStanding) -> str:
    target, unit = standing.target, _unit(standing)
    level, start = _level_asked(standing), target.baseline
    if level is not None and target.kind == "reach":
        compared = f" (compared with {target.comparator})" if target.comparator else ""
        return f"reach {said(level, unit)}" + (f" from {said(start, unit)}" if start is not None else "") + compared
    notes = [f"{said(start, unit)} at the start"] if start is not None and start != level else []
    if _of_others(standing):
        verb = {"reach": "reach the figure of", "maintain": "keep to the figure of"}.get(target.kind, target.kind)
        asked = f"{verb} {target.comparator}"
        notes += [f"{said(target.value, unit)} when it was set"] if target.value is not None else []
    elif level is not None:
        asked = f"stay at {said(level, unit)} {_STAYS[target.kind]}"
        notes += [f"compared with {target.comparator}"] if target.comparator else []
    else:
        return ""
    return f"{asked} ({'; '.join(notes)})" if notes else asked


def _of_others(standing: SmartStanding) -> bool:
    """Whether a target asks for somebody else's figure: where it gives none itself, or is to stay off theirs."""
    target = standing.target
    return bool(target.comparator) and (target.value is None or target.kind in {"stay below", "stay above"})


def _level_asked(standing: SmartStanding) -> Decimal | None:
    """Return the figure a target gives; for one to be kept without a figure, where it starts."""
    target = standing.target
    if target.value is None and target.kind == "maintain" and not target.comparator:
        return standing.start
    return target.value


def progress(standing: SmartStanding, display: Display) -> str:
    """Return what is reached and what is needed: `3,010 tonnes in 2025-26, 26.9% down; 2,060 tonnes needed`.

    Figures that were worked out are rounded as papers are, on their side of each other.
    """
    reached, limit = standing.reached, standing.limit
    if reached is None or limit is None:
        now = f"{said(reached.value, _unit(standing))} in {reached.period}; " if reached else ""
        return f"{now}{standing.lacking}"
    decimals = _decimals(standing, display)
    unit = _unit(standing)

    def figure(value: Decimal) -> str:
        if is_short(value, decimals):
            return said(value, unit)
        return with_unit(rounded(value, decimals, display), unit)

    parts = [
        f"{figure(reached.value)} {_when(standing)}{_down(standing, display)}",
        _needed(standing, figure(limit.value)),
    ]
    if standing.expected is not None:
        parts.append(f"on a straight line {figure(standing.expected)} by then")
    return "; ".join(parts)


def _when(standing: SmartStanding) -> str:
    reached, target = standing.reached, standing.target
    period = reached.period if reached else ""
    together = target.since and standing.start == 0 and not target.each_year
    return f"up to the end of {period}" if together else f"in {period}"


def _needed(standing: SmartStanding, needed: str) -> str:
    limit = standing.limit
    if limit and limit.whose:
        return f"{limit.whose} {needed} ({limit.when})"
    return f"{needed} needed"


def _down(standing: SmartStanding, display: Display) -> str:
    """Return by how much a figure that is to be cut has moved from where it started; empty for other targets."""
    reached, start = standing.reached, standing.start
    if standing.target.kind not in REDUCING or reached is None or start is None:
        return ""
    if standing.target.kind == "reduce by percent":
        moved = _share(start, reached.value)
        return "" if moved is None else _way(moved, f"{rounded(abs(moved), 1, display).normalize():,f}%", standing)
    moved = start - reached.value
    return _way(moved, _amount(abs(moved), _unit(standing)), standing)


def _way(moved: Decimal, by: str, standing: SmartStanding) -> str:
    on = " on the year before" if standing.target.each_year else ""
    if not moved:
        return f", no change{on}"
    return f", {by} {'down' if moved > 0 else 'up'}{on}"


@exactly
def _share(start: Decimal, value: Decimal) -> Decimal | None:
    return (start - value) * 100 / start if start else None


def _decimals(standing: SmartStanding, display: Display) -> int | None:
    """Return the decimals that show the figure on its side of what is needed and of what is expected."""
    if standing.reached is None or standing.limit is None or standing.indicator is None:
        return None
    beside = [end for end in (standing.limit.value, standing.expected) if end is not None]
    return decimals_beside(standing.reached.value, beside, standing.indicator.record.decimals, display)


def _unit(standing: SmartStanding) -> str:
    return str(standing.indicator.record.unit or "") if standing.indicator else ""
