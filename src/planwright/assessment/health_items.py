"""What the health of plans is told in: mixes, loads, signs with the items they rest on, and checklists."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from planwright.records.base import Visibility
from planwright.workspace import Subject

from . import Assessment
from .gathering import Shown, everything
from .work import OVER


@dataclass(frozen=True, slots=True)
class Mix:
    """How many of some items are of each sort; `about` names what is counted, `otherwise` what all others lack."""

    key: str
    title: str
    about: str
    counts: tuple[tuple[str, int], ...]
    otherwise: str
    others: int

    @property
    def total(self) -> int:
        """How many were counted."""
        return sum(number for _, number in self.counts) + self.others

    @property
    def missing(self) -> tuple[str, ...]:
        """The sorts that nothing is of, where at least something says its sort."""
        return tuple(word for word, number in self.counts if not number) if self.total > self.others else ()

    @property
    def parts(self) -> tuple[str, ...]:
        """Each sort there is something of with its number, as papers and answers print it."""
        every = (*self.counts, (self.otherwise, self.others))
        return tuple(f"{word} {number}" for word, number in every if number)


@dataclass(frozen=True, slots=True)
class Load:
    """How many indicators one service watches, beside the most that the settings think it can."""

    service: Subject
    indicators: int
    most: int

    @property
    def too_many(self) -> bool:
        """Whether there are more than that."""
        return self.indicators > self.most


@dataclass(frozen=True, slots=True)
class Concern:
    """One item that a sign rests on, and what is to be said of it."""

    subject: Subject
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that plans are not working: what it says, what it rests on, and the items that show it.

    `of` is the number of items looked at, named by `about`. `level` is the edition from which on it may be shown.
    """

    key: str
    title: str
    rests_on: str
    about: str
    of: int
    concerns: tuple[Concern, ...]
    level: Visibility = Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question of a checklist finds in a plan; `held` is None where only people can tell."""

    question: str
    held: bool | None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The questions of one list, answered for one plan."""

    key: str
    title: str
    plan: Subject
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Scope:
    """What is looked at: the council's plans or, where one is named, a service's; `shown` leaves items out by id.

    Private plans are never looked at: how a person is doing is nobody else's business.
    """

    assessment: Assessment
    service: str = ""
    shown: Shown = everything
    _found: dict[tuple[str, ...], tuple[Subject, ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def whole(self) -> "Scope":
        """The whole council's plans, which a service's are held against."""
        return Scope(self.assessment, shown=self.shown)

    def of(self, *things: str) -> tuple[Subject, ...]:
        """Return the items of these sorts that have not ended, in file order."""
        if things not in self._found:
            self._found[things] = tuple(one for one in self.assessment.workspace.of(*things) if self._holds(one))
        return self._found[things]

    def _holds(self, subject: Subject) -> bool:
        if subject.spot.file in self.assessment.workspace.confidential or self.assessment.gone(subject):
            return False
        own = not self.service or self.assessment.service(subject) == self.service
        return own and self.shown(subject.id)

    @cached_property
    def open_actions(self) -> tuple[Subject, ...]:
        """The actions that are neither done nor given up."""
        over = {one.subject.id for one in self.assessment.work if one.index is None and one.state.key in OVER}
        return tuple(one for one in self.of("action") if one.id not in over)

    @cached_property
    def current_plans(self) -> tuple[Subject, ...]:
        """The service plans whose years the date falls in."""
        start = self.assessment.figures.year_start
        plans = ((one, one.record.period.dates(start)) for one in self.of("service-plan"))
        return tuple(one for one, (first, last) in plans if first <= self.assessment.as_at <= last)

    def inside(self, plan: Subject) -> tuple[Subject, ...]:
        """Return the objectives and open actions that a plan holds, in file order."""
        return self._inside.get(plan.id, ())

    @cached_property
    def _inside(self) -> dict[str, tuple[Subject, ...]]:
        found: dict[str, list[Subject]] = {}
        for one in (*self.of("objective"), *self.open_actions):
            found.setdefault(one.root.id, []).append(one)
        return {plan: tuple(held) for plan, held in found.items()}

    def vacant(self, post: str | None) -> bool:
        """Whether a post is known to have nobody in it."""
        found = self.assessment.workspace.get(post, "post")
        return found is not None and bool(found.record.vacant)


def sign(
    key: str,
    title: str,
    rests_on: str,
    about: str,
    looked_at: Iterable[Subject],
    concerns: Iterable[Concern],
    level: Visibility = Visibility.PUBLIC,
) -> Sign:
    """Return a sign from the items looked at and those of them that show it."""
    return Sign(key, title, rests_on, about, len({one.id for one in looked_at}), tuple(concerns), level)
