"""From a value, a target and a rule to green, amber or red, and the sentence that says why."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from planwright.records.thread import Target

from .figures import RuleUsed

YES_NO = "yes/no"
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A state key and the sentence that says how it follows."""

    key: str
    reason: str


def yes_no(number: Decimal) -> str:
    """Return `yes` for anything but 0, as yes/no values are kept as 1 and 0."""
    return "yes" if number else "no"


def shown(number: Decimal) -> str:
    """Return a number as written, without trailing zeros and never in exponent form."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_of(part: Decimal, whole: Decimal) -> str:
    """Return part as per cent of whole, to one decimal; a miss too small for that is never shown as nothing."""
    share = (abs(part) * 100 / abs(whole)).quantize(_TENTH, ROUND_HALF_UP)
    return f"{shown(share)} %" if share else "less than 0.1 %"


def verdict(value: Decimal, target: Target, polarity: str, rule: RuleUsed, unit: str = "") -> Verdict:
    """Return how a value stands against a target.

    `polarity` is higher, lower or range. Green on target or better; amber when missed by no more than the band allows,
    the edge itself as the rule says; red beyond. A relative band around a zero target has no width, so a miss is then
    not rated (`no-tolerance`).
    """
    if polarity == "range":
        return _within_range(value, target, rule)
    if target.green is not None and target.amber is not None:
        return _between_values(value, target.green, target.amber, polarity, "amber value")
    goal = target.value if target.value is not None else target.green
    if goal is None:
        return Verdict("no-target", "the target has no value to compare with")
    miss = goal - value if polarity == "higher" else value - goal
    if unit == YES_NO:
        return Verdict("green" if miss <= 0 else "red", f"the answer is {yes_no(value)}, and the target {yes_no(goal)}")
    if miss <= 0:
        return Verdict("green", _met(value, goal, polarity))
    if target.floor is not None:
        return _between_values(value, goal, target.floor, polarity, "floor standard")
    if rule.method.value == "two-state":
        return Verdict("red", f"{shown(value)} {_misses(miss, goal, polarity)}; met or not met, nothing between")
    return _banded(f"{shown(value)} {_misses(miss, goal, polarity)}", miss, goal, rule)


def _met(value: Decimal, goal: Decimal, polarity: str) -> str:
    if value == goal:
        return f"{shown(value)} is exactly on target"
    side = "above" if value > goal else "below"
    better = "higher" if polarity == "higher" else "lower"
    return f"{shown(value)} is {side} the target of {shown(goal)}, and {better} is better"


def _misses(miss: Decimal, goal: Decimal, polarity: str) -> str:
    verb = "short of" if polarity == "higher" else "over"
    if goal == 0:
        return f"is {shown(miss)} {verb} the target of 0"
    return f"is {percent_of(miss, goal)} {verb} {shown(goal)}"


def _banded(stands: str, miss: Decimal, goal: Decimal, rule: RuleUsed) -> Verdict:
    band = rule.band
    if goal == 0 and band.relative:
        return Verdict(
            "no-tolerance", f"{stands}, and {band} of nothing leaves no band: set a tolerance in points for this one"
        )
    width = band.around(goal)
    limit = f"{shown(band.amount)} % of target" if band.relative else str(band)
    inside = miss < width or (miss == width and rule.edge_is_amber)
    return Verdict("amber" if inside else "red", f"{stands}; amber to {limit}")


def _between_values(value: Decimal, green: Decimal, amber: Decimal, polarity: str, name: str) -> Verdict:
    sign = 1 if polarity == "higher" else -1
    if sign * value >= sign * green:
        return Verdict("green", _met(value, green, polarity))
    key = "amber" if sign * value >= sign * amber else "red"
    side = "between" if key == "amber" else "beyond"
    numbers = f"{shown(green)} and the {name} {shown(amber)}" if key == "amber" else f"the {name} {shown(amber)}"
    return Verdict(key, f"{shown(value)} is {side} {numbers}; the target is {shown(green)}")


def _within_range(value: Decimal, target: Target, rule: RuleUsed) -> Verdict:
    low, high = target.low, target.high
    if low is None or high is None:
        return Verdict("no-target", "a range needs a low and a high value")
    if low <= value <= high:
        return Verdict("green", f"{shown(value)} is between {shown(low)} and {shown(high)}")
    edge = low if value < low else high
    side = "below" if value < low else "above"
    stands = f"{shown(value)} is {side} the range {shown(low)} to {shown(high)}"
    if rule.method.value == "two-state":
        return Verdict("red", f"{stands}; in range or not, nothing between")
    return _banded(stands, abs(value - edge), edge, rule)
