"""The community plan: what the partners want for the area, who leads on it and how far they are."""

from collections.abc import Mapping

from planwright.reports._edition import Edition, View
from planwright.reports._strategic import plans_of, strategic_view

TITLE = "Community plans"
WHOLE = False


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the plans."""
    return plans_of(edition, "community-plan")


def view(edition: Edition, subject: str | None) -> View:
    """Return one plan."""
    return strategic_view(edition, subject)
