"""Results: the values of indicators by period, with their dates, commentary and forecasts."""

from typing import ClassVar, Literal

from planwright.records.base import Plan, Record, Shorthand, officers, public
from planwright.records.scalars import Date, Measure, PeriodName, PeriodPart, Prose, Text, Word, YesNo
from planwright.records.thread import IndicatorRef, PostRef


class Restatement(Record):
    """An earlier figure that was later corrected; it stays visible."""

    was: Measure = public("The figure first published.")
    on: Date = public("The day it was corrected.")
    reason: Text = public("Why.")


class Judgement(Record):
    """A person's own rating, which always says why."""

    state: Word = public("The state given: green, amber, red, or another of the settings' states.")
    reason: Text = public("Why.")
    by: PostRef = public("The post that judged.")
    on: Date = public("The day of the judgement.")


class GroupResult(Shorthand):
    """The value of one area or group."""

    main = "value"

    value: Measure | None = public("The measured value: a number, or yes / no.", default=None)
    numerator: Measure | None = public("What was counted.", default=None)
    denominator: Measure | None = public("Out of how many.", default=None)
    comment: Text | None = public("What lies behind it.", default=None)


class Result(Shorthand):
    """One value for one period; the bare number may stand on its own."""

    main = "value"
    starts_with: ClassVar[tuple[str, ...]] = ("value", "as_at", "comment")

    value: Measure | None = public("The measured value: a number, or yes / no.", default=None)
    numerator: Measure | None = public("What was counted.", default=None)
    denominator: Measure | None = public("Out of how many.", default=None)
    as_at: Date | None = public("The day it was measured.", default=None)
    published: Date | None = public("The day it was published.", default=None)
    provisional: YesNo = public("yes while the figure may still change.", default=False)
    forecast: Measure | None = public("The value expected at the end of the year.", default=None)
    forecast_by: PostRef | None = public("The post that made the forecast.", default=None)
    forecast_on: Date | None = public(
        "The day the forecast was made; the day of the result if not given.", default=None
    )
    forecast_note: Text | None = public("Why it is expected, where it differs from the result so far.", default=None)
    judgement: Judgement | None = public("A person's own rating, where the rule asks for one.", default=None)
    groups: dict[Word, GroupResult] = public("The values of its areas or groups.", default={})
    comment: Prose | None = public("What lies behind the figure, for the reader.", default=None, markdown=True)
    action: Prose | None = public("What is being done about it.", default=None, markdown=True)
    missing: Literal["not collected", "suspended", "not applicable", "withheld"] | None = public(
        "Why there is no value.", default=None
    )
    reason: Text | None = public("The reason for the missing value.", default=None)
    restated: tuple[Restatement, ...] = public("Earlier figures, oldest first.", default=())
    source: Text | None = officers("Where this figure was taken from.", default=None)
    checked_by: PostRef | None = officers("The post that checked it.", default=None)


class Comparator(Record):
    """What others reached."""

    with_: Text = public("Who, for example: Nether Barrow District Council.", alias="with")
    group: Text | None = public("The group it belongs to, for example: nearest neighbours.", default=None)
    is_: Literal["council", "provider", "average"] = public(
        "One other council, one other provider, or the published average of the group.", default="council", alias="is"
    )
    value: Measure = public("Their value.")
    period: PeriodName | None = public("For which period.", default=None)
    source: Text | None = public("Where the figure comes from.", default=None)


class Results(Plan):
    """The results of one council year."""

    starts_with: ClassVar[tuple[str, ...]] = ("results",)

    period: PeriodName = public("The year, for example 2026-27.")
    results: dict[IndicatorRef, dict[PeriodPart, Result]] = public(
        "By indicator, then by Q1 to Q4, H1, H2, a month such as 2026-04, or year.", default={}
    )
    comparators: dict[IndicatorRef, tuple[Comparator, ...]] = public("What others reached.", default={})


KIND = Results
