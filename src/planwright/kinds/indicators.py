"""Indicators: what is measured, which way is good, how often, and what it should reach."""

from typing import ClassVar, Literal

from planwright.records.base import Item, Plan, Record, public
from planwright.records.rating import RatingRule, Trigger
from planwright.records.scalars import (
    Count,
    Date,
    Days,
    Measure,
    PeriodName,
    Places,
    Prose,
    Text,
    Weight,
    Word,
    YesNo,
)
from planwright.records.thread import Baseline, IndicatorRef, PostRef, ServiceRef, Target

Polarity = Literal["higher", "lower", "range", "none"]
Frequency = Literal[
    "monthly", "quarterly", "half-yearly", "annual", "academic-year", "calendar-year",
    "two-yearly", "three-yearly", "four-yearly", "five-yearly", "ten-yearly",
]  # fmt: skip


class Pause(Record):
    """A stretch of time in which no result is expected."""

    state: Literal["not collected", "suspended", "baseline year", "not applicable", "withheld"] = public("Why.")
    since: PeriodName = public("The first period.")
    until: PeriodName | None = public("The last period; open-ended where not given.", default=None)
    reason: Text = public("The reason, for the reader.")


class Breakdown(Record):
    """The areas or groups of people for which an indicator is also kept, so that an average hides nobody."""

    by: Word = public("What tells them apart, for example area or age.")
    groups: tuple[Word, ...] = public("The areas or groups.")
    targets: dict[Word, dict[PeriodName, Target]] = public(
        "Targets of a group's own; the indicator's apply to all others.", default={}
    )


class Collection(Item):
    """Two or three indicators that are read together, because one of them alone would mislead."""

    thing: ClassVar[str] = "collection"
    starts_with: ClassVar[tuple[str, ...]] = ("indicators", "reading")

    title: Text = public("What they tell together.")
    indicators: tuple[IndicatorRef, ...] = public("The indicators.")
    reading: Prose | None = public("How they are to be read together.", default=None, markdown=True)


class Indicator(Item):
    """One measure."""

    thing: ClassVar[str] = "indicator"
    starts_with: ClassVar[tuple[str, ...]] = ("service", "owner", "unit", "frequency", "since", "targets")

    title: Text = public("Its name, as papers print it.")
    description: Prose | None = public("What exactly is counted.", default=None, markdown=True)
    service: ServiceRef | None = public("The service it belongs to.", default=None)
    owner: PostRef | None = public("The post that answers for it.", default=None)
    scope: Literal["corporate", "service", "national", "management", "context"] = public(
        "At which level it is used.", default="service"
    )
    key: YesNo = public("yes for a key indicator.", default=False)
    unit: Word | None = public("The unit: %, days, £, tonnes, yes/no ...", default=None)
    decimals: Places | None = public("Decimal places shown; ratings always use the stored value.", default=None)
    weight: Weight | None = public(
        "How much it counts where states are weighed together; 1 if not given.", default=None
    )
    polarity: Polarity = public(
        "higher: more is better; lower: less is better; range: between low and high; none: data only."
    )
    frequency: Frequency = public("How often it is collected.", default="quarterly")
    aggregation: Literal["sum", "mean", "latest", "weighted", "rolling", "cumulative", "supplied"] | None = public(
        "How a quarter's, half-year's or year's figure comes from its parts.", default=None
    )
    window_months: Count | None = public(
        "For a rolling figure: over how many months numerators and denominators are summed; where only numerators are "
        "given, their sum is the figure. A value that is given is the whole window's.",
        default=None,
    )
    targets: dict[PeriodName, Target] = public(
        "Targets by period: 2026-27: 95 for a year, 2026-27-Q1: 90 for a part of it.", default={}
    )
    target_pending: Text | None = public("Why there is no target yet and when it will be set.", default=None)
    rating: RatingRule | None = public("Its own rating rule.", default=None)
    trigger: Trigger | None = public("Its own trigger for an improvement plan.", default=None)
    baseline: Baseline | None = public("Where it started.", default=None)
    since: PeriodName | None = public("The first period it is collected for.", default=None)
    pauses: tuple[Pause, ...] = public("Periods in which no result is expected.", default=())
    maximum: Measure | None = public("The best value possible, for example 100 for a percentage.", default=None)
    lag_days: Days = public("Days after the period's end before a figure can exist.", default=0)
    grace_days: Days | None = public("Days after that before a missing result counts as late.", default=None)
    source: Text | None = public("Where the figure comes from.", default=None)
    formula: Text | None = public("How it is worked out.", default=None)
    breakdown: Breakdown | None = public("The areas or groups it is also kept for.", default=None)
    target_rationale: Text | None = public("Why the target is what it is.", default=None)
    contributes_to: tuple[IndicatorRef, ...] = public("Shared indicators it feeds.", default=())
    type: Literal["input", "output", "outcome"] | None = public(
        "What it measures: what goes in, what is delivered, or what changes for people.", default=None
    )
    perspective: Literal["customer", "citizen", "employee", "partner", "management", "finance"] | None = public(
        "Whose view it takes.", default=None
    )
    tags: tuple[Word, ...] = public("Labels, for example a national set.", default=())


class Indicators(Plan):
    """A set of indicator definitions."""

    starts_with: ClassVar[tuple[str, ...]] = ("indicators",)

    title: Text | None = public("The name of the set.", default=None)
    service: ServiceRef | None = public("The service, for indicators that name none.", default=None)
    rating: RatingRule | None = public("The rating rule of the set.", default=None)
    trigger: Trigger | None = public("The trigger of the set.", default=None)
    indicators: tuple[Indicator, ...] = public("The indicators.", default=())
    collections: tuple[Collection, ...] = public("Indicators that are read together.", default=())
    reviewed: Date | None = public("When the set was last reviewed.", default=None)


KIND = Indicators
