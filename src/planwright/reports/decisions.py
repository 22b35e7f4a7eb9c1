"""What meetings were asked and what they decided: a register of the whole council or of one body."""

from collections.abc import Mapping
from datetime import date

from planwright.reports._edition import Edition, View
from planwright.reports._frame import exempted_in, frame
from planwright.workspace import Subject

TITLE = "Registers of decisions"
WHOLE = True


def subjects(edition: Edition) -> Mapping[str, str]:
    """Return the bodies that have met."""
    return {body: body for body in sorted(str(one.record.committee) for one in _met(edition)) if edition.shows(body)}


def view(edition: Edition, subject: str | None) -> View:
    """Return the meetings of one body, or of all of them, the latest first, and the responses they asked for."""
    met = [one for one in _met(edition) if subject in {None, str(one.record.committee)}]
    met.sort(key=lambda one: one.record.date, reverse=True)
    meetings = [edition.item(one) | {"name": edition.title(one)} for one in met]
    items = [item | {"meeting": meeting["name"]} for meeting in meetings for item in meeting["items"]]
    decided = [one | {"item": item} for item in items for one in item["decisions"]]
    papers = met if subject else edition.assessment.workspace.of("meeting")
    return frame(edition, exempted_in(edition, *papers)) | {
        "body": edition.named(subject, by_title=True) if subject else "",
        "meetings": meetings,
        "decided": len(decided),
        "responses": sorted((one for one in decided if one["response_due"]), key=_response_due),
    }


def _met(edition: Edition) -> list[Subject]:
    """Return the meetings that have been held."""
    return [one for one in edition.of("meeting") if one.record.date <= edition.assessment.as_at]


def _response_due(decision: View) -> date:
    due: date = decision["response_due"]
    return due
