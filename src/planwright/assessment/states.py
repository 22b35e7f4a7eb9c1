"""The states a rating can be in: keys, words, colours and symbols, ours until the council's settings say otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from planwright.kinds.settings import Settings
from planwright.kinds.settings import State as Shown
from planwright.palette import Symbol


class Colour(StrEnum):
    """What a state looks like; grey states are not rated or need no attention."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"


MISSED = frozenset({Colour.AMBER, Colour.RED})


@dataclass(frozen=True, slots=True)
class State:
    """One state: its key (`--only` takes it), the word papers print, its colour, and whether it is a rating at all.

    `symbol` is the shape that tells it apart without colour; the colour's usual one where it is None.
    """

    key: str
    word: str
    colour: Colour = Colour.GREY
    rated: bool = False
    symbol: Symbol | None = None


_ALL = (
    State("green", "Green", Colour.GREEN, rated=True),
    State("amber", "Amber", Colour.AMBER, rated=True),
    State("red", "Red", Colour.RED, rated=True),
    State("met", "Met", Colour.GREEN, rated=True, symbol="tick"),
    State("not-met", "Not met", Colour.RED, rated=True, symbol="cross"),
    State("well-above", "Well ahead of target", Colour.BLUE, rated=True, symbol="star"),
    State("above", "Ahead of target", Colour.GREEN, rated=True, symbol="up"),
    State("better", "Better than target", Colour.GREEN, rated=True, symbol="star"),
    State("on-target", "On target", Colour.GREEN, rated=True),
    State("below", "Behind target", Colour.AMBER, rated=True, symbol="down"),
    State("worse", "Worse than target", Colour.RED, rated=True),
    State("well-below", "Well behind target", Colour.RED, rated=True),
    State("both-met", "Both targets met", Colour.GREEN, rated=True),
    State("between", "Between targets", Colour.AMBER, rated=True, symbol="diamond"),
    State("both-missed", "Both targets missed", Colour.RED, rated=True),
    State("best-quartile", "Best quarter", Colour.GREEN, rated=True, symbol="star"),
    State("second-quartile", "Second quarter", Colour.GREEN, rated=True),
    State("third-quartile", "Third quarter", Colour.AMBER, rated=True),
    State("worst-quartile", "Worst quarter", Colour.RED, rated=True),
    State("data-only", "Data only"),
    State("no-target", "No target"),
    State("target-pending", "Target to be determined"),
    State("not-due", "Not due"),
    State("awaited", "Awaited"),
    State("late", "Late"),
    State("not-collected", "Not collected"),
    State("suspended", "Suspended"),
    State("baseline-year", "Baseline year"),
    State("not-applicable", "Not applicable"),
    State("withheld", "Withheld"),
    State("no-tolerance", "No usable tolerance"),
    State("no-benchmark", "Nothing to compare with"),
    State("not-judged", "Not judged yet"),
    State("retired", "Retired"),
    State("due-soon", "Due soon"),
    State("overdue-in-grace", "Overdue (in grace)", Colour.AMBER, rated=True),
    State("overdue", "Overdue", Colour.RED, rated=True),
    State("complete", "Complete", Colour.BLUE, rated=True),
    State("complete-late", "Complete (late)", Colour.BLUE, rated=True),
    State("ongoing", "Ongoing"),
    State("no-date", "No date"),
    State("deferred", "Deferred"),
    State("cancelled", "Cancelled"),
    State("superseded", "Superseded"),
    State("not-scored", "Not scored"),
    State("closed", "Closed"),
    State("accepted", "Shortfall accepted"),
    State("draft", "Draft"),
    State("reported", "Reported"),
    State("in-progress", "In progress"),
    State("referred", "Referred"),
    State("decided", "Decided"),
)
STATES: Mapping[str, State] = MappingProxyType({state.key: state for state in _ALL})

# The reasons of these are planwright's own words; those of the other states that are not rated were written by people.
WORKED_OUT = frozenset(
    {"not-due", "awaited", "late", "no-target", "no-tolerance", "no-benchmark", "not-judged", "data-only"}
)


def states_of(settings: Settings) -> Mapping[str, State]:
    """Return a council's states by key: ours with its own words, symbols and colours, and those it adds by a colour.

    They stand in the order the settings state, the others after those in ours.
    """
    own = settings.states
    found = {key: _shown(state, own[key]) if key in own else state for key, state in STATES.items()}
    for key, shown in own.items():
        if key not in STATES and shown.colour:
            found[key] = _shown(State(key, key), shown)
    first = {key: found[key] for key in settings.state_order if key in found}
    return MappingProxyType(first | found)


def _shown(state: State, shown: Shown) -> State:
    colour = Colour(shown.colour) if shown.colour else state.colour
    return replace(
        state,
        word=shown.word or state.word,
        colour=colour,
        rated=colour is not Colour.GREY if shown.colour else state.rated,
        symbol=shown.symbol or (None if shown.colour else state.symbol),
    )
