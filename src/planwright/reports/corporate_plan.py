"""The corporate plan: what the council sets out to achieve in its term, and how far it is."""

from collections.abc import Mapping

from planwright.reports._edition import Edition, View
from planwright.reports._strategic import plans_of, strategic_view

TITLE = "Corporate plans"
WHOLE = False


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the plans."""
    return plans_of(edition, "corporate-plan")


def view(edition: Edition, subject: str | None) -> View:
    """Return one plan."""
    return strategic_view(edition, subject)
