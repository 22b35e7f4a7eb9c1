"""The community plan: the area's vision and aims, shared with partners."""

from typing import Annotated, ClassVar

from planwright.records.action import Action
from planwright.records.base import Item, Plan, Record, public
from planwright.records.scalars import Prose, Ref, Text, To, Word, Years, YesNo
from planwright.records.service import Monitoring
from planwright.records.thread import Aim, Foundation, Objective


class Value(Record):
    """A value the organisation holds, with the phrase people remember it by."""

    name: Text = public("The value.")
    key_phrase: Text | None = public("The phrase that says it.", default=None)


class Priority(Item):
    """A priority the council has set for the period of the plan."""

    thing: ClassVar[str] = "priority"

    title: Text = public("The priority in a sentence.")
    aim: Annotated[Ref, To("aim")] | None = public("The aim it belongs to.", default=None)
    portfolio: Annotated[Ref, To("portfolio")] | None = public("The portfolio that owns it.", default=None)
    reason: Text | None = public("Why it is a priority now.", default=None)


class StrategicPlan(Plan, Item):
    """What the plans above a service's have in common."""

    title: Text = public("The plan's title.")
    statutory: YesNo = public("yes where the law requires the plan.", default=False)
    period: Years = public("The years it covers, for example 2024-25 to 2028-29.")
    summary: Prose | None = public("The plan in a paragraph.", default=None, markdown=True)
    vision: Prose | None = public("The vision.", default=None, markdown=True)
    mission: Prose | None = public("The mission.", default=None, markdown=True)
    values: tuple[Value, ...] = public("Values with key phrases.", default=())
    management_principles: tuple[Text, ...] = public("Principles of management.", default=())
    other_plans: tuple[Foundation, ...] = public("Other plans it rests on, statutory or not.", default=())
    aims: tuple[Aim, ...] = public("Long-term aims.", default=())
    priorities: tuple[Priority, ...] = public("Priorities of the period.", default=())
    objectives: tuple[Objective, ...] = public("What is to be achieved.", default=())
    actions: tuple[Action, ...] = public("Actions that stand in no service's plan.", default=())
    monitoring: tuple[Monitoring, ...] = public("Who reports what to whom, and who acts.", default=())
    tags: tuple[Word, ...] = public("Labels.", default=())


class CommunityPlan(StrategicPlan):
    """The area's long-term plan, agreed with partners."""

    thing: ClassVar[str] = "community-plan"
    starts_with: ClassVar[tuple[str, ...]] = ("vision", "aims")

    partnership: Text | None = public("The partnership that owns the plan.", default=None)
    partners: tuple[Annotated[Ref, To("partner")], ...] = public("Its members.", default=())
    commitment: Prose | None = public("What the partners have promised one another.", default=None, markdown=True)


KIND = CommunityPlan
