"""What rules ask of states: which of two is worse."""

from planwright.assessment import Colour, State

_BADNESS = {Colour.BLUE: 0, Colour.GREEN: 0, Colour.AMBER: 1, Colour.RED: 2}


def worse(one: State, other: State) -> bool:
    """Whether one rated state is worse than another; a state that is not rated is neither better nor worse."""
    if not (one.rated and other.rated):
        return False
    return _BADNESS.get(one.colour, 0) > _BADNESS.get(other.colour, 0)
