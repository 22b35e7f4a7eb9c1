"""Where a value stands on a scale, and the sentence that says how that follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from planwright.kinds.settings import Display
from planwright.quantity import PENCE, PLACES, PRECISION, grouped, is_per_cent, is_yes_no, said, shown, trimmed, yes_no
from planwright.records.scalars import Tolerance

from .rounding import decimals_beside, rounded
from .scales import UNUSABLE, Scale, Step
from .states import STATES, State

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A state key and the sentence that says how it follows, where no scale is needed for it."""

    key: str
    reason: str


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


def width(allowance: Tolerance, unit: str) -> str:
    """Return an allowance in its indicator's own unit: `2 points` for per cent, `£150,000`, `1 day`, or `10%`."""
    if allowance.relative:
        return f"{shown(allowance.amount)}%"
    return said(allowance.amount, "points" if _in_points(unit) else unit)


def extent(allowance: Tolerance, unit: str) -> str:
    """Return how far an allowance reaches: `10% of target`, `2 points`, `£150,000 from target`."""
    wide = width(allowance, unit)
    if allowance.relative:
        return f"{wide} of target"
    return wide if _in_points(unit) else f"{wide} from target"


def _in_points(unit: str) -> bool:
    """Whether allowances in the unit itself are said in points."""
    return unit in {"", "points"} or is_per_cent(unit)


def _percent(allowance: Tolerance | None) -> Decimal | None:
    """Return the per cent of target that an allowance is; None for one without width or in the unit itself."""
    return allowance.amount if allowance and allowance.relative and allowance.amount else None


@dataclass(frozen=True, slots=True)
class Shown:
    """How a value that was worked out, and that nobody wrote, is shown in sentences."""

    decimals: int | None
    display: Display


@dataclass(frozen=True, slots=True)
class Placed:
    """A value on a scale; `span` holds both ends of the range it is rated by, where it is rated by one.

    `about` says more about the target, where it is not one that the council set; `shown` how a value that nobody wrote
    is shown, None where it stands as written; `average` how an average of others that stands for the target is.

    The sentence is only made when it is asked for: most ratings are counted, not read.
    """

    value: Decimal
    scale: Scale
    index: int
    states: Mapping[str, State]
    unit: str = ""
    span: tuple[Decimal, Decimal] | None = None
    about: str = ""
    shown: Shown | None = None
    average: Shown | None = None

    @property
    def step(self) -> Step:
        """The step of the scale that the value has."""
        return self.scale.steps[self.index]

    @property
    def key(self) -> str:
        """The state's key."""
        return self.step.state

    @property
    def reason(self) -> str:
        """How the state follows, as a sentence without its full stop."""
        return f"{self._reason()}{self.about}"

    def _reason(self) -> str:
        if is_yes_no(self.unit):
            return f"the answer is {yes_no(self.value)}, and the target {yes_no(self.scale.goal)}"
        if self.span and self.span[0] <= self.value <= self.span[1]:
            return f"{self._said()} is between {grouped(self.span[0])} and {grouped(self.span[1])}"
        if self.scale.decided_by == "low and high":
            return self._between_two()
        if self.scale.reaches(self.value, self.scale.goal):
            return self._met()
        if self.scale.decided_by in {"amber value", "floor standard"}:
            return self._by_own_values()
        return self._missed()

    def _said(self) -> str:
        """Return the value as sentences print it; one that was worked out, to as many decimals as tell its state."""
        if self.shown is None:
            return grouped(self.value)
        edges = [self.scale.goal, *(step.edge for step in self.scale.steps if step.edge is not None)]
        places = decimals_beside(self.value, edges, self.shown.decimals, self.shown.display)
        return f"{rounded(self.value, places, self.shown.display):,f}"

    def _goal(self) -> str:
        """Return the target as sentences print it; an average that was worked out is shortened as values are."""
        goal = self.scale.goal
        if self.average is None or -int(trimmed(goal).as_tuple().exponent) <= PENCE:
            return grouped(goal)
        decimals, display = self.average.decimals, self.average.display
        return grouped(rounded(goal, decimals_beside(goal, [self.value], decimals, display), display))

    def _word(self, state: str) -> str:
        return self.states.get(state, State(state, state)).word.lower()

    def _met(self) -> str:
        goal, higher = self.scale.goal, self.scale.higher
        graded = [step for step in self.scale.steps if step.better and step.allowance]
        if self.value == goal:
            stands = f"{self._said()} is exactly on target"
        else:
            side = "above" if self.value > goal else "below"
            passed = _percent(self.step.allowance) if self.step.better else None
            far = f"{percent_of(self.value - goal, goal, passed)} " if graded and goal else ""
            better = "higher" if higher else "lower"
            stands = f"{self._said()} is {far}{side} the target of {self._goal()}, and {better} is better"
        if not graded:
            return stands
        if self.step.better and self.step.allowance:
            begins = "from" if self.step.inclusive else "beyond"
            return f"{stands}; {self._word(self.key)} {begins} {extent(self.step.allowance, self.unit)}"
        nearest = graded[-1].allowance
        return f"{stands}; {self._word(self.key)} to {extent(nearest, self.unit)}" if nearest else stands

    def _missed(self) -> str:
        """Say how far off target a value is, and how far the rule lets it be."""
        before = self.scale.steps[self.index - 1] if self.index else self.step
        decides = before if self.step.edge is None else self.step
        stands = self._stands(before.allowance if self.index and not before.better else None)
        if self.key == UNUSABLE:
            return f"{stands}, {self._unusable(self.step.allowance)}"
        if decides.edge == self.scale.goal:
            kept = "in range or not" if self.span else "met or not met"
            return f"{stands}; {kept}, nothing between"
        edge = ""
        if self.value == before.edge and not before.inclusive:
            edge = f", and the edge itself is {self._word(self.key)}"
        note = f", {self.scale.note}" if self.scale.note and self.step.edge is None else ""
        to = extent(decides.allowance, self.unit) if decides.allowance else grouped(decides.edge or Decimal(0))
        return f"{stands}; {self._word(decides.state)} to {to}{edge}{note}"

    def _stands(self, passed: Tolerance | None) -> str:
        miss, goal = abs(self.value - self.scale.goal), self.scale.goal
        if self.span:
            side = "below" if self.value < self.span[0] else "above"
            return f"{self._said()} is {side} the range {grouped(self.span[0])} to {grouped(self.span[1])}"
        verb = "short of" if self.scale.higher else "over"
        if goal == 0:
            return f"{self._said()} is {grouped(miss)} {verb} the target of 0"
        return f"{self._said()} is {percent_of(miss, goal, _percent(passed))} {verb} {self._goal()}"

    def _unusable(self, allowance: Tolerance | None) -> str:
        if allowance:
            wide = width(allowance, self.unit)
            return f"and {wide} of 0 leaves nothing between {self._word('green')} and {self._word('red')}"
        if self.scale.decided_by == "nothing":
            return "and the target has no amber value, floor, or low and high to rate a miss by"
        return "and the rule has no state for a miss as large as that"

    def _by_own_values(self) -> str:
        goal, limit, name = self.scale.goal, self.scale.steps[1].edge or Decimal(0), self.scale.decided_by
        inside = f"between {grouped(goal)} and the {name} {grouped(limit)}"
        where = inside if self.index == 1 else f"beyond the {name} {grouped(limit)}"
        return f"{self._said()} is {where}; the target is {grouped(goal)}"

    def _between_two(self) -> str:
        best, worst = grouped(self.scale.goal), grouped(self.scale.low or Decimal(0))
        names = ("high", "low") if self.scale.higher else ("low", "high")
        where = (
            f"reaches the {names[0]} target of {best}",
            f"is between the {names[1]} target of {worst} and the {names[0]} target of {best}",
            f"misses the {names[1]} target of {worst}",
        )
        return f"{self._said()} {where[self.index]}"


def verdict(
    value: Decimal,
    found: tuple[Scale, ...],
    polarity: str,
    unit: str = "",
    states: Mapping[str, State] = STATES,
    shown: Shown | None = None,
) -> Placed | Verdict:
    """Return how a value stands on the scales of its target; `states` gives the council's words.

    `shown` says how a value that nobody wrote is shown.

    On target or better it has the best state the rule gives it, for a range the state of a result exactly on target.
    """
    if not found:
        return Verdict("no-target", _WANTING[polarity == "range"])
    if polarity != "range":
        return Placed(value, found[0], found[0].place(value), states, unit, shown=shown)
    low, high = (scale.goal for scale in found)
    side = found[1] if value > high else found[0]
    return Placed(value, side, side.place(value), states, unit, (low, high), shown=shown)


_WANTING = {False: "the target has no value to compare with", True: "a range needs a low and a high value"}
