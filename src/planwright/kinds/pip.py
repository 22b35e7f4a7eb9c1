"""The Performance Improvement Plan, in the six sections of its template."""

from typing import Annotated, ClassVar, Literal

from planwright.records.base import Item, Plan, Record, members, public
from planwright.records.scalars import Date, Id, Measure, Number, PeriodName, Prose, Ref, Text, To, Word, YesNo
from planwright.records.thread import DecisionRef, IndicatorRef, MeetingRef, PostRef


class Factor(Item):
    """Something that holds performance down."""

    thing: ClassVar[str] = "factor"

    text: Text = public("The factor.")
    origin: Literal["external", "internal"] = public("Outside the council, or inside.")
    term: Literal["temporary", "long term"] = public("Whether it will pass.")
    not_addressable: Text | None = public("Why nothing can be done about it, where that is so.", default=None)


class Solution(Item):
    """One proposed solution: what, by when, for which factors, with what money."""

    thing: ClassVar[str] = "solution"
    starts_with: ClassVar[tuple[str, ...]] = ("factors", "lead")

    text: Text = public("The solution.")
    in_place_by: Date = public("The date on which it is in place.")
    factors: tuple[Annotated[Ref, To("factor")], ...] = public("The factors it addresses.", default=())
    lag: Text | None = public("How long before performance turns up.", default=None)
    effect_expected: Date | None = public("When the effect should show.", default=None)
    resourcing: Literal["within the service", "extra funding sought"] = public(
        "How it is paid for.", default="within the service"
    )
    amount: Number | None = public("Extra money sought, in pounds.", default=None)
    lead: PostRef | None = public("The post responsible.", default=None)
    option_group: Word | None = public("A name shared by alternatives of which one is chosen.", default=None)
    strengths: Text | None = public("Strengths, where it is one of several options.", default=None)
    weaknesses: Text | None = public("Weaknesses, where it is one of several options.", default=None)
    chosen: YesNo | None = public("Whether it was chosen.", default=None)
    in_place: Date | None = public("The day it was in place.", default=None)


class Comment(Record):
    """What a level of management or members said."""

    level: Word = public("The level: Head of Service, OMT, CMT or Members, as the settings name them.")
    text: Prose = public("The comment.", markdown=True)
    on: Date = public("The day.")
    by: PostRef | None = public("The post that commented.", default=None)
    meeting: MeetingRef | None = public("The meeting at which it was made.", default=None)
    approves: tuple[Annotated[Ref, To("solution")], ...] = public("Solutions it approves.", default=())
    rationale: Text | None = public("Why these were approved.", default=None)


class Entry(Record):
    """One row of progress; the score comes from the results."""

    on: Date = public("The day.")
    period: PeriodName | None = public("The period it reports on.", default=None)
    comment: Prose = public("Progress.", markdown=True)
    completion: YesNo = public("yes for the last entry, which formally completes the plan.", default=False)


class Referral(Record):
    """A referral by the scrutiny committee to the service's policy committee."""

    to: Annotated[Ref, To("committee")] = public("The committee.")
    on: Date = public("The day.")
    meeting: MeetingRef | None = public("The meeting that referred it.", default=None)
    reason: Text = public("Why.")
    decision: DecisionRef | None = public("What the committee decided.", default=None)


class Section1(Record):
    """The figures as they stood when the plan was opened."""

    period: PeriodName = public("The period that opened the plan.")
    target: Measure | None = public("The target.", default=None)
    target_as_at: Date | None = public("The target's as-at date.", default=None)
    score: Measure | None = public("The score.", default=None)
    score_as_at: Date | None = public("The score's as-at date.", default=None)
    last_year_end: Measure | None = public("Last year end score.", default=None)
    last_year_end_as_at: Date | None = public("Its as-at date.", default=None)
    twelve_months_ago: Measure | None = public("Score twelve months ago.", default=None)
    twelve_months_ago_as_at: Date | None = public("Its as-at date.", default=None)


class Pip(Plan, Item):
    """One improvement plan for one indicator."""

    thing: ClassVar[str] = "pip"
    starts_with: ClassVar[tuple[str, ...]] = ("target_rationale", "factors", "solutions")

    indicator: IndicatorRef = public("The indicator.")
    author: PostRef = public("The post that wrote it.")
    opened: Date = public("The day it was opened.")
    details: Section1 | None = public("Section 1: the indicator's figures when the plan was opened.", default=None)
    target_rationale: Text | None = public("Section 1: why the target was set as it is.", default=None)
    comments: Prose | None = public("Section 1: comments.", default=None, markdown=True)
    factors: tuple[Factor, ...] = public("Sections 2 and 3: external and internal factors.", default=())
    shared_factors: tuple[Annotated[Ref, To("factor")], ...] = public(
        "Factors already described in another plan.", default=()
    )
    solutions: tuple[Solution, ...] = public("Section 4: proposed solutions.", default=())
    management_comments: tuple[Comment, ...] = public("Section 5: management comment.", default=())
    progress: tuple[Entry, ...] = public("Section 6: progress, oldest first.", default=())
    reported_to: MeetingRef | None = public("The meeting it was first reported to.", default=None)
    referrals: tuple[Referral, ...] = public("Referrals.", default=())
    accepted: DecisionRef | None = public("A decision that accepts the shortfall.", default=None)
    lessons: Prose | None = members("What others could learn.", default=None, markdown=True)
    related: tuple[Id, ...] = public("Earlier plans on the same problem.", default=())


KIND = Pip
