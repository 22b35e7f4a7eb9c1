"""Which indicators a report singles out, by rules that it prints: red, late, for many periods running, slipping."""

from collections.abc import Callable, Iterable, Sequence

from planwright.assessment import Colour, IndicatorRating
from planwright.assessment.scales import UNUSABLE
from planwright.reports._edition import Edition, View
from planwright.reports._series import interval
from planwright.wording import number_of

RUNNING = 2  # periods that make a run
_NOT_RATED = ("late", UNUSABLE)
_Holds = Callable[[IndicatorRating], bool]


def is_red(rating: IndicatorRating) -> bool:
    """Whether a result was compared with something and has a state that the council shows in red."""
    return rating.placed and rating.state.colour is Colour.RED


def is_on_target(rating: IndicatorRating) -> bool:
    """Whether a result was compared with something and is not worse than that."""
    return rating.placed and not rating.missed


def is_missed(rating: IndicatorRating) -> bool:
    """Whether a result is worse than its target."""
    return rating.missed


def is_slipping(rating: IndicatorRating) -> bool:
    """Whether a result is on target and worse than the one before."""
    return is_on_target(rating) and rating.previous is not None and rating.previous.key == "declined"


def is_other_exception(rating: IndicatorRating) -> bool:
    """Whether an indicator that is not red must still be told of: late, without a usable band, or forecast red."""
    forecast = rating.forecast_state
    return not is_red(rating) and (
        rating.state.key in _NOT_RATED or (forecast is not None and forecast.colour is Colour.RED)
    )


def running(rating: IndicatorRating, holds: _Holds) -> int:
    """Return for how many periods running, up to the one rated, something holds."""
    number, one = 0, rating
    while holds(one):
        number, one = number + 1, one.earlier
    return number


def for_how_long(rating: IndicatorRating, holds: _Holds) -> str:
    """Return for how many periods running something holds, in words: `3 quarters`."""
    return number_of(running(rating, holds), interval(rating.subject).removesuffix("s"))


def runs(ratings: Iterable[IndicatorRating], holds: _Holds) -> list[View]:
    """Return how long something has held, two periods or more, and the ids of the indicators; the longest run first."""
    found = [(many, rating) for rating in ratings if (many := running(rating, holds)) >= RUNNING]
    found.sort(key=lambda one: -one[0])
    lengths: dict[str, list[str]] = {}
    for _, rating in found:
        lengths.setdefault(for_how_long(rating, holds), []).append(rating.subject.id)
    return [{"running": length, "ids": ids} for length, ids in lengths.items()]


def turned(ratings: Sequence[IndicatorRating]) -> View:
    """Return the ids of indicators that are red and were not the period before, and those the other way round."""
    return {
        "now": [one.subject.id for one in ratings if is_red(one) and one.earlier.placed and not is_red(one.earlier)],
        "no_longer": [one.subject.id for one in ratings if one.placed and not is_red(one) and is_red(one.earlier)],
    }


def red_words(edition: Edition, ratings: Iterable[IndicatorRating]) -> list[str]:
    """Return the council's words for the red states that any result has, in its order; else its word for red."""
    found = {rating.state.key for rating in ratings if is_red(rating)}
    return [edition.status(state).word.lower() for state in edition.states if state.key in (found or {"red"})]
