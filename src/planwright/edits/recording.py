"""Record results: check each entry, find the file that should hold it, and say what is to be changed there."""

from collections.abc import Sequence

from planwright.assessment import Assessment
from planwright.edits.entry import Entry, Fields, Outcome, Recording

__all__ = ["Entry", "Fields", "Outcome", "Recording", "record"]


def record(assessment: Assessment, entries: Sequence[Entry], *, confirm: bool = False, reason: str = "") -> Recording:
    """Return what becomes of entries, and the edits and new files that the accepted ones ask for.

    `confirm` accepts figures far from what history and target make likely; `reason` says why figures that stood are
    restated. Nothing is raised: what cannot be recorded is refused with what was expected.
    """
    del assessment, confirm, reason
    return Recording(tuple(Outcome(entry, "refused", "nothing is recorded yet") for entry in entries), (), ())
