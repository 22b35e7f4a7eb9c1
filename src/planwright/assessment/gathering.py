"""What stands under an objective, aim, priority, service, portfolio, committee, collection or the council, together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from planwright.records.action import Action
from planwright.workspace import Subject

from . import Assessment
from .rating import IndicatorRating
from .rollup import Member, RolledUp, roll_up
from .work import WorkRating

THREADED = ("aim", "priority", "objective")
_KEPT_BY_SERVICES = ("department", "portfolio", "committee")
GATHERING = (*THREADED, "service", *_KEPT_BY_SERVICES, "collection")

Shown = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Standing:
    """How an item stands by what is under it; `subject` is None for the whole council, or for what is under none.

    `indicators` give it its state, `indirect` ones only contribute to it; those that have ended are in neither. `work`
    are the actions that carry it out, each followed by its milestones.
    """

    subject: Subject | None
    indicators: tuple[IndicatorRating, ...]
    indirect: tuple[IndicatorRating, ...]
    work: tuple[WorkRating, ...]
    rolled: RolledUp


@dataclass(frozen=True, slots=True)
class _Under:
    """The ids of what stands under an item."""

    indicators: frozenset[str]
    indirect: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Known:
    """What may be shown of an assessment: the indicators that have not ended, by id, and the work."""

    assessment: Assessment
    live: Mapping[str, IndicatorRating]
    work: tuple[WorkRating, ...]

    def among(self, ids: frozenset[str]) -> tuple[IndicatorRating, ...]:
        """Return the indicators with some ids, in file order."""
        return tuple(rating for id_, rating in self.live.items() if id_ in ids)


def everything(_id: str) -> bool:
    """Show every item."""
    return True


def standing(assessment: Assessment, subject: Subject | None = None, shown: Shown = everything) -> Standing:
    """Return how one of the items that gather others stands; the whole council where none is named.

    `shown` says by its id whether an item may be shown: an edition leaves others out, here too.
    """
    if subject:
        return _standing(_shown(assessment, shown), subject, _under(assessment, subject, shown))
    actions = frozenset(one.subject.id for one in assessment.work)
    return _standing(_shown(assessment, shown), None, _Under(frozenset(assessment.indicators), actions=actions))


def standings(assessment: Assessment, thing: str, shown: Shown = everything) -> tuple[Standing, ...]:
    """Return how all items of a sort stand that anything is under, in file order, and last what is under none of them.

    An indicator belongs to one service and so to one portfolio, committee and department at most: over these, the
    counts add up to the council's. Over objectives and priorities they need not, as one indicator may measure several.
    """
    each = [(one, _under(assessment, one, shown)) for one in assessment.workspace.of(thing) if shown(one.id)]
    taken = {id_ for _, under in each for id_ in (*under.indicators, *under.indirect)}
    carried = {id_ for _, under in each for id_ in under.actions}
    rest = _Under(
        frozenset(assessment.indicators) - taken,
        actions=frozenset(one.subject.id for one in assessment.work) - carried,
    )
    known = _shown(assessment, shown)
    found = [_standing(known, one, under) for one, under in (*each, (None, rest))]
    return tuple(one for one in found if one.indicators or one.indirect or one.work)


def _shown(assessment: Assessment, shown: Shown) -> _Known:
    return _Known(
        assessment,
        {id_: one for id_, one in assessment.indicators.items() if shown(id_) and not assessment.gone(one.subject)},
        tuple(one for one in assessment.work if shown(one.subject.id)),
    )


def _standing(known: _Known, subject: Subject | None, under: _Under) -> Standing:
    own = known.among(under.indicators)
    members = [Member(one.state, weight_of(one)) for one in own]
    return Standing(
        subject,
        own,
        known.among(under.indirect),
        tuple(one for one in known.work if one.subject.id in under.actions),
        roll_up(members, known.assessment.workspace.settings.roll_up, known.assessment.states),
    )


def weight_of(rating: IndicatorRating) -> Decimal:
    """Return how much an indicator counts where states are weighed together."""
    weight: Decimal | None = rating.subject.record.weight
    return Decimal(1) if weight is None else weight


def _under(assessment: Assessment, subject: Subject, shown: Shown) -> _Under:
    if subject.thing in THREADED:
        return _along_the_thread(assessment, subject, shown)
    if subject.thing == "collection":
        return _Under(frozenset(map(str, subject.record.indicators)))
    services = services_under(assessment, subject, shown)
    own = (one.subject for one in assessment.indicators.values())
    return _Under(
        frozenset(one.id for one in own if assessment.service(one) in services),
        actions=frozenset(one.id for one in assessment.workspace.of("action") if assessment.service(one) in services),
    )


def services_under(assessment: Assessment, subject: Subject, shown: Shown = everything) -> frozenset[str]:
    """Return the ids of the services of a department, portfolio or committee, of a service its own; else none."""
    if subject.thing == "service":
        return frozenset((subject.id,))
    if subject.thing not in _KEPT_BY_SERVICES:
        return frozenset()
    every = (one for one in assessment.workspace.of("service") if shown(one.id))
    return frozenset(one.id for one in every if getattr(one.record, subject.thing) == subject.id)


def _along_the_thread(assessment: Assessment, subject: Subject, shown: Shown) -> _Under:
    """Return what measures and carries out an item and those that serve it, links of indirect contribution apart."""
    own = _live(assessment, (subject, *assessment.thread.below(subject, without="indirect")), shown)
    every = _live(assessment, (subject, *assessment.thread.below(subject)), shown)
    measured = _measuring(own)
    served = {one.id for one in own}
    return _Under(
        measured,
        _measuring(every) - measured,
        frozenset(one.id for one in assessment.workspace.of("action") if _serves(one.record, served)),
    )


def _live(assessment: Assessment, subjects: Iterable[Subject], shown: Shown) -> list[Subject]:
    return [one for one in subjects if shown(one.id) and not assessment.gone(one)]


def _measuring(subjects: Iterable[Subject]) -> frozenset[str]:
    return frozenset(str(id_) for one in subjects for id_ in getattr(one.record, "measured_by", ()))


def _serves(action: Action, ids: set[str]) -> bool:
    """Whether an action carries out one of some objectives: its own, or another it is linked to but not indirectly."""
    linked = {str(link.to) for link in action.links if link.type != "indirect"}
    return str(action.objective) in ids or bool(linked & ids)
