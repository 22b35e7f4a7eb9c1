"""The columns of a return and what they hold: facts that are printed, and the fields of a result that are answered."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import get_args

from planwright.kinds.indicators import Indicator
from planwright.kinds.results import GroupResult, Result
from planwright.quantity import is_yes_no, yes_no

GUIDANCE, ANSWERS, LISTS, STAMP = "How to fill this in", "Return", "Lists", "planwright"
SHEETS = (GUIDANCE, ANSWERS, LISTS, STAMP)
TITLE_ROW, ABOUT_ROW, HINT_ROW, HEADING_ROW = 0, 1, 2, 4
YES_NO = ("yes", "no")
MISSING = tuple(word for part in get_args(Result.model_fields["missing"].annotation) for word in get_args(part))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its width in characters, and what belongs there; facts are printed, never read."""

    name: str
    heading: str
    width: int
    about: str
    fact: bool = False


COLUMNS = (
    Column("indicator", "Indicator", 13, "The indicator's id.", fact=True),
    Column("period", "Period", 12, "The months the figure is for.", fact=True),
    Column("group", "Area or group", 13, "Empty for the whole; else the area or group of the row.", fact=True),
    Column("title", "Title", 28, "What it is called.", fact=True),
    Column("description", "What is counted", 34, "What the figure must hold, and what not.", fact=True),
    Column("unit", "Unit", 9, "What the figure is in.", fact=True),
    Column("polarity", "Which way is good", 12, "Whether more or less is better.", fact=True),
    Column("target", "Target", 12, "What was agreed for the period.", fact=True),
    Column("before", "Last time", 32, "The figure of the period before, and what was said about it.", fact=True),
    Column("last_year", "Same period last year", 12, "The figure a year earlier.", fact=True),
    Column("wanted", "What is asked", 22, "Whether the figure is due, late, provisional or given.", fact=True),
    Column("value", "Value", 11, "The figure alone, without its unit: 88.5. A question is answered by yes or no."),
    Column("numerator", "Number counted", 11, "Where the value is a share: how many there were of them."),
    Column("denominator", "Out of how many", 11, "Where the value is a share: of how many in all."),
    Column("provisional", "Provisional?", 13, "Choose yes while the figure may still change, no once it is final."),
    Column("comment", "Comment", 32, "What lies behind the figure, for members and the public."),
    Column(
        "action", "What is being done", 28, "What is being done about it, by whom and by when, if it is off target."
    ),
    Column("forecast", "Forecast for the year end", 11, "The value you expect at the end of the year."),
    Column("forecast_by", "Forecast by", 24, "The post that made the forecast; your own if left empty."),
    Column("missing", "Why there is no value", 14, "If there is none and will be none: choose why."),
    Column("reason", "Reason", 24, "Why there is no value, or why a final figure is changed."),
    Column("as_at", "Date measured", 13, "The day the figure was taken."),
)
PLACES = {column.name: place for place, column in enumerate(COLUMNS)}
ANSWERED = tuple(column.name for column in COLUMNS if not column.fact)
AMOUNTS = ("value", "numerator", "denominator", "forecast")
COUNTED = ("numerator", "denominator")
_OF_A_GROUP = ("value", "numerator", "denominator", "comment")


def open_fields(*, fraction: bool, group: str) -> tuple[str, ...]:
    """Return the fields that may be answered in a row: those of a share where there is one, few for a group."""
    return tuple(name for name in (_OF_A_GROUP if group else ANSWERED) if fraction or name not in COUNTED)


def standing(indicator: Indicator, result: Result | GroupResult | None) -> dict[str, str]:
    """Return what stands of a result, by field, as it is written in a cell; what is not given is left out."""
    found = {name: _text(getattr(result, name, None), indicator.unit or "", name) for name in ANSWERED}
    return {name: text for name, text in found.items() if text}


def _text(value: object, unit: str, field: str) -> str:
    match value:
        case bool():
            return "yes" if value else ""
        case Decimal():
            answer = is_yes_no(unit) and field not in COUNTED
            return yes_no(value) if answer else format(value, "f")
        case date():
            return value.isoformat()
    return "" if value is None else str(value)
