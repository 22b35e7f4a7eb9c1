"""The team plan: the service's objectives and actions, one layer down."""

from typing import Annotated, ClassVar

from planwright.records.action import Action
from planwright.records.base import Item, Plan, members, public
from planwright.records.scalars import Prose, Ref, Text, To, Years
from planwright.records.service import Allocation, Monitoring, PlanningDay
from planwright.records.thread import Objective, PostRef, RiskRef

from .indicators import Indicator


class TeamPlan(Plan, Item):
    """What one team will do to deliver its service plan."""

    thing: ClassVar[str] = "team-plan"
    starts_with: ClassVar[tuple[str, ...]] = ("objectives", "actions")

    team: Annotated[Ref, To("team")] = public("The team.")
    period: Years = public("The years it covers.")
    title: Text | None = public("Its title, where it should not be the team's name.", default=None)
    leader: PostRef | None = public("The post responsible; the team's leader where not given.", default=None)
    overview: Prose | None = public("What the team does.", default=None, markdown=True)
    objectives: tuple[Objective, ...] = public("The team's objectives.", default=())
    actions: tuple[Action, ...] = public("The team's actions.", default=())
    risks: tuple[RiskRef, ...] = public("Risks to the team's work, by reference.", default=())
    work_programme: tuple[Allocation, ...] = members("The year's time and money by function and project.", default=())
    indicators: tuple[Indicator, ...] = public("Indicators the team keeps for itself.", default=())
    monitoring: tuple[Monitoring, ...] = public("Who reports what to whom, and who acts.", default=())
    planning_days: tuple[PlanningDay, ...] = public("Days on which the team plans and takes stock.", default=())


KIND = TeamPlan
