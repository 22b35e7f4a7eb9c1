"""From a value, a target and a rule to green, amber or red, and the sentence that says why."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from planwright.quantity import PLACES, PRECISION, grouped, is_yes_no, shown, yes_no
from planwright.records.thread import Target

from .figures import RuleUsed

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A state key and the sentence that says how it follows."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Limits:
    """The values at which colours change: `green` or better is green, from there to `amber` is amber.

    `amber` is None where nothing lies between green and red. `decided_by` says what set the amber limit: `band`,
    `amber value`, `floor standard`, `two-state`, or `nothing` where a relative band around 0 has no width. `inclusive`
    says whether a result exactly on the amber limit is still amber.
    """

    green: Decimal
    amber: Decimal | None
    decided_by: str
    inclusive: bool = True


def percent_of(part: Decimal, whole: Decimal, beyond: Decimal | None = None) -> str:
    """Return part as per cent of whole, to one decimal; a miss too small for that is never shown as nothing.

    A share that only rounds down to the limit `beyond` is shown with as many decimals as it takes to see that.
    """
    with localcontext(prec=PRECISION):
        exact = abs(part) * 100 / abs(whole)
        share = exact.quantize(_TENTH, ROUND_HALF_UP)
        places = 1
        while beyond is not None and exact > beyond >= share and places < PLACES:
            places += 1
            share = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        hidden = beyond is not None and exact > beyond >= share
    return f"just over {shown(share)}%" if hidden else f"{shown(share)}%" if share else "less than 0.1%"


def limits(target: Target, polarity: str, rule: RuleUsed) -> Limits | None:
    """Return where a target's colours change, for polarity higher or lower; None where it names no value.

    The target's own amber value or floor standard wins over the rule; the rule's band or two states apply otherwise.
    """
    goal = target.green if target.green is not None else target.value
    if goal is None:
        return None
    if target.amber is not None:
        return Limits(goal, target.amber, "amber value")
    if target.floor is not None:
        return Limits(goal, target.floor, "floor standard")
    if rule.method.value == "two-state":
        return Limits(goal, None, "two-state")
    if goal == 0 and rule.band.relative:
        return Limits(goal, None, "nothing")
    width = rule.band.around(goal)
    return Limits(goal, goal - width if polarity == "higher" else goal + width, "band", rule.edge_is_amber)


def verdict(value: Decimal, target: Target, polarity: str, rule: RuleUsed, unit: str = "") -> Verdict:
    """Return how a value stands against a target.

    `polarity` is higher, lower or range. Green on target or better; amber when missed by no more than the band, or the
    target's own values, allow; red beyond. A relative band around a zero target has no width, so a miss is then not
    rated (`no-tolerance`).
    """
    if polarity == "range":
        return _within_range(value, target, rule)
    found = limits(target, polarity, rule)
    if found is None:
        return Verdict("no-target", "the target has no value to compare with")
    miss = found.green - value if polarity == "higher" else value - found.green
    if is_yes_no(unit):
        words = f"the answer is {yes_no(value)}, and the target {yes_no(found.green)}"
        return Verdict("green" if miss <= 0 else "red", words)
    if miss <= 0:
        return Verdict("green", _met(value, found.green, polarity))
    stands = f"{grouped(value)} {_misses(miss, found.green, polarity)}"
    if found.decided_by == "two-state":
        return Verdict("red", f"{stands}; met or not met, nothing between")
    if found.amber is None:
        return Verdict("no-tolerance", f"{stands}, and {rule.band} of 0 leaves nothing between green and red")
    if found.decided_by != "band":
        return _by_own_values(value, found.green, found.amber, polarity, found.decided_by)
    return _banded(value, miss, found.green, polarity, rule)


def _met(value: Decimal, goal: Decimal, polarity: str) -> str:
    if value == goal:
        return f"{grouped(value)} is exactly on target"
    side = "above" if value > goal else "below"
    better = "higher" if polarity == "higher" else "lower"
    return f"{grouped(value)} is {side} the target of {grouped(goal)}, and {better} is better"


def _misses(miss: Decimal, goal: Decimal, polarity: str, beyond: Decimal | None = None) -> str:
    verb = "short of" if polarity == "higher" else "over"
    if goal == 0:
        return f"is {grouped(miss)} {verb} the target of 0"
    return f"is {percent_of(miss, goal, beyond)} {verb} {grouped(goal)}"


def _banded(value: Decimal, miss: Decimal, goal: Decimal, polarity: str, rule: RuleUsed) -> Verdict:
    band = rule.band
    stands = f"{grouped(value)} {_misses(miss, goal, polarity, band.amount if band.relative else None)}"
    return _in_band(stands, miss, goal, rule)


def _in_band(stands: str, miss: Decimal, goal: Decimal, rule: RuleUsed) -> Verdict:
    band, width = rule.band, rule.band.around(goal)
    limit = f"{shown(band.amount)}% of target" if band.relative else str(band)
    inside = miss < width or (miss == width and rule.edge_is_amber)
    edge = ", and the edge itself is red" if miss == width and not inside else ""
    return Verdict("amber" if inside else "red", f"{stands}; amber to {limit}{edge}")


def _by_own_values(value: Decimal, green: Decimal, amber: Decimal, polarity: str, name: str) -> Verdict:
    sign = 1 if polarity == "higher" else -1
    inside = sign * value >= sign * amber
    where = (
        f"between {grouped(green)} and the {name} {grouped(amber)}" if inside else f"beyond the {name} {grouped(amber)}"
    )
    return Verdict("amber" if inside else "red", f"{grouped(value)} is {where}; the target is {grouped(green)}")


def _within_range(value: Decimal, target: Target, rule: RuleUsed) -> Verdict:
    low, high = target.low, target.high
    if low is None or high is None:
        return Verdict("no-target", "a range needs a low and a high value")
    if low <= value <= high:
        return Verdict("green", f"{grouped(value)} is between {grouped(low)} and {grouped(high)}")
    edge = low if value < low else high
    side = "below" if value < low else "above"
    stands = f"{grouped(value)} is {side} the range {grouped(low)} to {grouped(high)}"
    if rule.method.value == "two-state":
        return Verdict("red", f"{stands}; in range or not, nothing between")
    if edge == 0 and rule.band.relative:
        return Verdict("no-tolerance", f"{stands}, and {rule.band} of 0 leaves nothing between green and red")
    return _in_band(stands, abs(value - edge), edge, rule)
