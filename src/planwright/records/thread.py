"""The golden thread: aims, objectives at any layer, the links between them, and what a target is."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from .base import Item, Record, Shorthand, public
from .scalars import Date, Measure, PeriodName, Prose, Ref, Text, To, Word, YesNo

PostRef = Annotated[Ref, To("post")]
PartyRef = Annotated[Ref, To("post", "team", "partner", "committee", "service")]
ServiceRef = Annotated[Ref, To("service")]
IndicatorRef = Annotated[Ref, To("indicator")]
ObjectiveRef = Annotated[Ref, To("objective")]
DecisionRef = Annotated[Ref, To("decision")]
MeetingRef = Annotated[Ref, To("meeting")]
RiskRef = Annotated[Ref, To("risk")]


class Link(Shorthand):
    """How one item serves another above it in the golden thread."""

    main = "to"

    to: Annotated[Ref, To("aim", "objective", "priority")] = public("The aim, priority or objective served.")
    type: Literal["contributes", "direct", "indirect", "supports"] = public(
        "direct: our work moves the result; indirect: we are one of several contributors; "
        "supports: a support service; contributes: not said.",
        default="contributes",
    )
    so_that: Text | None = public("Why the link holds, completing 'so that ...'.", default=None)
    share: Text | None = public("For an indirect link, what part is ours and who the others are.", default=None)
    confirmed: Date | None = public("When the link was last confirmed against its parent.", default=None)
    wording: Text | None = public("The parent's title when the link was confirmed.", default=None)


class Foundation(Record):
    """Another plan or strategy this one rests on or feeds."""

    title: Text = public("Its name.")
    plan: (
        Annotated[Ref, To("national-priorities", "community-plan", "corporate-plan", "department-plan", "service-plan")]
        | None
    ) = public("The plan itself, where it is kept here.", default=None)
    statutory: YesNo = public("yes where the law requires it.", default=False)
    relation: Literal["rests on", "feeds", "beside"] = public("How the two are related.", default="rests on")
    url: Text | None = public("Where it can be read.", default=None)


class SmartTarget(Record):
    """A value an objective is to reach by a date, measured by an indicator where there is one."""

    title: Text = public("The target in words, for example: half of households rehoused within 21 days.")
    kind: Literal["reach", "reduce by amount", "reduce by percent", "stay below", "stay above", "maintain"] = public(
        "How the target is read.", default="reach"
    )
    indicator: IndicatorRef | None = public("The indicator that measures it.", default=None)
    value: Measure | None = public("The value to reach.", default=None)
    by: Date | None = public("The day by which it is reached.", default=None)
    each_year: YesNo = public("yes where the amount or percentage is to be reached anew each year.", default=False)
    since: PeriodName | None = public(
        "The first period counted, where the target is a total over years: 2026-27 for 330 homes in three years.",
        default=None,
    )
    baseline: Measure | None = public("The value it starts from.", default=None)
    comparator: Text | None = public("What it is compared with, for example the regional average.", default=None)
    stretch: Text | None = public("Why this is a stretch ('heroic') target, where it is one.", default=None)


class Aim(Item):
    """A long-term aspiration of a layer, such as a strand of the community plan."""

    thing: ClassVar[str] = "aim"

    title: Text = public("The aim in a sentence.")
    description: Prose | None = public("What it means, for the reader.", default=None, markdown=True)
    lead: Annotated[Ref, To("post", "partner", "portfolio")] | None = public("Who leads on it.", default=None)
    links: tuple[Link, ...] = public("Aims above it that it serves.", default=())
    tags: tuple[Word, ...] = public("Labels, for example a national outcome.", default=())


class Objective(Item):
    """What is to be achieved, at any layer; it links upward."""

    thing: ClassVar[str] = "objective"
    starts_with: ClassVar[tuple[str, ...]] = ("lead", "links", "measured_by")

    title: Text = public("The objective in a sentence.")
    description: Prose | None = public("More about it, for the reader.", default=None, markdown=True)
    links: tuple[Link, ...] = public("What it serves in the layer above.", default=())
    statutory_driver: Text | None = public("The law that requires it, where it serves no priority.", default=None)
    measured_by: tuple[IndicatorRef, ...] = public("The indicators that show progress.", default=())
    targets: tuple[SmartTarget, ...] = public("SMART and stretch targets.", default=())
    outcomes: tuple[Text, ...] = public("The change for people it brings about.", default=())
    lead: PostRef | None = public("The post responsible.", default=None)
    theme: Word | None = public("The theme under which plans group it.", default=None)
    symbol: Word | None = public("A short sign for it in tables.", default=None)
    cross_cutting: tuple[Word, ...] = public("Cross-cutting issues it touches, such as equality.", default=())
    tags: tuple[Word, ...] = public("Labels.", default=())


class Target(Shorthand):
    """What an indicator should reach in a period; a single value may be written on its own."""

    main = "value"

    value: Measure | None = public("The value to reach.", default=None)
    low: Measure | None = public("Lower end, where the result should stay in a range.", default=None)
    high: Measure | None = public("Upper end, where the result should stay in a range.", default=None)
    green: Measure | None = public("Green at this value or better, where set explicitly.", default=None)
    amber: Measure | None = public("Amber at this value or better, where set explicitly.", default=None)
    floor: Measure | None = public("The floor standard, below which the result is red.", default=None)
    rationale: Text | None = public("Why the target is what it is.", default=None)
    approved_by: DecisionRef | None = public("The decision that set it.", default=None)

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """Both ends of a range, or else the one value to reach; empty where neither is given."""
        if self.low is not None and self.high is not None:
            return self.low, self.high
        goal = self.green if self.value is None else self.value
        return () if goal is None else (goal,)


class Baseline(Record):
    """Where an indicator stood when it was first measured."""

    value: Measure = public("The value.")
    period: PeriodName = public("The period it was measured for.")
