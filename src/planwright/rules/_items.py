"""What rules ask of plan items: where findings on them stand, whether they have ended, and what was written in them."""

from datetime import date

from planwright.assessment import ending
from planwright.assessment.work import GIVEN_UP
from planwright.kinds.pip import Pip
from planwright.kinds.risk_log import Risk
from planwright.records.action import Action
from planwright.workspace import Reference, Spot, Subject, Workspace

POST = frozenset({"post"})


def field_of(reference: Reference) -> str:
    """Return the field a reader would say a reference stands in: `links` rather than the `to` of a link."""
    names = [step for step in reference.spot.route if isinstance(step, str)]
    inside = reference.spot.part == "key" or names[-1] == "to"
    return names[-2] if inside and len(names) > 1 else names[-1]


def at_id(subject: Subject) -> Spot:
    """Return the spot of an item's id, which is where a finding on the whole item stands."""
    return subject.spot.at("id")


def ended(subject: Subject, as_at: date) -> bool:
    """Whether nothing more is expected of an item: it is gone, done, closed or complete."""
    record = subject.record
    if ending.ended(record, as_at):
        return True
    if isinstance(record, Action):
        return record.status in GIVEN_UP or bool(record.done and record.done <= as_at)
    if isinstance(record, Risk):
        return bool(record.closed and record.closed <= as_at)
    return isinstance(record, Pip) and any(entry.completion and entry.on <= as_at for entry in record.progress)


def written(workspace: Workspace, spot: Spot) -> bool:
    """Whether a file gives something at a spot that its record lacks, because it could not be read."""
    if spot.file not in workspace.flawed:
        return False
    document = workspace.documents.get(spot.file)
    node = document.node(spot.route) if document else None
    return node is not None and not node.blank


def left_out(workspace: Workspace, thing: str, *fields: str) -> bool:
    """Whether any plan of a kind gives one of these fields in a form of which nothing could be kept."""
    return any(
        not getattr(plan.record, field) and written(workspace, plan.spot.at(field))
        for plan in workspace.of(thing)
        for field in fields
    )
