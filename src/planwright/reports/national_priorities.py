"""What is asked of all councils: national aims that the council's own may serve."""

from collections.abc import Mapping

from planwright.reports._edition import Edition, View
from planwright.reports._strategic import plans_of, strategic_view

TITLE = "National priorities"
WHOLE = False


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the plans."""
    return plans_of(edition, "national-priorities")


def view(edition: Edition, subject: str | None) -> View:
    """Return one plan."""
    return strategic_view(edition, subject)
