"""What lies on one post's plate at a date: what it leads, owns, watches or must answer, by when it is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from planwright.kinds.work_plan import WorkPlan
from planwright.period import Due
from planwright.workspace import Subject, Workspace

from . import Assessment
from .exits import not_in_place
from .rating import IndicatorRating
from .states import Colour, State
from .work import WorkRating

_OPEN = frozenset({"overdue", "overdue-in-grace", "due-soon", "not-due", "ongoing", "no-date"})
_CLOSED_RISKS = frozenset({"closed", "retired"})
_STEERED = ("objective", "aim")
_MONITORED = (
    "national-priorities", "community-plan", "corporate-plan", "department-plan", "service-plan", "team-plan",
)  # fmt: skip


class When(StrEnum):
    """How soon a duty asks for something, the most urgent first."""

    LATE = "late"
    OFF_TARGET = "off target"
    SOON = "due soon"
    LATER = "later"
    UNDATED = "no date"


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing a post has to see to.

    `sort` says what it is (action, milestone, result, risk review, ...), `id` the item it is about, `note` why it
    stands as it does; `due` and `state` are None where there is none. `subject` is the item it stands in.
    """

    subject: Subject
    id: str
    sort: str
    title: str
    when: When
    note: str = ""
    due: Due | None = None
    state: State | None = None


def duties_of(assessment: Assessment, post: Subject, days: int | None = None) -> tuple[Duty, ...]:
    """Return all that lies on a post's plate, the most urgent first.

    Due within so many days is due soon; the settings say how many where `days` is None. Private plans count where they
    are there.
    """
    soon = assessment.workspace.settings.dates.due_soon_days if days is None else days
    order = list(When)
    found = _Plate(assessment, post, soon).all()
    return tuple(sorted(found, key=lambda one: (order.index(one.when), one.due.day if one.due else date.max)))


def lead_of(action: Subject) -> str:
    """Return the id of the post that leads an action: the one it names, or whose own work plan it stands in."""
    plan = action.root.record
    own = str(plan.post) if isinstance(plan, WorkPlan) else ""
    return str(action.record.lead or own)


def posts_of(workspace: Workspace, subject: Subject) -> tuple[Subject, ...]:
    """Return the posts of a team or service with its leader or head first; a post is its own only one.

    A service has the posts of its teams, too, whether or not they name it themselves.
    """
    if subject.thing == "post":
        return (subject,)
    head = workspace.get(getattr(subject.record, "leader" if subject.thing == "team" else "head"), "post")
    teams = {team.id for team in workspace.of("team") if subject.id in {team.id, str(team.record.service)}}
    members = [
        post for post in workspace.of("post") if subject.id == str(post.record.service) or post.record.team in teams
    ]
    return tuple({post.id: post for post in (*([head] if head else []), *members)}.values())


def covers(assessment: Assessment, plan: Subject) -> bool:
    """Whether the date falls in a plan's years."""
    first, last = plan.record.period.dates(assessment.figures.year_start)
    return bool(first <= assessment.as_at <= last)


@dataclass(frozen=True)
class _Plate:
    """One post at a date, with how many days ahead are soon."""

    assessment: Assessment
    post: Subject
    soon: int

    @cached_property
    def names(self) -> frozenset[str]:
        """The post, and the teams it leads and speaks for."""
        teams = self.assessment.workspace.of("team")
        return frozenset({self.post.id, *(team.id for team in teams if str(team.record.leader) == self.post.id)})

    def all(self) -> Iterator[Duty]:
        yield from self._work()
        yield from self._indicators()
        yield from self._risks()
        yield from self._pips()
        yield from self._answers()
        yield from self._development()
        yield from self._steered()
        yield from self._monitoring()

    def is_mine(self, post: object) -> bool:
        return str(post) == self.post.id

    def _when(self, day: date) -> When:
        if day < self.assessment.as_at:
            return When.LATE
        return When.SOON if day <= self.assessment.as_at + timedelta(days=self.soon) else When.LATER

    def _dated(self, subject: Subject, sort: str, title: str, due: Due | date | None, note: str = "") -> Duty:
        """Return a duty that nothing but its date rates."""
        if isinstance(due, date):
            due = Due(due, due.isoformat())
        when = self._when(due.day) if due else When.UNDATED
        return Duty(subject, subject.id, sort, title, when, note, due)

    def _work(self) -> Iterator[Duty]:
        for rating in self.assessment.work:
            if rating.state.key in _OPEN and lead_of(rating.subject) == self.post.id:
                yield self._of_work(rating)

    def _of_work(self, rating: WorkRating) -> Duty:
        sort = "action" if rating.index is None else "milestone"
        when = self._when(rating.due.day) if rating.due else When.UNDATED
        return Duty(rating.subject, rating.id, sort, rating.title, when, rating.reason, rating.due, rating.state)

    def _indicators(self) -> Iterator[Duty]:
        ratings = self.assessment.ratings
        for current in self.assessment.indicators.values():
            subject = current.subject
            if not self.is_mine(subject.record.owner) or self.assessment.gone(subject):
                continue
            yield from (self._result(one) for one in ratings.late(subject) if one.period != current.period)
            if current.state.key in {"late", "awaited"}:
                yield self._result(current)
                continue
            if current.result and current.result.provisional:
                note = f"the figure for {current.period} is provisional: say whether it is final"
                yield Duty(subject, subject.id, "result", subject.title, When.UNDATED, note)
            when = When.OFF_TARGET if current.state.colour is Colour.RED else When.UNDATED
            note = f"{current.period}: {current.reason}"
            yield Duty(subject, subject.id, "indicator", subject.title, when, note, None, current.state)

    def _result(self, rating: IndicatorRating) -> Duty:
        last = self.assessment.ratings.calendar.due(rating.subject.record, rating.period)[1]
        return self._dated(rating.subject, "result", rating.subject.title, last, rating.reason)

    def _risks(self) -> Iterator[Duty]:
        for rating in self.assessment.risks.values():
            subject, risk = rating.subject, rating.subject.record
            if rating.state.key in _CLOSED_RISKS:
                continue
            parts = {"owner": risk.owner, "monitor": risk.monitor}
            roles = [role for role, post in parts.items() if self.is_mine(post)]
            if roles:
                due = rating.review_due
                when = self._when(due) if due else When.LATE
                note = f"as its {' and '.join(roles)}; {rating.reason if due else 'it was never reviewed'}"
                day = Due(due, due.isoformat()) if due else None
                yield Duty(subject, subject.id, "risk review", risk.title, when, note, day, rating.state)
            yield from self._risk_actions(subject)

    def _risk_actions(self, risk: Subject) -> Iterator[Duty]:
        for one in risk.record.actions:
            carried = self.assessment.workspace.get(one.action, "action")
            if self.is_mine(one.owner) and not one.done and not carried:
                yield self._dated(risk, "risk action", one.title, one.due, f"for the risk: {risk.title}")

    def _pips(self) -> Iterator[Duty]:
        for rating in self.assessment.pips.values():
            plan = rating.subject
            if not rating.open:
                continue
            if self.is_mine(plan.record.author) and rating.progress_due:
                about = self.assessment.workspace.get(plan.record.indicator)
                title = about.title if about else plan.title
                yield self._dated(plan, "progress entry", title, rating.progress_due, rating.reason)
            for solution, _ in not_in_place(rating, self.assessment.as_at):
                if self.is_mine(solution.lead):
                    found = self.assessment.workspace.get(solution.id, "solution") or plan
                    yield self._dated(found, "solution", solution.text, solution.in_place_by, f"to improve {plan.id}")

    def _answers(self) -> Iterator[Duty]:
        """Yield the responses that meetings asked of the post that brought the item, until the body has met on it."""
        for decision in self.assessment.workspace.of("decision"):
            due = decision.record.response_due
            meeting = decision.root
            if due is None or meeting.record.date > self.assessment.as_at or not self._brought(decision):
                continue
            if not self._answered(decision):
                yield self._dated(decision, "response", decision.title, due, f"asked for by {meeting.id}")

    def _brought(self, decision: Subject) -> bool:
        return any(
            self.is_mine(item.author) and decision.record in item.decisions for item in decision.root.record.items
        )

    def _answered(self, decision: Subject) -> bool:
        """Whether a later meeting of the same body took what a decision is about, or nothing tells what that is."""
        asked, about = decision.root.record, set(map(str, decision.record.about))
        if not about:
            return bool(decision.record.response_due < self.assessment.as_at)
        return any(
            meeting.record.committee == asked.committee
            and asked.date < meeting.record.date <= self.assessment.as_at
            and any(about & set(map(str, item.about)) for item in meeting.record.items)
            for meeting in self.assessment.workspace.of("meeting")
        )

    def _development(self) -> Iterator[Duty]:
        workspace = self.assessment.workspace
        for plan in workspace.of("work-plan"):
            if self.is_mine(plan.record.post) and covers(self.assessment, plan):
                for one in plan.record.development:
                    yield self._dated(plan, "development", one.need, one.by, one.how or "")
        for plan in workspace.of("service-plan"):
            if covers(self.assessment, plan) and not self.assessment.gone(plan):
                for step in plan.record.service_development:
                    if self.is_mine(step.lead) and not workspace.get(step.action, "action"):
                        yield self._dated(plan, "service development", step.title, step.by, step.how or "")

    def _steered(self) -> Iterator[Duty]:
        for subject in self.assessment.workspace.of(*_STEERED):
            plan = subject.root
            own = subject.thing == "objective" and isinstance(plan.record, WorkPlan) and plan.record.post
            live = covers(self.assessment, plan) and not self.assessment.gone(subject)
            if live and self.is_mine(subject.record.lead or own):
                yield Duty(subject, subject.id, subject.thing, subject.title, When.UNDATED)

    def _monitoring(self) -> Iterator[Duty]:
        for plan in self.assessment.workspace.of(*_MONITORED):
            if not covers(self.assessment, plan) or self.assessment.gone(plan):
                continue
            for row in plan.record.monitoring:
                for sort, party in (("report", row.who), ("oversight", row.acts)):
                    if str(party) in self.names:
                        to = self.assessment.workspace.get(row.to)
                        reported = f"{row.frequency}{f', to {to.title}' if to else ''}"
                        note = reported if sort == "report" else f"{row.frequency}; acts where it falls behind"
                        yield Duty(plan, plan.id, sort, row.what, When.UNDATED, note)
