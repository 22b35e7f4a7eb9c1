"""Actions and milestones: what will be done, by whom, by when, with what."""

from typing import Annotated, ClassVar, Literal

from .base import Item, Record, members, officers, public
from .scalars import Count, Date, DueDate, Id, Number, Prose, Ref, Text, To, Word, Years, YesNo
from .thread import DecisionRef, Link, ObjectiveRef, PartyRef, PostRef, RiskRef

Claim = Literal["not started", "on track", "at risk", "behind", "complete", "deferred", "cancelled", "superseded"]


class Slip(Record):
    """A new date for something that will be later than first promised."""

    to: DueDate = public("The new date.")
    on: Date | None = public("The day the new date was agreed.", default=None)
    reason: Text | None = public("Why the date moved.", default=None)
    implications: Text | None = public("What the later date means.", default=None)
    decision: DecisionRef | None = public("The decision that agreed it, where one was needed.", default=None)


class Milestone(Record):
    """A dated step of an action."""

    starts_with: ClassVar[tuple[str, ...]] = ("id",)

    thing: ClassVar[str] = "milestone"

    id: Id | None = public("Optional id.", default=None)
    title: Text = public("The step.")
    due: DueDate = public("The date first promised: 2026-09-30, 2026-09 or 2026-10 week 1. It never changes.")
    revised: tuple[Slip, ...] = public("New dates, oldest first, each with its reason.", default=())
    done: Date | None = public("The day it was completed.", default=None)
    status: Claim | None = public("What the lead says; the dates decide.", default=None)
    reason: Text | None = public("Why it is deferred, cancelled or superseded.", default=None)
    decision: DecisionRef | None = public("The decision behind that.", default=None)
    evidence: Text | None = public("Where completion can be seen.", default=None)


class Output(Record):
    """A quantity or event an action delivers, and how it is measured."""

    title: Text = public("What is delivered.")
    quantity: Number | None = public("How much or how many.", default=None)
    unit: Word | None = public("Of what.", default=None)
    measure: Text | None = public("How it is measured.", default=None)
    by: DueDate | None = public("By when.", default=None)


class Resources(Record):
    """What an action needs: money, people and skills."""

    money: Number | None = public("Money over the action's life, in pounds.", default=None)
    fund: Word | None = public("Which fund pays, for example General Fund.", default=None)
    fte: Number | None = public("Staff time in full-time equivalents.", default=None)
    skills: Text | None = public("Skills needed that the service lacks today.", default=None)
    funded: YesNo | None = public("Whether the money is in the budget.", default=None)
    note: Text | None = public("Anything else about resources.", default=None)


class YearTarget(Record):
    """What an action is to reach in one year, for plans that set targets by year instead of a due date."""

    year: Years = public("The year, for example 2026-27.")
    target: Text = public("What will be reached.")
    met: YesNo | None = public("Whether it was reached, once known.", default=None)


class Progress(Record):
    """A dated note on how an action is going."""

    on: Date = public("The day of the note.")
    note: Prose = public("What has happened and what comes next.", markdown=True)
    percent: Number | None = public("How much is done, in per cent.", default=None)
    by: PostRef | None = public("The post that wrote it.", default=None)


class Action(Item):
    """One row of an action plan."""

    thing: ClassVar[str] = "action"
    starts_with: ClassVar[tuple[str, ...]] = ("objective", "lead", "start", "due", "milestones")

    title: Text = public("The task in one line.")
    objective: ObjectiveRef | None = public("The objective it serves.", default=None)
    lead: PostRef | None = public("The one post responsible.", default=None)
    key: YesNo = public("yes for one of the three or four key initiatives of the plan.", default=False)
    start: Date | None = public("When work begins.", default=None)
    due: DueDate | None = public("The date first promised; it never changes.", default=None)
    revised: tuple[Slip, ...] = public("New dates, oldest first, each with its reason.", default=())
    done: Date | None = public("The day it was completed.", default=None)
    status: Claim | None = public("What the lead says; the dates decide.", default=None)
    reason: Text | None = public("Why it is deferred, cancelled or superseded.", default=None)
    decision: DecisionRef | None = public("The decision behind that.", default=None)
    percent: Number | None = public("How much is done, in per cent.", default=None)
    evidence: Text | None = public("Where completion can be seen.", default=None)
    milestones: tuple[Milestone, ...] = public("Dated steps.", default=())
    targets_by_year: tuple[YearTarget, ...] = public("Targets by year, where there is no due date.", default=())
    outputs: tuple[Output, ...] = public("What is delivered.", default=())
    outcomes: tuple[Text, ...] = public("The change for people that is expected.", default=())
    resources: Resources | None = members("What it needs.", default=None)
    risks: tuple[RiskRef, ...] = public("Risks that could stop it.", default=())
    depends_on: tuple[Annotated[Ref, To("action")], ...] = public("Actions that must come first.", default=())
    partners: tuple[PartyRef, ...] = public("Who else takes part.", default=())
    links: tuple[Link, ...] = public("Objectives served besides its own.", default=())
    theme: Word | None = public("The theme under which plans group it.", default=None)
    progress: tuple[Progress, ...] = officers("Dated progress notes.", default=())
    priority: Count | None = public("Order of importance, 1 first.", default=None)
    tags: tuple[Word, ...] = public("Labels.", default=())
