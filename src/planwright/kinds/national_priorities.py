"""National priorities: what the government asks of all councils, as far as the council's plans answer it."""

from typing import ClassVar

from planwright.records.base import public
from planwright.records.scalars import Text

from .community_plan import StrategicPlan


class NationalPriorities(StrategicPlan):
    """Aims set for the whole country, to which community and corporate aims may link."""

    thing: ClassVar[str] = "national-priorities"
    starts_with: ClassVar[tuple[str, ...]] = ("aims",)

    source: Text | None = public("Who set them, and where they can be read.", default=None)


KIND = NationalPriorities
