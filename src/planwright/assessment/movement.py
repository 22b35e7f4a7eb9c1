"""Movement between two periods, read with the indicator's polarity."""

from dataclasses import dataclass
from decimal import Decimal

from planwright.kinds.indicators import Indicator
from planwright.period import Period
from planwright.quantity import is_yes_no
from planwright.records.thread import Target

from .figures import TargetUsed


@dataclass(frozen=True, slots=True)
class Direction:
    """Movement against an earlier period.

    `key` is improved, declined, no-change, at-maximum, moved-up, moved-down, no-previous or not-comparable.
    """

    key: str
    period: Period
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What an indicator had in one period: its value, and the target that applied."""

    value: Decimal
    target: TargetUsed | None


def movement(indicator: Indicator, now: Standing, then: Standing, dead_band: Decimal) -> str:
    """Return the key of the direction from one standing to another.

    Movement up to the dead band, in the indicator's own unit, is no change; yes and no have none. Within a range, what
    counts is the distance from it.
    """
    value, before = now.value, then.value
    if indicator.maximum is not None and value == before == indicator.maximum:
        return "at-maximum"
    if abs(value - before) <= (Decimal(0) if is_yes_no(indicator.unit or "") else dead_band):
        return "no-change"
    if indicator.polarity == "none":
        return "moved-up" if value > before else "moved-down"
    if indicator.polarity == "range":
        distance, earlier = _off_range(now), _off_range(then)
        if distance is None or earlier is None:
            return "not-comparable"
        return "no-change" if distance == earlier else "improved" if distance < earlier else "declined"
    better = value > before if indicator.polarity == "higher" else value < before
    return "improved" if better else "declined"


def _off_range(standing: Standing) -> Decimal | None:
    """Return how far a value lies outside its range, 0 inside it; None where there is no range."""
    target: Target | None = standing.target.target if standing.target else None
    if target is None or target.low is None or target.high is None:
        return None
    return max(target.low - standing.value, standing.value - target.high, Decimal(0))
