import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from ratings import rule_used, target

from planwright.assessment.placing import Placed, verdict
from planwright.assessment.ruling import RuleUsed
from planwright.assessment.scales import UNUSABLE, scales
from planwright.assessment.states import STATES, Colour
from planwright.records.rating import PRESETS
from planwright.records.scalars import Tolerance
from planwright.records.thread import Target

POLARITIES = st.sampled_from(["higher", "lower"])
BOUNDARIES = st.sampled_from(["inside", "outside"])
WORSE = {Colour.BLUE: 0, Colour.GREEN: 0, Colour.AMBER: 1, Colour.RED: 2, Colour.GREY: 2}
ORDERED = ("well-above", "above", "better", "green", "met", "on-target", "amber", "below", "worse", "red", "well-below")

numbers = st.decimals(-10_000, 10_000, places=2) | st.decimals(-3, 3, places=6) | st.integers(-20, 20).map(Decimal)
amounts = st.decimals(0, 60, places=1) | st.decimals(0, 3, places=4)
allowances = st.builds(lambda amount, unit: f"{amount:f}{unit}", amounts, st.sampled_from(["%", " points"]))


def plain(number: Decimal) -> str:
    """Return a number as a plan would write it."""
    return format(number, "f")


@st.composite
def rules(draw: st.DrawFn) -> RuleUsed:
    """Return a rule of any family."""
    method = draw(
        st.sampled_from(["tolerance", "two-state", "values", "direction", "symmetrical", "five-state", "steps"])
    )
    parts: dict[str, Any] = {"method": method, "boundary": draw(BOUNDARIES), "tolerance": draw(allowances)}
    for part in ("slack", "far"):
        if draw(st.booleans()):
            parts[part] = draw(allowances)
    if method == "steps":
        ways = draw(st.lists(st.sampled_from(["better_by", "worse_by"]), max_size=4).map(sorted))
        steps = [
            {"state": state, way: draw(allowances)} for state, way in zip(ORDERED, [*ways, "worse_by"], strict=False)
        ]
        parts["steps"] = [*steps, {"state": "red"}] if draw(st.booleans()) else steps
    return rule_used(**parts)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    """Return a target of any shape that is no range."""
    shape = draw(st.sampled_from([("value",), ("green", "amber"), ("value", "floor"), ("low", "high")]))
    values = sorted(draw(st.lists(numbers, min_size=len(shape), max_size=len(shape))))
    return target(**{name: plain(value) for name, value in zip(shape, values, strict=True)})


@st.composite
def near(draw: st.DrawFn, goals: Target) -> Decimal:
    """Return a result, often one close to the target or to an edge around it."""
    goal = next(value for value in (goals.value, goals.green, goals.low, Decimal(0)) if value is not None)
    share = draw(st.decimals(-60, 60, places=1))
    return draw(st.sampled_from([goal, goal + share, goal + goal * share / 100]) | numbers)


def placed(value: Decimal, goals: Target, polarity: str, rule: RuleUsed) -> Placed:
    """Return where a result stands on the scale of its target."""
    found = verdict(value, scales(goals, polarity, rule), polarity)
    assert isinstance(found, Placed)
    return found


@given(st.data(), rules(), targets(), POLARITIES)
def test_a_better_result_is_never_rated_worse(
    data: st.DataObject, rule: RuleUsed, goals: Target, polarity: str
) -> None:
    worse, better = sorted((data.draw(near(goals)), data.draw(near(goals))), reverse=polarity == "lower")
    assert placed(better, goals, polarity, rule).index <= placed(worse, goals, polarity, rule).index


@given(st.data(), rules(), st.lists(numbers, min_size=2, max_size=2, unique=True).map(sorted))
def test_a_result_nearer_its_range_is_never_rated_worse(
    data: st.DataObject, rule: RuleUsed, ends: list[Decimal]
) -> None:
    low, high = ends
    goals = target(low=plain(low), high=plain(high))
    nearer, farther = sorted(abs(data.draw(numbers)) for _ in range(2))
    for nearest, farthest in ((low - nearer, low - farther), (high + nearer, high + farther)):
        first, second, inside = (placed(value, goals, "range", rule) for value in (nearest, farthest, low))
        assert inside.index <= first.index <= second.index


@given(POLARITIES, BOUNDARIES, st.sampled_from(sorted(PRESETS)), numbers, numbers)
def test_on_target_or_better_is_never_less_than_green(
    polarity: str, boundary: str, preset: str, goal: Decimal, better: Decimal
) -> None:
    value = goal + abs(better) if polarity == "higher" else goal - abs(better)
    found = placed(value, target(value=plain(goal)), polarity, rule_used(preset, boundary=boundary))
    assert STATES[found.key].colour in {Colour.GREEN, Colour.BLUE}


@given(
    st.data(),
    st.sampled_from(["tolerance", "direction", "symmetrical", "five-state"]),
    POLARITIES,
    BOUNDARIES,
    numbers,
    st.sampled_from(["%", " points"]),
)
def test_a_tighter_rule_never_improves_what_misses_its_target(
    data: st.DataObject, method: str, polarity: str, boundary: str, goal: Decimal, unit: str
) -> None:
    tight, wide = sorted((data.draw(amounts), data.draw(amounts)))
    slack = data.draw(st.none() | allowances)
    goals = target(value=plain(goal))
    miss = abs(data.draw(near(goals)) - goal)
    value = goal - miss if polarity == "higher" else goal + miss
    assume(miss)
    states = [
        STATES[placed(value, goals, polarity, rule).key]
        for rule in (
            rule_used(method=method, boundary=boundary, tolerance=f"{amount:f}{unit}", slack=slack)
            for amount in (tight, wide)
        )
    ]
    assert WORSE[states[0].colour] >= WORSE[states[1].colour]
    if UNUSABLE not in {state.key for state in states} and method != "direction":
        assert ORDERED.index(states[0].key) >= ORDERED.index(states[1].key)


@given(POLARITIES, st.data(), numbers, amounts, amounts, allowances)
def test_a_tighter_slack_never_improves_a_state(
    polarity: str, data: st.DataObject, goal: Decimal, one: Decimal, other: Decimal, tolerance: str
) -> None:
    goals = target(value=plain(goal))
    value = data.draw(near(goals))
    tight, wide = (
        STATES[placed(value, goals, polarity, rule_used(slack=f"{slack:f} points", tolerance=tolerance)).key].colour
        for slack in sorted((one, other))
    )
    assert WORSE[tight] >= WORSE[wide]


def exactly(number: Fraction) -> Decimal:
    """Return a fraction that ends as a decimal, all of its digits kept."""
    digits = 60
    scaled = number * 10**digits
    assert scaled.denominator == 1
    return Decimal(f"{scaled.numerator}E-{digits}")


def width(allowance: str, goal: Fraction) -> Fraction:
    """Return how far an allowance reaches around a target, by fractions."""
    amount, unit = re.findall(r"[\d.]+|\D+$", allowance)
    return abs(goal) * Fraction(amount) / 100 if unit == "%" else Fraction(amount)


@given(
    st.integers(-(10**9), 10**9).filter(bool),
    st.integers(-9, 9),
    st.decimals("0.001", 900, places=3),
    st.booleans(),
    POLARITIES,
    BOUNDARIES,
    st.integers(-9, 9),
)
def test_an_edge_is_exact_at_any_scale(
    digits: int, places: int, amount: Decimal, relative: bool, polarity: str, boundary: str, power: int
) -> None:
    tolerance = f"{amount:f}%" if relative else f"{amount:f} points"
    goal = Fraction(digits) * Fraction(10) ** places
    sign = 1 if polarity == "higher" else -1
    edge = goal - sign * width(tolerance, goal)
    for shift in (0, power):
        scale = Fraction(10) ** shift
        allowance = tolerance if relative else f"{exactly(Fraction(amount) * scale):f} points"
        rule = scaled_rule(allowance, boundary)
        goals = Target.model_construct(value=exactly(goal * scale))
        hair = Fraction(sign, 10**40)
        found = [placed(exactly(edge * scale + far), goals, polarity, rule).key for far in (hair, Fraction(0), -hair)]
        assert found == ["amber", "amber" if boundary == "inside" else "red", "red"]


def scaled_rule(allowance: str, boundary: str) -> RuleUsed:
    """Return a rule with a tolerance of more digits than a plan may write."""
    amount, unit = re.findall(r"[\d.]+|\D+$", allowance)
    rule = rule_used(boundary=boundary)
    tolerance = Tolerance(Decimal(amount), relative=unit == "%")
    return replace(rule, tolerance=replace(rule.tolerance, value=tolerance))


@given(st.integers(10**17, 10**18 - 1), st.integers(1, 10**18 - 1), POLARITIES)
def test_the_longest_figures_a_plan_may_hold_have_exact_edges(goal: int, amount: int, polarity: str) -> None:
    tolerance = Fraction(amount, 10**9)
    sign = 1 if polarity == "higher" else -1
    edge = Fraction(goal) - sign * goal * tolerance / 100
    rule = scaled_rule(f"{exactly(tolerance):f}%", "inside")
    goals = target(value=str(goal))
    hair = Fraction(sign, 10**18)
    found = [placed(exactly(edge + far), goals, polarity, rule).key for far in (hair, Fraction(0), -hair)]
    assert found == ["amber", "amber", "red"]


MIRRORED = {"higher": "lower", "lower": "higher"}


@given(st.data(), rules(), targets(), POLARITIES)
def test_a_mirror_changes_nothing(data: st.DataObject, rule: RuleUsed, goals: Target, polarity: str) -> None:
    value = data.draw(near(goals))
    shape = {
        name: number for name in ("value", "green", "amber", "floor") if (number := getattr(goals, name)) is not None
    }
    if goals.low is not None and goals.high is not None:
        shape = {"low": goals.high, "high": goals.low}
    mirrored = target(**{name: plain(-number) for name, number in shape.items()})
    assert placed(-value, mirrored, MIRRORED[polarity], rule).key == placed(value, goals, polarity, rule).key
