"""The department plan: what a department sets out to achieve across its services."""

from typing import Annotated, ClassVar

from planwright.records.base import public
from planwright.records.scalars import Ref, To

from .community_plan import StrategicPlan


class DepartmentPlan(StrategicPlan):
    """A department's objectives, between the corporate plan and the plans of its services."""

    thing: ClassVar[str] = "department-plan"
    starts_with: ClassVar[tuple[str, ...]] = ("department", "objectives")

    department: Annotated[Ref, To("department")] = public("The department.")


KIND = DepartmentPlan
