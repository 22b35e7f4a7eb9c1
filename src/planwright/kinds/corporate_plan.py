"""The corporate plan: the council's own objectives, linked to the community's aims."""

from typing import ClassVar

from planwright.records.base import public
from planwright.records.scalars import Date
from planwright.records.thread import DecisionRef

from .community_plan import StrategicPlan


class CorporatePlan(StrategicPlan):
    """What the council sets out to achieve in its term."""

    thing: ClassVar[str] = "corporate-plan"
    starts_with: ClassVar[tuple[str, ...]] = ("vision", "objectives")

    approved_by: DecisionRef | None = public("The decision that adopted it.", default=None)
    reviewed: Date | None = public("When it was last reviewed.", default=None)


KIND = CorporatePlan
