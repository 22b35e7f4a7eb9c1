"""Many states as one: counts with what is not rated kept apart, and one state only by the rule the settings name."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planwright.kinds.settings import RollUp
from planwright.quantity import exactly, shown

from .rounding import decimals_beside, rounded
from .states import STATES, Colour, State

_BEST_FIRST = (Colour.GREEN, Colour.AMBER, Colour.RED)
_CHANGES = (
    (Colour.AMBER, Colour.GREEN),
    (Colour.RED, Colour.GREEN),
    (Colour.GREEN, Colour.AMBER),
    (Colour.GREEN, Colour.RED),
    (Colour.AMBER, Colour.RED),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items have each colour, of those that are rated, and how many there are in all."""

    by_colour: Mapping[Colour, int]
    rated: int
    total: int

    @property
    def not_rated(self) -> int:
        """How many are not rated."""
        return self.total - self.rated


def count(states: Iterable[State]) -> Counts:
    """Return the counts of a number of states."""
    found = tuple(states)
    by_colour = Counter(state.colour for state in found if state.rated)
    return Counts(
        {colour: by_colour[colour] for colour in Colour if by_colour[colour]},
        sum(state.rated for state in found),
        len(found),
    )


@dataclass(frozen=True, slots=True)
class Member:
    """One of many: its state, and how much it counts where states are weighed."""

    state: State
    weight: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Change:
    """What would change the state of many: `number` of the `of` that are `before` becoming `after` makes it `state`."""

    number: int
    of: int
    before: Colour
    after: Colour
    state: State


@dataclass(frozen=True, slots=True)
class RolledUp:
    """The one state of many, how it follows, and the fewest changes that would give another.

    `state` is None where the settings name no rule, or nothing is rated.
    """

    counts: Counts
    state: State | None
    reason: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Weighed:
    colour: Colour
    weight: Decimal


def roll_up(members: Sequence[Member], rule: RollUp, states: Mapping[str, State] = STATES) -> RolledUp:
    """Return what many states are together; `states` gives the council's words.

    Blue counts as green; what is not rated counts for nothing. A majority is the best colour that more than half of
    them have or pass, so that a tie falls to the worse.
    """
    counts = count(member.state for member in members)
    rated = [
        _Weighed(Colour.GREEN if one.state.colour is Colour.BLUE else one.state.colour, one.weight)
        for one in members
        if one.state.rated
    ]
    if rule.rule == "none":
        return RolledUp(counts, None, "the settings name no rule that makes one state of many")
    colour = _colour(rated, rule)
    if colour is None:
        nothing = "none of them is rated" if not rated else "those that are rated weigh nothing"
        return RolledUp(counts, None, nothing)
    reason = _reason(rated, rule, colour, states)
    return RolledUp(counts, states[colour], reason, tuple(_changes(rated, rule, colour, states)))


def _colour(rated: Sequence[_Weighed], rule: RollUp) -> Colour | None:
    """Return the colour of many; None where nothing is rated, or nothing of it weighs anything."""
    if not rated:
        return None
    if rule.rule == "worst":
        return max((one.colour for one in rated), key=_BEST_FIRST.index)
    if rule.rule == "majority":
        return next(colour for colour in _BEST_FIRST if 2 * _reaching(rated, colour) > len(rated))
    mean = _mean(rated, rule)
    if mean is None:
        return None
    return Colour.GREEN if mean >= rule.green_from else Colour.AMBER if mean >= rule.amber_from else Colour.RED


def _reaching(rated: Sequence[_Weighed], colour: Colour) -> int:
    return sum(_BEST_FIRST.index(one.colour) <= _BEST_FIRST.index(colour) for one in rated)


@exactly
def _mean(rated: Sequence[_Weighed], rule: RollUp) -> Decimal | None:
    each = scores(rule)
    weights = sum((one.weight for one in rated), Decimal(0))
    return sum((one.weight * each[one.colour.value] for one in rated), Decimal(0)) / weights if weights else None


def scores(rule: RollUp) -> Mapping[str, Decimal]:
    """Return what each colour counts in a weighted mean, by the colour's name."""
    given = RollUp.model_validate({}).scores | rule.scores
    return {str(colour): score for colour, score in given.items()}


def _reason(rated: Sequence[_Weighed], rule: RollUp, colour: Colour, states: Mapping[str, State]) -> str:
    of, word = len(rated), states[colour].word.lower()
    if of == 1 and rule.rule != "weighted mean":
        return f"the only one that is rated is {word}"
    if rule.rule == "worst":
        return f"the worst of the {of} that are rated is {word}"
    if rule.rule == "majority":
        if colour is Colour.RED:
            return f"no better state is that of more than half of the {of} that are rated"
        better = "" if colour is Colour.GREEN else " or better"
        return f"{_reaching(rated, colour)} of the {of} that are rated, more than half, are {word}{better}"
    mean, ends = _mean(rated, rule) or Decimal(0), (rule.green_from, rule.amber_from)
    said = shown(rounded(mean, decimals_beside(mean, ends, None)))
    edges = f"{states['green'].word.lower()} from {shown(rule.green_from)}, {states['amber'].word.lower()} from"
    what = "the only one that is rated counts" if of == 1 else f"the weighted mean of the {of} that are rated is"
    return f"{what} {said}; {edges} {shown(rule.amber_from)}"


def _changes(rated: Sequence[_Weighed], rule: RollUp, colour: Colour, states: Mapping[str, State]) -> Iterator[Change]:
    """Yield, for each way a single result may go, the fewest of them that give the whole another state."""
    for before, after in _CHANGES:
        moving = sorted((one for one in rated if one.colour is before), key=lambda one: -one.weight)
        others = [one for one in rated if one.colour is not before]

        def with_moved(
            number: int, moving: Sequence[_Weighed] = moving, others: Sequence[_Weighed] = others, to: Colour = after
        ) -> Colour:
            moved = (_Weighed(to, one.weight) for one in moving[:number])
            return _colour([*others, *moved, *moving[number:]], rule) or colour

        # Each that moves takes the whole further the same way, so the first number that tells is found by halving.
        number = bisect_left(range(len(moving) + 1), True, key=lambda moved: with_moved(moved) is not colour)
        if number <= len(moving):
            yield Change(number, len(moving), before, after, states[with_moved(number)])
