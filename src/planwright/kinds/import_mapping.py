"""How the columns of somebody's spreadsheet are read as results: saved once, used every quarter."""

from typing import ClassVar, Literal

from planwright.records.base import Item, Plan, Record, public
from planwright.records.scalars import Count, PeriodName, Text, Word
from planwright.records.thread import IndicatorRef

from .indicators import Polarity

Field = Literal[
    "value", "numerator", "denominator", "target", "forecast", "comment", "action", "as_at", "provisional",
]  # fmt: skip


class Columns(Record):
    """The heading of each column that is read, as the sheet writes it."""

    starts_with: ClassVar[tuple[str, ...]] = ("indicator", "period", "value", "comment")

    indicator: Text | None = public("The indicator's id, or the council's own code for it.", default=None)
    title: Text | None = public("The indicator's title.", default=None)
    group: Text | None = public("The area or group, where a row holds one of several.", default=None)
    period: Text | None = public("The period: Q2, 2026-27-Q2, September 2026 ...", default=None)
    value: Text | None = public("The result.", default=None)
    numerator: Text | None = public("What was counted.", default=None)
    denominator: Text | None = public("Out of how many.", default=None)
    target: Text | None = public("The target; only compared with the plan's, never written.", default=None)
    forecast: Text | None = public("The value expected at the end of the year.", default=None)
    forecast_by: Text | None = public("The post that made the forecast.", default=None)
    forecast_on: Text | None = public("The day it was made.", default=None)
    forecast_note: Text | None = public("Why it is expected.", default=None)
    comment: Text | None = public("The commentary.", default=None)
    action: Text | None = public("What is being done about it.", default=None)
    as_at: Text | None = public("The day it was measured.", default=None)
    provisional: Text | None = public("Whether the figure may still change.", default=None)
    published: Text | None = public("The day it was published.", default=None)
    missing: Text | None = public("Why there is no value: not collected, suspended ...", default=None)
    reason: Text | None = public("The reason for the missing value.", default=None)
    source: Text | None = public("Where the figure was taken from.", default=None)
    checked_by: Text | None = public("The post that checked it.", default=None)
    judgement_state: Text | None = public("A person's own rating, where the rule asks for one.", default=None)
    judgement_reason: Text | None = public("Why it was given.", default=None)
    judgement_by: Text | None = public("The post that judged.", default=None)
    judgement_on: Text | None = public("The day of the judgement.", default=None)
    unit: Text | None = public("The unit; only compared with the plan's.", default=None)
    polarity: Text | None = public("Which way is good; only compared with the plan's.", default=None)
    status: Text | None = public("The sender's own rating; only compared with the one worked out.", default=None)


class PeriodColumn(Record):
    """A column that holds one field of one period, such as `Q1 actual`."""

    column: Text = public("The heading, as the sheet writes it.")
    period: Text = public("The period: Q1, 2026-27-Q1, 2026-04 ...")
    field: Field = public("What it holds.", default="value")


class Vocabulary(Record):
    """The sender's own words, and what planwright calls the same."""

    polarity: dict[Word, Polarity] = public("Words for which way is good: higher, lower, range, none.", default={})
    status: dict[Word, Word] = public("Words for ratings: the key of a state, or its colour.", default={})


class ImportMapping(Plan, Item):
    """How one sort of spreadsheet is read as results."""

    thing: ClassVar[str] = "import-mapping"
    starts_with: ClassVar[tuple[str, ...]] = ("file", "columns")

    title: Text | None = public("What the spreadsheet is.", default=None)
    file: Word | None = public("The names of its files, for example leisure-*.xlsx.", default=None)
    sheet: Word | None = public("The sheet; the first with these headings where not given.", default=None)
    header_row: Count | None = public("The row of the headings, from 1; looked for where not given.", default=None)
    period: PeriodName | None = public(
        "The period of every row, or the year in which a Q1 of the sheet lies.", default=None
    )
    columns: Columns = public("The columns, by their headings.", default=Columns())
    periods: tuple[PeriodColumn, ...] = public("Columns that hold one period each.", default=())
    dates: Literal["year first", "UK"] = public(
        "How dates are typed: 2026-09-30, or 30/09/2026 as well.", default="year first"
    )
    percent: Literal["as shown", "as fraction"] | None = public(
        "Whether a plain 0.885 in a column of percentages means 0.885% or 88.5%.", default=None
    )
    blank: tuple[Text, ...] = public(
        "What stands for no result.",
        default=("n/a", "na", "-", "–", "—", "tbc", "tba", "not available", "no data", ".."),
    )
    skip: tuple[Text, ...] = public(
        "How the first cell of a row begins that is no result.", default=("total", "average", "note", "source")
    )
    codes: dict[Text, IndicatorRef] = public("The sender's own codes, and the ids they stand for.", default={})
    words: Vocabulary = public("The sender's own words.", default=Vocabulary())


KIND = ImportMapping
