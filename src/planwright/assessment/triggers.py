"""What an indicator's trigger asks for: the conditions that hold, for as many periods running as it says."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from planwright.quantity import grouped
from planwright.records.rating import Trigger

from .rating import IndicatorRating
from .scales import UNUSABLE
from .states import Colour

_Holds = Callable[[IndicatorRating], bool]


def fired(rating: IndicatorRating, trigger: Trigger) -> tuple[str, ...]:
    """Return in words the conditions of a trigger that hold in a period and in as many before it as it asks for."""
    if trigger.asks_for == "nothing" or not rating.placed:
        return ()
    held = _conditions(rating, trigger)
    one = rating
    for _earlier in range(1, trigger.periods):
        if not held:
            break
        one = one.earlier
        before = _conditions(one, trigger)
        held = [condition for condition in held if condition in before]
    more = f", {trigger.periods} periods running" if trigger.periods > 1 else ""
    return tuple(f"{condition}{more}" for condition in held)


def conditions(trigger: Trigger) -> tuple[str, ...]:
    """Return in words what a trigger waits for."""
    point = () if trigger.below is None else (f"beyond the trigger point {grouped(trigger.below)}",)
    return (*(_WORDS.get(condition, condition) for condition in trigger.when), *point)


def so_far(rating: IndicatorRating, trigger: Trigger) -> int:
    """Return for how many periods running a condition of a trigger has held, at most as many as it asks for."""
    lengths = range(trigger.periods, 0, -1)
    return next((one for one in lengths if fired(rating, trigger.model_copy(update={"periods": one}))), 0)


def _conditions(rating: IndicatorRating, trigger: Trigger) -> list[str]:
    """Return the conditions of a trigger that hold in one period, in words."""
    held = [_WORDS.get(condition, condition) for condition in trigger.when if _HOLDS[condition](rating)]
    if trigger.below is not None and rating.value is not None:
        lower = rating.subject.record.polarity == "lower"
        worse = rating.value > trigger.below if lower else rating.value < trigger.below
        held += [f"beyond the trigger point {grouped(trigger.below)}"] if worse else []
    return held


def on_target_for(rating: IndicatorRating, most: int) -> int:
    """Return for how many periods running, up to a period and at most so many, an indicator has been on target."""
    running, one = 0, rating
    while running < most and one.placed and not one.missed:
        running += 1
        one = one.earlier
    return running


def _worse(rating: IndicatorRating) -> bool:
    return rating.previous is not None and rating.previous.key == "declined"


def _forecast_missed(rating: IndicatorRating) -> bool:
    return rating.forecast_state is not None and rating.forecast_missed


_HOLDS: Mapping[str, _Holds] = MappingProxyType(
    {
        "below target": lambda rating: rating.missed,
        "forecast to miss": _forecast_missed,
        "red": lambda rating: rating.placed and rating.state.colour is Colour.RED,
        "outside tolerance": lambda rating: (
            rating.placed and (rating.state.colour is Colour.RED or rating.state.key == UNUSABLE)
        ),
        "worsening": _worse,
        "red and worsening": lambda rating: rating.placed and rating.state.colour is Colour.RED and _worse(rating),
    }
)
_WORDS: Mapping[str, str] = MappingProxyType({"below target": "worse than target"})
