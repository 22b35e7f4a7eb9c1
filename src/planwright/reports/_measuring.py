"""Values and targets in an indicator's own unit, shown with the decimals it takes not to contradict the state."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from planwright.assessment import IndicatorRating
from planwright.assessment.figures import TargetUsed
from planwright.assessment.rounding import decimals_beside, rounded
from planwright.explaining.printed import limits_of
from planwright.quantity import span, with_unit
from planwright.reports._edition import Edition, View


@dataclass(frozen=True, slots=True)
class Measure:
    """How one indicator's figures are written: its unit, and its decimals, None where it states none."""

    edition: Edition
    unit: str
    decimals: int | None

    def beside(self, value: Decimal | None, limits: Iterable[Decimal]) -> "Measure":
        """Return the measure that shows a value on its side of every limit."""
        if value is None:
            return self
        display = self.edition.assessment.workspace.settings.display
        return Measure(self.edition, self.unit, decimals_beside(value, limits, self.decimals, display))

    def rounded(self, value: Decimal) -> Decimal:
        """Return a value with as many decimals as are shown."""
        return rounded(value, self.decimals, self.edition.assessment.workspace.settings.display)

    def said(self, value: Decimal | None) -> str:
        """Return a value with its unit; empty where there is none."""
        return "" if value is None else with_unit(self.rounded(value), self.unit)

    def target(self, used: TargetUsed | None) -> str:
        """Return a target in words, both ends of a range; empty where there is none."""
        return span((self.rounded(end) for end in used.target.ends), self.unit) if used else ""


def measure_of(edition: Edition, item: View) -> Measure:
    """Return how the figures of an indicator are written, from its own fields."""
    return Measure(edition, item["unit"] or "", item["decimals"])


def measure_at(edition: Edition, rating: IndicatorRating) -> Measure:
    """Return how the value and target of a rating are written: the value is seen on its side of every edge."""
    return measure_of(edition, edition.item(rating.subject)).beside(rating.value, limits_of(rating))
