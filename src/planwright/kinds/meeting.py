"""A meeting: its items, what was recommended, and what was decided with its minute reference."""

from typing import Annotated, ClassVar, Literal

from planwright.records.base import Item, Plan, Record, public
from planwright.records.scalars import Date, Prose, Ref, Text, To, Word
from planwright.records.thread import PostRef


class Decision(Item):
    """What was resolved."""

    thing: ClassVar[str] = "decision"

    text: Text = public("What was decided.")
    type: Literal[
        "amend target", "additional resources", "still achievable", "approve", "note", "refer", "accept", "other"
    ] = public("What kind of decision it is.", default="other")
    about: tuple[Annotated[Ref, To()], ...] = public("What it is about: any items.", default=())
    minute: Text | None = public("Minute reference.", default=None)
    reasons: Text | None = public("The reasons given.", default=None)
    response_due: Date | None = public("When a response is due.", default=None)


class Recommendation(Record):
    """What a paper asked the meeting to do."""

    text: Text = public("The recommendation.")
    type: Literal["agree", "adopt in principle", "commission", "approve", "note", "refer"] = public(
        "What it asks for.", default="agree"
    )
    follow_up: Text | None = public("What should come of it.", default=None)


class AgendaItem(Record):
    """One item of business."""

    starts_with: ClassVar[tuple[str, ...]] = ("decisions",)

    number: Word | None = public("Its number on the agenda.", default=None)
    title: Text = public("The item.")
    about: tuple[Annotated[Ref, To()], ...] = public("The plan items it is about.", default=())
    author: PostRef | None = public("The post that brings it.", default=None)
    note: Prose | None = public("What was discussed.", default=None, markdown=True)
    recommendations: tuple[Recommendation, ...] = public("What was asked.", default=())
    decisions: tuple[Decision, ...] = public("What was decided.", default=())


class Meeting(Plan, Item):
    """One sitting of a committee or other body."""

    thing: ClassVar[str] = "meeting"
    starts_with: ClassVar[tuple[str, ...]] = ("items",)

    committee: Annotated[Ref, To("committee")] = public("The body that met.")
    date: Date = public("The day.")
    title: Text | None = public("A title, where the committee and date are not enough.", default=None)
    previous: Annotated[Ref, To("meeting")] | None = public("The meeting before this one.", default=None)
    items: tuple[AgendaItem, ...] = public("The business.", default=())


KIND = Meeting
