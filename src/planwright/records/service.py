"""The parts of a service plan that answer the four questions, apart from objectives and actions."""

from typing import Annotated, Literal

from .base import Record, Shorthand, members, public
from .scalars import Count, Date, Number, PeriodName, Prose, Ref, Text, To, YesNo
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


class Driver(Record):
    """A reason why the service exists or must change."""

    title: Text = public("The driver, for example an Act or a strategy.")
    kind: Literal[
        "statutory minimum", "national priority", "professional standard", "departmental guidance",
        "regulator good practice", "local strategy", "customer need", "member priority", "partner priority", "other",
    ] = public("What kind of driver it is.", default="other")  # fmt: skip
    effect: Text | None = public("What it asks of the service.", default=None)
    url: Text | None = public("Where it can be read.", default=None)


class Feedback(Record):
    """What users and others say, in a line or two, with where to read more."""

    kind: Literal[
        "survey", "partner data", "complaints and comments", "regular procedure", "consultation", "informal", "audit",
    ] = public("Where it comes from.")  # fmt: skip
    finding: Text = public("What was found.")
    audience: Text | None = public("Whose view it is: users, non-users, members, ...", default=None)
    on: Date | None = public("When.", default=None)
    url: Text | None = public("Where the details are.", default=None)
    equality_note: Text | None = public("Whose voice may be missing.", default=None)
    action: Annotated[Ref, To("action")] | None = public("The action that answers it.", default=None)


class Aspect(Record):
    """A verdict on one aspect of the service."""

    title: Text = public("The aspect.")
    verdict: Literal["continue", "improve", "cease"] = public("What should happen to it.")
    because: Text | None = public("The evidence for the verdict.", default=None)


class Achievement(Record):
    """Something that went well, and whom to ask about it."""

    title: Text = public("What was achieved.")
    evidence: Text | None = public("How we know.", default=None)
    award: Text | None = public("Recognition it received.", default=None)
    contact: PostRef | None = public("The post to ask.", default=None)
    implication: Text | None = public("What it says about where to put effort next.", default=None)


class Comparison(Record):
    """How the service compares with another council or provider, or with a wider area."""

    with_: Text = public("Who it is compared with.", alias="with")
    kind: Literal["council", "provider", "area"] = public(
        "Another council, another kind of provider, or an area such as the region.", default="council"
    )
    indicator: IndicatorRef | None = public("The measure compared.", default=None)
    finding: Text = public("What the comparison shows.")
    scope: Text | None = public("Which part of the service it covers.", default=None)


class Swot(Record):
    """Strengths, weaknesses, opportunities and threats."""

    strengths: tuple[Text, ...] = public("Strengths.", default=())
    weaknesses: tuple[Text, ...] = public("Weaknesses.", default=())
    opportunities: tuple[Text, ...] = public("Opportunities.", default=())
    threats: tuple[Text, ...] = public("Threats.", default=())


class ExternalFactor(Record):
    """A political, economic, social, technical, legislative or environmental factor."""

    kind: Literal["political", "economic", "social", "technical", "legislative", "environmental"] = public("Which.")
    factor: Text = public("The factor.")
    effect: Text | None = public("Its effect on the service.", default=None)
    risk: RiskRef | None = public("The risk it gave rise to.", default=None)


class PlannedChange(Record):
    """A change the service intends to make, and why."""

    title: Text = public("The change.")
    kind: Literal["service profile", "performance", "reduction", "cost"] = public("What kind of change it is.")
    reason: Text | None = public("What drives it.", default=None)
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
    amounts: dict[PeriodName, Number] = public("Pounds by year, for example 2026-27: 5000.", default={})
    evidence: Text | None = public("How the gain is shown.", default=None)


class Monitoring(Record):
    """One row of how the plan is monitored."""

    what: Text = public("What is reported.")
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
