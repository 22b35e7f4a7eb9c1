"""The parts of a service plan on what it covers, what is to change, with what means, and how it is watched."""

from typing import Annotated, Literal

from .base import Record, Shorthand, members, public
from .scalars import Count, Date, DueDate, Number, PeriodName, Prose, Ref, Text, To, Word, YesNo
from .thread import DecisionRef, IndicatorRef, MeetingRef, PartyRef, PostRef, RiskRef


class Profile(Record):
    """The service at a glance, under the headings of the guidance."""

    structure: Prose | None = public("Organisational structure.", default=None, markdown=True)
    customers: Prose | None = public("Who uses the service.", default=None, markdown=True)
    employees: Prose | None = public("Who works in it.", default=None, markdown=True)
    revenue: Number | None = public("Net revenue budget for the first year, in pounds.", default=None)
    capital: Number | None = public("Capital budget for the first year, in pounds.", default=None)
    income: Number | None = public("Income for the first year, in pounds.", default=None)
    fte: Number | None = public("Staff in full-time equivalents.", default=None)
    budgets: dict[PeriodName, Number] = public("Net service budget by year, in pounds, where known.", default={})
    finance: Prose | None = public("Anything else about money.", default=None, markdown=True)
    geography: Prose | None = public("Where the service is delivered.", default=None, markdown=True)
    partners: tuple[PartyRef, ...] = public("Key partners.", default=())


class Excluded(Shorthand):
    """Something a reader would expect in the plan but which others deliver."""

    main = "item"

    item: Text = public("What is left out.")
    responsible: Text | None = public("Who delivers it.", default=None)
    oversight: Text | None = public("How the service keeps oversight of it.", default=None)


class Scope(Record):
    """What the plan covers and what it does not."""

    included: tuple[Text, ...] = public("What is in the plan.", default=())
    excluded: tuple[Excluded, ...] = public("What is not, who is responsible and how oversight is kept.", default=())


class ServiceStandard(Record):
    """A level of service promised every day, which is not a target to be reached by a date."""

    title: Text = public("The promise, in words a customer understands.")
    source: Text | None = public("Who set it: the council, a law, a professional institute.", default=None)
    indicator: IndicatorRef | None = public("The indicator that shows whether it is kept.", default=None)
    kept: Text | None = public("How far it was kept last year, where no indicator tells.", default=None)


class CrossCuttingIssue(Record):
    """An issue of the whole council, such as equality or procurement, and what this service does about it."""

    issue: Word = public("The issue, in the word that objectives use under cross_cutting.")
    approach: Text = public("What the service does about it.")
    shared_with: tuple[PartyRef, ...] = public("Other services and partners it concerns.", default=())


class Dialogue(Record):
    """How the service will talk with one group of customers or stakeholders."""

    audience: Text = members("Whom the service talks with.")
    purpose: Text | None = members("What about.", default=None)
    how: Text | None = members("How.", default=None)
    when: Text | None = members("When or how often.", default=None)
    lead: PostRef | None = members("The post responsible.", default=None)


class DevelopmentStep(Record):
    """One step in developing the service itself: its ways of working, systems or skills."""

    title: Text = members("What is developed.")
    how: Text | None = members("How.", default=None)
    by: DueDate | None = members("By when.", default=None)
    lead: PostRef | None = members("The post responsible.", default=None)
    action: Annotated[Ref, To("action")] | None = members("The action that carries it.", default=None)


class Allocation(Record):
    """Time and money set aside for one function or project in a year's work programme."""

    title: Text = members("The function or project.")
    type: Literal["function", "project"] = members("Whether it goes on every year or ends.", default="function")
    team: Annotated[Ref, To("team")] | None = members("The team, where it is one team's work.", default=None)
    year: PeriodName | None = members("The year; the plan's first where not given.", default=None)
    days: Number | None = members("Working days.", default=None)
    money: Number | None = members("Budget, in pounds.", default=None)
    actions: tuple[Annotated[Ref, To("action")], ...] = members("The actions it pays for.", default=())


class PlanningDay(Record):
    """A day on which officers, or officers and members, take stock or plan."""

    title: Text = public("What the day is for.")
    on: DueDate | None = public("When: 2026-10-14, 2026-10 or 2026-10 week 2.", default=None)
    who: Text | None = public("Who takes part.", default=None)
    result: Text | None = public("What came of it.", default=None)


class HeldElsewhere(Record):
    """A section of the plan that stands in another document, so that nothing is written twice."""

    section: Word = public("The section, for example swot.")
    plan: (
        Annotated[
            Ref, To("community-plan", "corporate-plan", "department-plan", "service-plan", "team-plan", "risk-log")
        ]
        | None
    ) = public("The plan that holds it, where it is kept here.", default=None)
    document: Text | None = public("The document that holds it, where it is kept elsewhere.", default=None)
    url: Text | None = public("Where that can be read.", default=None)


class PlannedChange(Record):
    """A change the service intends to make, and why."""

    title: Text = public("The change.")
    kind: Literal["service profile", "performance", "reduction", "cost"] = public("What kind of change it is.")
    reason: Text | None = public("What drives it.", default=None)
    implications: Text | None = public("What it means for customers, staff and money.", default=None)
    scale: Literal["incremental", "transformational"] = public("How big a step it is.", default="incremental")


class RankedPriority(Record):
    """A priority of the service, with the reason it comes where it does."""

    title: Text = public("The priority.")
    rank: Count | None = public("Order, 1 first.", default=None)
    horizon: Literal["near term", "long term"] = public("When it matters.", default="near term")
    reason: Text | None = public("Why.", default=None)


class EfficiencyGain(Record):
    """A gain or saving, in the categories of the guidance's table."""

    title: Text = public("What is gained.")
    category: Literal[
        "much more for a little more", "more for the same", "more for less", "the same for less", "less for even less",
    ] = public("The category; 'less for even less' is another saving, never a gain.")  # fmt: skip
    cashable: YesNo = public("Whether money is released.", default=False)
    test: Literal[
        "same with fewer inputs", "same at lower cost", "more for the same", "proportionately more for more",
    ] | None = public("Which of the four tests of efficiency it passes.", default=None)  # fmt: skip
    amounts: dict[PeriodName, Number] = public("Pounds by year, for example 2026-27: 5000.", default={})
    evidence: Text | None = public("How the gain is shown.", default=None)


class Monitoring(Record):
    """One row of how the plan is monitored."""

    what: Text = public("What is reported.")
    how: Text | None = public("How it is watched: a board on the wall, a meeting, a report.", default=None)
    frequency: Text = public("How often.")
    who: PartyRef | None = public("Who reports.", default=None)
    to: Annotated[Ref, To("post", "committee", "portfolio", "team")] | None = public("To whom.", default=None)
    acts: PartyRef | None = public("Who acts when progress is too slow.", default=None)


class Collection(Record):
    """Two or three indicators that must be read together, because one alone misleads."""

    title: Text = public("What they show together.")
    indicators: tuple[IndicatorRef, ...] = public("The indicators.")
    note: Text | None = public("How to read them.", default=None)


class Consultation(Record):
    """A planned or finished consultation."""

    title: Text = public("What is asked, of whom.")
    method: Text | None = public("How.", default=None)
    when: Text | None = public("When.", default=None)
    result: Text | None = public("Key results.", default=None)
    action: Annotated[Ref, To("action")] | None = public("The action that follows.", default=None)


class Partnership(Record):
    """How work with a partner is to develop."""

    partner: Annotated[Ref, To("partner")] = public("The partner.")
    purpose: Text | None = public("What the partnership is for.", default=None)
    development: tuple[Annotated[Ref, To("action")], ...] = public("Actions that develop it.", default=())


class ValueForMoney(Record):
    """Value for money: what is in place, and what can be shown."""

    cost: Literal["low", "average", "high", "unknown"] = public("Comparative cost.", default="unknown")
    performance: Literal["low", "average", "high", "unknown"] = public("Comparative performance.", default="unknown")
    arrangements: Prose | None = public("How value for money is looked after.", default=None, markdown=True)
    demonstration: Prose | None = public("What shows it.", default=None, markdown=True)


class Deliverability(Record):
    """Whether the plan can be delivered, and what it depends on."""

    assessment: Prose = public("The assessment.", markdown=True)
    dependencies: tuple[Text, ...] = public("What delivery depends on.", default=())


class Improvement(Record):
    """A potential improvement and where the idea comes from."""

    title: Text = public("The improvement.")
    source: Text | None = public("Consultation, performance, challenge ...", default=None)
    challenge: Text | None = public("The challenge of delivery behind it.", default=None)
    action: Annotated[Ref, To("action")] | None = public("The action that takes it up.", default=None)


class Approval(Record):
    """An approval of the plan or of a part of it."""

    part: Literal["part 1", "part 2", "whole"] = public("What was approved.", default="whole")
    meeting: MeetingRef | None = public("The meeting that approved it.", default=None)
    route: Text | None = public("Another route, such as a partnership board or a weekly list.", default=None)
    on: Date | None = public("The day.", default=None)
    reference: Text | None = public("Its reference.", default=None)
    decision: DecisionRef | None = public("The recorded decision.", default=None)


class RiskConfirmation(Record):
    """Confirmation that the service's risks were reviewed."""

    reviewed_on: Date = public("When.")
    by: PostRef = public("By which post.")
    escalated: tuple[RiskRef, ...] = members("Risks put forward for the corporate log.", default=())


class Continuity(Record):
    """What the service will do when it cannot work as usual."""

    title: Text = members("The disruption prepared for.")
    plan: Text | None = members("The arrangement, or where it is kept.", default=None)
    tested: Date | None = members("When it was last tested.", default=None)
    risk: RiskRef | None = members("The risk behind it.", default=None)
