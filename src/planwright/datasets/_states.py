"""How a state stands in a table: its key, the council's own word for it, its colour, and whether it is a rating."""

from planwright.assessment import State
from planwright.datasets._fields import text
from planwright.reports import Edition
from planwright.table import Cell, Column

COLUMNS = (
    Column("state", "string", "The state's key, as the settings name it under states."),
    Column("word", "string", "The council's own word for the state."),
    Column("colour", "string", "green, amber, red, blue, or grey for what is not rated."),
    Column("rated", "boolean", "Whether it counts as rated."),
)


def cells(edition: Edition, state: State) -> tuple[Cell, ...]:
    """Return the cells of a state."""
    return (state.key, text(edition.status(state).word), state.colour.value, state.rated)
