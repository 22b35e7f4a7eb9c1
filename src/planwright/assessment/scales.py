"""From a target and a rule to a scale: the states a result may have, best first, and the value at which each ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planwright.quantity import exactly, is_yes_no
from planwright.records.rating import Step as OwnStep
from planwright.records.scalars import Tolerance
from planwright.records.thread import Target

from .ruling import RuleUsed

UNUSABLE = "no-tolerance"
_OF_THEIR_OWN = frozenset({"two-state", "symmetrical", "five-state", "steps"})  # methods that name all their states
_EXACT = Tolerance(Decimal(0), relative=False)


@dataclass(frozen=True, slots=True)
class Step:
    """One state of a scale.

    `edge` is the worst value that still has it, None where everything left has it; `inclusive` says whether a result
    exactly there does; `allowance` is what put the edge there, None for a value the target itself gives; `better` says
    that the edge lies on the good side of the target.
    """

    state: str
    edge: Decimal | None = None
    inclusive: bool = True
    allowance: Tolerance | None = None
    better: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """The states around one target value, best first.

    `higher` says which way is better; `decided_by` what set the edges: the rule's method, or the target's own
    `amber value`, `floor standard`, or `low and high`, or `nothing` where no edge can be worked out; `low` is the low
    target where there are two; `note` explains the last state where more than the edges decides it.
    """

    steps: tuple[Step, ...]
    goal: Decimal
    higher: bool
    decided_by: str
    low: Decimal | None = None
    note: str = ""

    def reaches(self, value: Decimal, limit: Decimal) -> bool:
        """Whether a value is as good as a limit or better."""
        return value >= limit if self.higher else value <= limit

    def place(self, value: Decimal) -> int:
        """Return the index of the step that a value has: the first whose edge it keeps."""
        index = 0
        while (edge := self.steps[index].edge) is not None:
            if (value == edge and self.steps[index].inclusive) or (value != edge and self.reaches(value, edge)):
                break
            index += 1
        return index


@dataclass(frozen=True, slots=True)
class _Rung:
    """A state of a rule, and how far from target it reaches; None for the last."""

    state: str
    allowance: Tolerance | None = None
    better: bool = False


def scales(
    target: Target, polarity: str, rule: RuleUsed, unit: str = "", outside: tuple[str, str] = ("red", "")
) -> tuple[Scale, ...]:
    """Return the scale of a target, for a range one for each side; empty where the target has no value to compare with.

    `polarity` is higher, lower or range. `outside` is, for method direction, the state outside the tolerance and why.
    A target's own amber value or floor decides before the rule's method, unless that names states of its own; low and
    high always do, as there is no one value for a method to start from.
    """
    rungs = tuple(_rungs(rule, unit, outside[0]))
    if polarity == "range":
        if target.low is None or target.high is None:
            return ()
        one_sided = [rung for rung in rungs if not rung.better]
        return tuple(
            Scale(tuple(_steps(one_sided, goal, rule, higher=higher)), goal, higher, _decided(rule), note=outside[1])
            for goal, higher in ((target.low, True), (target.high, False))
        )
    higher = polarity == "higher"
    if own := _own_values(target, rule, higher=higher):
        return (own,)
    goal = target.green if target.green is not None else target.value
    if goal is None:
        return ()
    return (Scale(tuple(_steps(rungs, goal, rule, higher=higher)), goal, higher, _decided(rule), note=outside[1]),)


def _decided(rule: RuleUsed) -> str:
    method: str = rule.method.value
    return "nothing" if method == "values" or (method == "steps" and not rule.steps.value) else method


def _rungs(rule: RuleUsed, unit: str, outside: str) -> Iterator[_Rung]:
    """Yield the states of a rule, best first."""
    band, method = rule.band, rule.method.value
    if method == "two-state":
        yield from (_Rung("met", _EXACT), _Rung("not-met"))
    elif is_yes_no(unit):
        yield from (_Rung("green", _EXACT), _Rung("red"))
    elif method == "tolerance":
        yield from (_Rung("green", rule.slack.value or _EXACT), _Rung("amber", band), _Rung("red"))
    elif method == "direction":
        yield from (_Rung("green", band), _Rung(outside))
    elif method == "symmetrical":
        yield from (_Rung("better", band, better=True), _Rung("on-target", band), _Rung("worse"))
    elif method == "five-state":
        far = rule.far.value or Tolerance(band.amount * 2, band.relative)
        yield from (_Rung("well-above", far, better=True), _Rung("above", band, better=True))
        yield from (_Rung("on-target", band), _Rung("below", far), _Rung("well-below"))
    elif method == "steps" and rule.steps.value:
        yield from _own_rungs(rule.steps.value)
    else:
        yield from (_Rung("green", _EXACT), _Rung(UNUSABLE))


def _own_rungs(steps: Sequence[OwnStep]) -> Iterator[_Rung]:
    """Yield the states a council names itself; what lies beyond the last that has a limit is not rated."""
    last = len(steps) - 1
    for index, step in enumerate(steps):
        if step.better_by is not None:
            yield _Rung(step.state, step.better_by, better=True)
        elif step.worse_by is not None or index < last:
            yield _Rung(step.state, step.worse_by or _EXACT)
        else:
            yield _Rung(step.state)
    if steps[last].better_by is not None or steps[last].worse_by is not None:
        yield _Rung(UNUSABLE)


def _steps(rungs: Sequence[_Rung], goal: Decimal, rule: RuleUsed, *, higher: bool) -> Iterator[Step]:
    """Yield the steps around a goal.

    A relative allowance has no width around 0: the target itself still has its state, and where no other allowance
    follows, what misses it is not rated.
    """
    sign = 1 if higher else -1
    reached = False  # whether some step so far holds a result exactly on target
    for index, rung in enumerate(rungs):
        allowance = rung.allowance
        if allowance is None:
            yield Step(rung.state)
        elif goal == 0 and allowance.relative and allowance.amount:
            if rung.better:
                continue
            if not reached:
                yield Step(rung.state, goal, allowance=allowance)
                reached = True
            if not any(_usable(other) for other in rungs[index + 1 :]):
                yield Step(UNUSABLE, allowance=allowance)
                return
        elif rung.better:
            inclusive = bool(allowance.amount) and not rule.edge_nearer
            yield Step(rung.state, _edge(goal, allowance, sign), inclusive, allowance, better=True)
        else:
            inclusive = not allowance.amount or rule.edge_nearer
            yield Step(rung.state, _edge(goal, allowance, -sign), inclusive, allowance)
            reached = True


@exactly
def _edge(goal: Decimal, allowance: Tolerance, sign: int) -> Decimal:
    """Return the value an allowance above a goal, or with sign -1 below it."""
    return goal + sign * allowance.around(goal)


def _usable(rung: _Rung) -> bool:
    """Whether a later rung has a width even around 0."""
    return rung.allowance is not None and not (rung.allowance.relative and rung.allowance.amount)


def _own_values(target: Target, rule: RuleUsed, *, higher: bool) -> Scale | None:
    """Return the scale that a target's own values make; None where it has none, or none that the rule's states need."""
    goal = target.green if target.green is not None else target.value
    if goal is None and target.low is not None and target.high is not None:
        best, worst = (target.high, target.low) if higher else (target.low, target.high)
        steps = (Step("both-met", best), Step("between", worst), Step("both-missed"))
        return Scale(steps, best, higher, "low and high", worst)
    limit = target.amber if target.amber is not None else target.floor
    if goal is None or limit is None or rule.method.value in _OF_THEIR_OWN:
        return None
    steps = (Step("green", goal), Step("amber", limit), Step("red"))
    return Scale(steps, goal, higher, "floor standard" if target.amber is None else "amber value")
