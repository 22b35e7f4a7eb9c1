"""The risk log: what could go wrong, how likely and how bad, what is done about it and who watches."""

from typing import Annotated, ClassVar, Literal

from planwright.records.base import Item, Plan, Record, members, officers, public
from planwright.records.scalars import Date, DueDate, Number, Prose, Ref, Text, To, Word, YesNo
from planwright.records.thread import IndicatorRef, ObjectiveRef, PostRef, ServiceRef


class Score(Record):
    """Likelihood and impact, in the words or numbers of the council's own scale."""

    likelihood: Word = public("How likely, on the scale in the settings.")
    impact: Word = public("How bad, on the scale in the settings.")


class DatedScore(Score):
    """A score as it stood after a review."""

    on: Date = public("The day of the review.")
    note: Text | None = members("What changed.", default=None)


class RiskAction(Record):
    """One thing done to prevent, prepare for or alleviate a risk."""

    title: Text = public("What is done.")
    type: Literal["prevent", "prepare", "alleviate"] | None = public("What it does to the risk.", default=None)
    owner: PostRef | None = public("The post that does it.", default=None)
    due: DueDate | None = public("By when.", default=None)
    done: Date | None = public("When it was done.", default=None)
    action: Annotated[Ref, To("action")] | None = public("The action of a plan that carries it.", default=None)


class Risk(Item):
    """One risk: a threat or an opportunity."""

    thing: ClassVar[str] = "risk"
    starts_with: ClassVar[tuple[str, ...]] = (
        "cause",
        "event",
        "consequence",
        "controls",
        "current",
        "actions",
        "owner",
        "monitor",
        "reviewed",
    )

    title: Text = public("The risk in a line.")
    nature: Literal["threat", "opportunity"] = public("A threat or an opportunity.", default="threat")
    category: Word | None = public("Its category.", default=None)
    cause: Text | None = public("What could bring it about.", default=None)
    event: Text | None = public("What would happen.", default=None)
    consequence: Text | None = public("What would follow.", default=None)
    service: ServiceRef | None = public("The service it belongs to, where the log names none.", default=None)
    objectives: tuple[ObjectiveRef, ...] = public("Objectives it threatens.", default=())
    indicators: tuple[IndicatorRef, ...] = public("Indicators that would show it.", default=())
    controls: tuple[Text, ...] = public("Controls already in place.", default=())
    inherent: Score | None = public("Score before any control.", default=None)
    current: Score | None = public("Score today.", default=None)
    target: Score | None = public("Score to be reached.", default=None)
    history: tuple[DatedScore, ...] = public("Earlier scores, oldest first.", default=())
    response: Literal["treat", "tolerate", "transfer", "terminate", "take"] = public("The response.", default="treat")
    actions: tuple[RiskAction, ...] = public("What is done about it.", default=())
    owner: PostRef | None = public("The post that acts.", default=None)
    monitor: PostRef | None = public("The post that watches.", default=None)
    reviewed: Date | None = public("When it was last reviewed.", default=None)
    review_by: Date | None = public("When it must next be reviewed, where sooner than the settings say.", default=None)
    escalated_to: Annotated[Ref, To("risk", "risk-log")] | None = public(
        "The corporate log, or the corporate risk, that carries it.", default=None
    )
    closed: Date | None = public("When it was closed.", default=None)
    closed_because: Text | None = public("Why it was closed.", default=None)
    money: Number | None = officers("What it could cost, in pounds.", default=None)
    note: Prose | None = officers("Notes for officers.", default=None, markdown=True)


class RiskLog(Plan, Item):
    """The risks of a service, a project, or the whole council."""

    thing: ClassVar[str] = "risk-log"
    starts_with: ClassVar[tuple[str, ...]] = ("service", "risks")

    title: Text | None = public("The log's title.", default=None)
    service: ServiceRef | None = public("The service, for a service's log.", default=None)
    corporate: YesNo = public("yes for the corporate log.", default=False)
    reviewed: Date | None = public("When the whole log was last reviewed.", default=None)
    risks: tuple[Risk, ...] = public("The risks.", default=())


KIND = RiskLog
