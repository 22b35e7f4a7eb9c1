"""How improvement plans stand: their state follows from what is in them, and progress falls due at intervals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planwright.kinds.indicators import Indicator
from planwright.kinds.meeting import Meeting
from planwright.kinds.pip import Factor, Pip, Solution
from planwright.period import shifted
from planwright.workspace import Subject, Workspace

from .collecting import collecting
from .ending import ended
from .states import STATES, State

_QUARTER = 3
_CLOSED = frozenset({"complete", "retired", "accepted"})


@dataclass(frozen=True, slots=True)
class PipRating:
    """How one improvement plan stands.

    `interval` is how often progress is due, in months; `progress_due` the last day for the next entry, None once the
    plan is closed; `unaddressed` are the factors that no solution takes up and that are not marked as beyond reach.
    """

    subject: Subject
    state: State
    reason: str
    interval: int = _QUARTER
    progress_due: date | None = None
    progress_overdue: bool = False
    unaddressed: tuple[Factor, ...] = ()

    @property
    def open(self) -> bool:
        """Whether the plan still asks for something."""
        return self.state.key not in _CLOSED


def rate_pip(subject: Subject, workspace: Workspace, as_at: date, states: Mapping[str, State] = STATES) -> PipRating:
    """Return how a plan stands at a date; `states` gives the council's words."""
    pip: Pip = subject.record
    key, reason = _state(pip, workspace, as_at)
    interval = progress_interval(pip, workspace)
    last = max((entry.on for entry in pip.progress if entry.on <= as_at), default=pip.opened)
    due = None if key in _CLOSED else _months_later(last, interval)
    return PipRating(
        subject, states[key], reason, interval, due, due is not None and due < as_at, _unaddressed(pip, workspace)
    )


def progress_interval(pip: Pip, workspace: Workspace) -> int:
    """Return how often progress is due, in months: the indicator's collection interval, at most a quarter."""
    indicator = workspace.get(pip.indicator, "indicator")
    if indicator is None or not isinstance(indicator.record, Indicator):
        return _QUARTER
    return min(collecting(indicator.record).months, _QUARTER)


def _months_later(day: date, months: int) -> date:
    month = shifted(day, months)
    length = (shifted(month, 1) - month).days
    return month.replace(day=min(day.day, length))


def _state(pip: Pip, workspace: Workspace, as_at: date) -> tuple[str, str]:
    if over := ended(pip, as_at):
        return "retired", over
    if pip.opened > as_at:
        return "draft", f"to be opened on {pip.opened.isoformat()}"
    done = [entry for entry in pip.progress if entry.completion and entry.on <= as_at]
    if done:
        return "complete", f"completed {done[-1].on.isoformat()}"
    indicator = workspace.get(pip.indicator, "indicator")
    if indicator and ended(indicator.record, as_at):
        return "retired", f"{pip.indicator} is no longer measured: {ended(indicator.record, as_at)}"
    if pip.accepted and _over(workspace, pip.accepted, as_at):
        return "accepted", f"the shortfall was accepted by {pip.accepted}"
    referrals = [referral for referral in pip.referrals if referral.on <= as_at]
    if referrals:
        last = referrals[-1]
        if last.decision and _over(workspace, last.decision, as_at):
            return "decided", f"referred to {last.to} and decided by {last.decision}"
        return "referred", f"referred to {last.to} on {last.on.isoformat()}"
    if any(entry.on <= as_at for entry in pip.progress):
        return "in-progress", "progress is being recorded"
    if any(_over(workspace, meeting, as_at) for meeting in _meetings(pip)):
        return "reported", "reported to a meeting; no progress recorded yet"
    return "draft", "not reported to a meeting yet"


def _meetings(pip: Pip) -> Iterator[str]:
    """Yield the meetings that have seen a plan."""
    named = (pip.reported_to, *(comment.meeting for comment in pip.management_comments))
    return (str(meeting) for meeting in named if meeting)


def _over(workspace: Workspace, id_: str, as_at: date) -> bool:
    """Whether a meeting, or the one that took a decision, had been held by a day; so it counts where none is known."""
    subject = workspace.get(id_, "meeting", "decision")
    meeting = subject.root.record if subject else None
    return not isinstance(meeting, Meeting) or meeting.date <= as_at


def chosen(solutions: tuple[Solution, ...]) -> tuple[Solution, ...]:
    """Return the solutions that are to be put in place: all but the options that were not chosen."""
    return tuple(one for one in solutions if one.chosen or (one.chosen is None and not one.option_group))


def is_in_place(since: date | None, day: date) -> bool:
    """Whether a solution with this date of being in place was so on a day; one in the future is a plan."""
    return since is not None and since <= day


def _unaddressed(pip: Pip, workspace: Workspace) -> tuple[Factor, ...]:
    taken_up = {factor for solution in pip.solutions for factor in solution.factors}
    shared = [workspace.get(factor, "factor") for factor in pip.shared_factors]
    factors = (*pip.factors, *(found.record for found in shared if found))
    return tuple(factor for factor in factors if factor.id not in taken_up and not factor.not_addressable)
