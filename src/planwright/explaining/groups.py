"""Which areas or groups of an indicator the whole hides."""

from planwright.assessment import Colour, GroupRating, IndicatorRating, State

_WORSE = {Colour.AMBER: 1, Colour.RED: 2}


def hidden_groups(rating: IndicatorRating) -> tuple[GroupRating, ...]:
    """Return the areas or groups that have a worse colour than the whole; none where the whole is not rated."""
    if not rating.state.rated:
        return ()
    return tuple(one for one in rating.groups if one.state.rated and _badness(one.state) > _badness(rating.state))


def _badness(state: State) -> int:
    return _WORSE.get(state.colour, 0)
