"""The states a rating can be in: their keys, words and colours, and which of them count as rated."""

from dataclasses import dataclass
from enum import StrEnum


class Colour(StrEnum):
    """What a state looks like; grey states are not rated or need no attention."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class State:
    """One state: its key (`--only` takes it), the word papers print, its colour, and whether it is a rating at all."""

    key: str
    word: str
    colour: Colour = Colour.GREY
    rated: bool = False


_ALL = (
    State("green", "Green", Colour.GREEN, rated=True),
    State("amber", "Amber", Colour.AMBER, rated=True),
    State("red", "Red", Colour.RED, rated=True),
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
STATES = {state.key: state for state in _ALL}
