"""How actions and milestones stand: by their dates, with what is claimed beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from planwright.kinds.settings import DateRules
from planwright.period import Due
from planwright.records.action import Action, Milestone
from planwright.wording import number_of
from planwright.workspace import Spot, Subject

from .ending import ended
from .states import STATES, State

GIVEN_UP = frozenset({"deferred", "cancelled", "superseded"})
OVER = GIVEN_UP | {"complete", "complete-late"}


@dataclass(frozen=True, slots=True)
class WorkRating:
    """How one action, or one milestone of it, stands.

    `subject` is the action; `index` the milestone's position in it, None for the action itself. `due` is the date that
    counts today (the latest agreed), `promised` the one first given. `contradiction` says where what is claimed and
    what the dates say differ, empty where they agree.
    """

    subject: Subject
    index: int | None
    title: str
    state: State
    reason: str
    due: Due | None = None
    promised: Due | None = None
    done: date | None = None
    contradiction: str = ""

    @property
    def id(self) -> str:
        """The id of the action, or of the milestone: its own, or the action's with its position from 1."""
        if self.index is None:
            return self.subject.id
        own = self.subject.record.milestones[self.index].id
        return own or f"{self.subject.id}/{self.index + 1}"

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.subject.spot if self.index is None else self.subject.spot.at("milestones", self.index)

    @property
    def record(self) -> Action | Milestone:
        """The action or milestone itself."""
        action: Action = self.subject.record
        return action if self.index is None else action.milestones[self.index]

    @property
    def slipped(self) -> bool:
        """Whether the date that counts is later than the one first promised."""
        return self.due is not None and self.promised is not None and self.due.day > self.promised.day


def elapsed(rating: WorkRating, as_at: date) -> int:
    """Return how much of an action's time is gone, in whole per cent; 0 where it has no start or date."""
    start: date | None = getattr(rating.record, "start", None)
    if start is None or rating.due is None or rating.due.day <= start:
        return 0
    gone = (as_at - start).days * 100 // (rating.due.day - start).days
    return max(0, min(gone, 100))


def rate_work(
    subject: Subject, as_at: date, rules: DateRules, states: Mapping[str, State] = STATES
) -> tuple[WorkRating, ...]:
    """Return the rating of an action followed by those of its milestones; `states` gives the council's words."""
    action: Action = subject.record
    whole = _rated(subject, None, action, as_at, rules, states)
    steps = (_rated(subject, index, step, as_at, rules, states) for index, step in enumerate(action.milestones))
    return (whole, *(_released(step, whole, states) for step in steps))


def _released(step: WorkRating, whole: WorkRating, states: Mapping[str, State]) -> WorkRating:
    """Return a milestone's rating, which asks for nothing more once its action is over."""
    if step.done or whole.state.key not in OVER or step.state.key in GIVEN_UP:
        return step
    key = whole.state.key if whole.state.key in GIVEN_UP else "superseded"
    return replace(step, state=states[key], reason=f"its action is {whole.state.word.lower()}", contradiction="")


def _rated(
    subject: Subject,
    index: int | None,
    work: Action | Milestone,
    as_at: date,
    rules: DateRules,
    states: Mapping[str, State],
) -> WorkRating:
    promised = work.due or _last_step(work, as_at)
    due = _agreed(work, as_at) or promised
    done = work.done if work.done and work.done <= as_at else None
    key, reason = _state(work, due, promised, done, as_at, rules)
    state = states[key]
    contradiction = _contradiction(work, state, as_at)
    return WorkRating(subject, index, work.title, state, reason, due, promised, done, contradiction)


def _agreed(work: Action | Milestone, as_at: date) -> Due | None:
    """Return the latest new date that had been agreed by a day; None where there was none."""
    agreed = [slip.to for slip in work.revised if slip.on is None or slip.on <= as_at]
    return agreed[-1] if agreed else None


def _last_step(work: Action | Milestone, as_at: date) -> Due | None:
    """Return the last date among an action's live milestones, which is its own where it states none."""
    if isinstance(work, Milestone) or work.targets_by_year:
        return None
    dates = [_agreed(step, as_at) or step.due for step in work.milestones if step.status not in GIVEN_UP]
    return max(dates, key=lambda due: due.day, default=None)


def _state(
    work: Action | Milestone, due: Due | None, promised: Due | None, done: date | None, as_at: date, rules: DateRules
) -> tuple[str, str]:
    if done:
        return _completed(done, promised)
    if work.status in GIVEN_UP:
        return work.status, work.reason or "no reason is given"
    if over := ended(work, as_at):
        return "superseded", over
    if due is None:
        if isinstance(work, Action) and work.targets_by_year:
            return "ongoing", "has targets by year instead of a date"
        return "no-date", "neither a due date nor targets by year"
    late = (as_at - due.day).days
    if late > rules.grace_days:
        return "overdue", f"due {due}, {_days(late)} ago"
    if late > 0:
        return "overdue-in-grace", f"due {due}, {_days(late)} ago; {_days(rules.grace_days)} of grace"
    if -late <= rules.due_soon_days:
        return "due-soon", f"due {due}, {'today' if late == 0 else f'in {_days(-late)}'}"
    return "not-due", f"due {due}"


def _completed(done: date, promised: Due | None) -> tuple[str, str]:
    late = (done - promised.day).days if promised else 0
    if late > 0 and promised:
        return "complete-late", f"done {done.isoformat()}, {_days(late)} after the {promised} first promised"
    return "complete", f"done {done.isoformat()}" + (f", due {promised}" if promised else "")


def _days(count: int) -> str:
    return number_of(count, "day")


def _contradiction(work: Action | Milestone, state: State, as_at: date) -> str:
    claim = work.status
    if work.done and work.done > as_at:
        return f"is said to be done on {work.done.isoformat()}, which has not come yet"
    if claim == "complete" and not work.done:
        return "claims to be complete but gives no date on which it was done"
    if claim and claim != "complete" and work.done:
        return f"claims to be {claim} but was done on {work.done.isoformat()}"
    if claim in {"on track", "not started"} and state.key in {"overdue", "overdue-in-grace"}:
        return f"claims to be {claim} but is {state.word.lower()}"
    return ""
