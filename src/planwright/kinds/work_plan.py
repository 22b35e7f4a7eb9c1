"""The work plan: one post's objectives, actions and development; private."""

from typing import Annotated, ClassVar

from planwright.records.action import Action
from planwright.records.base import Item, Plan, Record, private
from planwright.records.scalars import Date, Prose, Ref, Text, To, Years
from planwright.records.thread import Objective, PostRef


class Development(Record):
    """A development need, and how it is met."""

    need: Text = private("What is to be learned.")
    how: Text | None = private("How.", default=None)
    by: Date | None = private("By when.", default=None)


class WorkPlan(Plan, Item):
    """What one post will do in the year; never part of anything published."""

    thing: ClassVar[str] = "work-plan"
    confidential: ClassVar[bool] = True
    starts_with: ClassVar[tuple[str, ...]] = ("objectives", "actions_led", "actions")

    post: PostRef = private("The post.")
    period: Years = private("The years it covers.")
    overview: Prose | None = private("The job in a sentence.", default=None, markdown=True)
    objectives: tuple[Objective, ...] = private("The post's objectives.", default=())
    actions: tuple[Action, ...] = private("The post's actions.", default=())
    actions_led: tuple[Annotated[Ref, To("action")], ...] = private(
        "Actions of other plans that this post leads, by reference.", default=()
    )
    development: tuple[Development, ...] = private("Development needs.", default=())
    recognition: tuple[Text, ...] = private("What was done well.", default=())


KIND = WorkPlan
