"""Counts by colour, with what is not rated kept apart and the denominator named."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .states import Colour, State


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
