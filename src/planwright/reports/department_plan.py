"""A department's plan: what it sets out to achieve across its services."""

from collections.abc import Mapping

from planwright.reports._edition import Edition, View
from planwright.reports._strategic import plans_of, strategic_view

TITLE = "Department plans"
WHOLE = False


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the plans."""
    return plans_of(edition, "department-plan")


def view(edition: Edition, subject: str | None) -> View:
    """Return one plan."""
    return strategic_view(edition, subject)
