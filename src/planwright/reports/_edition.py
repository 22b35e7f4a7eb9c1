"""What one edition may show: plan items as plain data, without any field or record above its level."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

from planwright.assessment import Assessment, Colour, State, WorkRating
from planwright.diagnostic import PlanwrightError
from planwright.kinds import Record, Visibility
from planwright.kinds.pip import Pip
from planwright.nearest import did_you_mean
from planwright.page import Status, printed_date
from planwright.period import Due, PlanPeriod
from planwright.records.base import Exemption
from planwright.records.scalars import Ref, Tolerance
from planwright.records.shape import LIST, MAP, RECORD, REF, FieldShape, Shape, fields_of
from planwright.reports._cuts import UNCUT, Cut
from planwright.reports._wording import printed_due
from planwright.workspace import Loaded, Subject

View = dict[str, Any]
LEVELS = (Visibility.PUBLIC, Visibility.MEMBERS, Visibility.OFFICERS)  # editions a council gives out
_ORDER = (*LEVELS, Visibility.PRIVATE)
_RANKS = {Colour.AMBER: 1, Colour.RED: 2, Colour.GREY: 3}
_NAMED_BY_TITLE = frozenset(
    {"department", "service", "team", "post", "portfolio", "committee", "partner", "stakeholder"}
)


@dataclass(frozen=True, slots=True)
class Exempted:
    """An exempt item: its id, why it is exempt, and every text in it."""

    id: str
    exemption: Exemption
    texts: frozenset[str]


def level_of(name: str, levels: tuple[Visibility, ...] = LEVELS) -> Visibility:
    """Return the level of an edition by its name; raises PlanwrightError for a name that is none of these levels."""
    for level in levels:
        if level.value == name:
            return level
    known = [level.value for level in levels]
    hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
    raise PlanwrightError(f"there is no edition '{name}'; {hint}")


@dataclass(frozen=True)
class Edition:
    """An assessment as one level of reader may see it, and how much of each document they are given.

    Reports print only what comes from here. Only fields that declare this level or a lower one are ever copied;
    confidential kinds are in the private edition alone, which nobody but the post and its manager reads, and neither
    exempt records nor drafts are in the public edition.
    """

    assessment: Assessment
    level: Visibility = Visibility.PUBLIC
    cut: Cut = UNCUT

    @cached_property
    def _reached(self) -> tuple[dict[str, Subject], tuple[Exempted, ...]]:
        """Walk every permitted record once: what is not met on the way does not exist for this edition."""
        shown: dict[str, Subject] = {}
        exempt: list[Exempted] = []
        for loaded in self.assessment.workspace.loaded:
            if loaded.record is not None and self._may_hold(loaded):
                self._reach(loaded.record, shown, exempt)
        return shown, tuple(exempt)

    def _may_hold(self, loaded: Loaded) -> bool:
        """Whether anything of a file may be shown."""
        return not loaded.confidential or self.level is Visibility.PRIVATE

    def _reach(self, record: Record, shown: dict[str, Subject], exempt: list[Exempted]) -> None:
        if exemption := getattr(record, "exempt", None):
            exempt.append(Exempted(record.id_, exemption, frozenset(_texts(record))))
        if self._omits(record):
            return
        subject = self.assessment.workspace.get(record.id_)
        if subject and subject.record is record:
            shown[subject.id] = subject
        for field in self._fields(record):
            for inner in _records(getattr(record, field.attribute)):
                self._reach(inner, shown, exempt)

    def _omits(self, record: Record) -> bool:
        if isinstance(record, Pip) and record.opened > self.assessment.as_at:
            return True  # nobody has written it yet
        return self.level is Visibility.PUBLIC and (getattr(record, "exempt", None) is not None or self._drafts(record))

    def _drafts(self, record: Record) -> bool:
        """Whether a record is an improvement plan that no meeting has seen yet."""
        if not isinstance(record, Pip):
            return False
        rating = self.assessment.pips.get(record.id)
        # A plan whose id something else has already is in no list of plans, so nobody can tell who has seen it.
        return rating is None or rating.subject.record is not record or rating.state.key == "draft"

    def _fields(self, record: Record) -> Iterator[FieldShape]:
        return iter(self.permitted(type(record)).values())

    def permitted(self, model: type[Record]) -> Mapping[str, FieldShape]:
        """Return the fields of a type of record that this edition may show, by their names in files."""
        return _permitted(model, self.level)

    @property
    def exempted(self) -> tuple[Exempted, ...]:
        """The exempt records of the plan: left out of the public edition, marked in the others."""
        return self._reached[1]

    @cached_property
    def kept_back(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """What must not stand in this edition: exempt items, by their ids, and private files, each with its texts."""
        exempt = self.exempted if self.level is Visibility.PUBLIC else ()
        private = (one for one in self.assessment.workspace.loaded if one.record and not self._may_hold(one))
        files = ((one.document.file, frozenset(_texts(one.record))) for one in private)
        return (*((one.id, one.texts) for one in exempt), *files)

    @cached_property
    def published(self) -> frozenset[str]:
        """Every text that this edition may show somewhere."""
        loaded = self.assessment.workspace.loaded
        shown = (one.record for one in loaded if one.record and self._may_hold(one))
        return frozenset(text for plan in shown if not self._omits(plan) for text in _texts(self.data(plan)))

    def shows(self, id_: str | None) -> bool:
        """Whether an item may be shown."""
        return id_ in self._reached[0]

    def of(self, *things: str) -> tuple[Subject, ...]:
        """Return the items of these sorts that may be shown, in file order."""
        return tuple(subject for subject in self.assessment.workspace.of(*things) if self.shows(subject.id))

    def get(self, id_: str | None, *things: str) -> Subject | None:
        """Return the item with an id if it may be shown and is of one of these sorts (any, when none is named)."""
        return self.assessment.workspace.get(id_, *things) if self.shows(id_) else None

    def data(self, record: Record) -> View:
        """Return a record's permitted fields by their names in files; all others are as if not given.

        References to organisation items become their titles, to other items an id and a title; those to items that
        may not be shown are not given. Dates known to the month or week, periods and tolerances become words.
        """
        permitted = {field.name for field in self._fields(record)}
        return {
            field.name: self._plain(getattr(record, field.attribute) if field.name in permitted else None, field.shape)
            for field in fields_of(type(record)).values()
        }

    def value(self, record: Record, name: str) -> Any:
        """Return a permitted field as it was read, ids for references; None where it or what it names is not shown."""
        field = self.permitted(type(record)).get(name)
        given = getattr(record, field.attribute) if field else None
        if isinstance(given, tuple):
            return tuple(part for part in given if not self._hides(part))
        return None if self._hides(given) else given

    def _hides(self, value: Any) -> bool:
        """Whether a value is a record that is left out, or names an item that is."""
        if isinstance(value, Record):
            return self._omits(value)
        return isinstance(value, Ref) and self.named(value) is None

    def item(self, subject: Subject) -> View:
        """Return the permitted fields of an item that may be shown; raises KeyError for any other."""
        return self.data(self._reached[0][subject.id].record)

    def _plain(self, value: Any, shape: Shape) -> Any:
        if value is None:
            return {LIST: [], MAP: {}}.get(shape.sort)
        if shape.sort == REF:
            return self.named(str(value), by_title=bool(shape.things) and shape.things <= _NAMED_BY_TITLE)
        if shape.sort == RECORD:
            return None if self._omits(value) else self.data(value)
        if shape.sort == LIST and shape.inner:
            plain = (self._plain(part, shape.inner) for part in value)
            return [part for part in plain if part is not None]
        if shape.sort == MAP and shape.inner:
            return {str(key): self._plain(part, shape.inner) for key, part in value.items()}
        if isinstance(value, Due):
            return printed_due(value)
        return str(value) if isinstance(value, PlanPeriod | Tolerance) else value

    def named(self, id_: str, *, by_title: bool = False) -> Any:
        """Return how an item is named: its title, or id and title; None where it may not be shown."""
        subject = self.assessment.workspace.get(id_)
        if subject and not self.shows(id_):
            return None
        title = self.title(subject) if subject else id_
        return title if by_title else {"id": id_, "title": title}

    def title(self, subject: Subject) -> str:
        """Return what readers call an item, from the fields they may see; its id where it has no title of its own."""
        record = subject.record
        permitted = {field.name for field in self._fields(record)}
        for name in ("title", "text") if subject.thing != "decision" else ():
            if name in permitted and (found := getattr(record, name, None)):
                return str(found)
        return self._described(subject) or subject.id

    def _described(self, subject: Subject) -> str:
        """Return what an item without a title is called, after what it belongs to; empty where that is not shown."""
        record = subject.record
        match subject.thing:
            case "meeting":
                committee = self.named(record.committee, by_title=True)
                return f"{committee}, {printed_date(record.date)}" if committee else ""
            case "decision":
                minute = f", minute {record.minute}" if record.minute else ""
                return f"{self.title(subject.parent)}{minute}" if subject.parent else ""
            case "pip":
                indicator = self.named(record.indicator, by_title=True)
                return f"{self.settings['pips']['title']}: {indicator}" if indicator else ""
        owner = getattr(record, "service", None) or getattr(record, "team", None)
        return self.named(owner, by_title=True) or "" if owner else ""

    @cached_property
    def settings(self) -> View:
        """The settings, as far as they may be shown."""
        return self.data(self.assessment.workspace.settings)

    def term(self, word: str) -> str:
        """Return the council's own word for one of ours."""
        return str(self.settings["terms"].get(word, word))

    def service(self, subject: Subject) -> str:
        """Return the id of the service that an item belongs to; empty where there is none to show."""
        service = self.assessment.service(subject)
        return service if self.shows(service) else ""

    def within(self, service: str, thing: str) -> tuple[Subject, ...]:
        """Return a service's items of one sort that may be shown, in file order."""
        return tuple(self._by_service.get((service, thing), ()))

    @cached_property
    def _by_service(self) -> dict[tuple[str, str], list[Subject]]:
        found: dict[tuple[str, str], list[Subject]] = {}
        for subject in self.of("indicator", "action", "risk", "risk-log", "pip", "objective", "service-plan"):
            found.setdefault((self.service(subject), subject.thing), []).append(subject)
        return found

    @cached_property
    def work(self) -> dict[str, tuple[WorkRating, ...]]:
        """The ratings of each action that may be shown, by its id: its own first, then those of its milestones."""
        found: dict[str, list[WorkRating]] = {}
        for rating in self.assessment.work:
            if self.shows(rating.subject.id):
                found.setdefault(rating.subject.id, []).append(rating)
        return {action: tuple(ratings) for action, ratings in found.items()}

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The council's states as papers list them: in its own order, else by colour, the best first."""
        states = tuple(self.assessment.states.values())
        if self.assessment.workspace.settings.state_order:
            return states
        return tuple(sorted(states, key=lambda state: _RANKS.get(state.colour, 0)))

    def status(self, state: State) -> Status:
        """Return how a state is printed: its colour, the council's own word for it, and its shape."""
        return Status(state.colour.value, state.word, state.symbol)


@cache
def _permitted(model: type[Record], level: Visibility) -> Mapping[str, FieldShape]:
    allowed = _ORDER[: _ORDER.index(level) + 1]
    return MappingProxyType({name: field for name, field in fields_of(model).items() if field.visibility in allowed})


def _records(value: Any) -> Iterator[Record]:
    match value:
        case Record():
            yield value
        case tuple():
            for part in value:
                yield from _records(part)
        case dict():
            for part in value.values():
                yield from _records(part)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text somebody wrote inside a value, however deep; words chosen from a list are not theirs."""
    match value:
        case str():
            yield str(value)
        case Record():
            for field in fields_of(type(value)).values():
                if not field.shape.words:
                    yield from _texts(getattr(value, field.attribute))
        case tuple() | list():
            for part in value:
                yield from _texts(part)
        case dict():
            for key, part in value.items():
                yield from _texts((key, part))
