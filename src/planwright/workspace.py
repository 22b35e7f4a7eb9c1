"""All documents of a council linked together: every item by id, every reference both ways, and what failed to load."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from planwright import kinds
from planwright.diagnostic import Diagnostic, Place, PlanwrightError
from planwright.document import Document, Route
from planwright.kinds import Plan, Record
from planwright.kinds.settings import Settings
from planwright.nearest import did_you_mean
from planwright.records.reading import Reading
from planwright.visible import one_line
from planwright.wording import a, listed, named

RecordType = TypeVar("RecordType", bound=Record)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: a file and a route in it; `part` says whether the key or the value is meant."""

    file: str
    route: Route = ()
    part: str = "value"

    def at(self, *steps: str | int, part: str = "value") -> "Spot":
        """Return the spot of something below this one."""
        return Spot(self.file, (*self.route, *steps), part)


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One plan item with an id: what it is called (`thing`), its record, its spot, and the item it stands in."""

    id: str
    thing: str
    record: Any
    spot: Spot
    parent: "Subject | None" = None

    @property
    def title(self) -> str:
        """What a reader calls it: its title, or its id."""
        return str(getattr(self.record, "title", None) or getattr(self.record, "text", None) or self.id)

    @property
    def root(self) -> "Subject":
        """The outermost item it stands in, which is the plan where plans have ids."""
        return self.parent.root if self.parent else self


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of another item: who mentions it (None outside any item), where, and what sorts may be named."""

    source: Subject | None
    spot: Spot
    target: str
    things: frozenset[str]

    @property
    def field(self) -> str:
        """The name of the field that holds the reference."""
        return next((step for step in reversed(self.spot.route) if isinstance(step, str)), "")


@dataclass(frozen=True, slots=True)
class Loaded:
    """One document with its record; the record is None where nothing of it could be kept."""

    document: Document
    record: Plan | None
    reading: Reading

    @property
    def confidential(self) -> bool:
        """Whether it is of a kind that never enters anything printed, be it that nothing of it could be read."""
        kind = self.document.kind
        return kind in kinds.names() and kinds.model(kind).confidential

    def spot(self, route: Route = (), part: str = "value") -> Spot:
        """Return the spot of a route of the record in the file."""
        return Spot(self.document.file, self.reading.original(route), part)


@dataclass(frozen=True)
class Workspace:
    """A council's plans, loaded and linked.

    `subjects` holds every item by id (the first where an id is used twice: the others stand in `duplicates`),
    `references` every mention in file order, `broken` the ids of items that could not be read and so are known only by
    name, `unread` the files of which nothing could be kept, `lost` those of them whose ids are not even known by name,
    `problems` what reading found.
    """

    loaded: tuple[Loaded, ...]
    settings: Settings
    subjects: Mapping[str, Subject]
    references: tuple[Reference, ...]
    duplicates: tuple[tuple[Subject, Subject], ...] = ()
    broken: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    _by_thing: dict[str, tuple[Subject, ...]] = field(default_factory=dict)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents by file name."""
        return {one.document.file: one.document for one in self.loaded}

    @cached_property
    def confidential(self) -> frozenset[str]:
        """The files of kinds that never enter anything printed."""
        return frozenset(one.document.file for one in self.loaded if one.confidential)

    @cached_property
    def flawed(self) -> frozenset[str]:
        """The files in which reading found something."""
        return frozenset(problem.place.file for problem in self.problems)

    @cached_property
    def inbound(self) -> Mapping[str, tuple[Reference, ...]]:
        """The references to each id."""
        found: dict[str, list[Reference]] = {}
        for reference in self.references:
            found.setdefault(reference.target, []).append(reference)
        return {target: tuple(references) for target, references in found.items()}

    @cached_property
    def outbound(self) -> Mapping[str, tuple[Reference, ...]]:
        """The references made by each item, those of the items inside it not included."""
        found: dict[str, list[Reference]] = {}
        for reference in self.references:
            if reference.source:
                found.setdefault(reference.source.id, []).append(reference)
        return {source: tuple(references) for source, references in found.items()}

    def of(self, *things: str) -> tuple[Subject, ...]:
        """Return the items of these sorts (`objective`, `risk`, ...), in file order."""
        if len(things) > 1:
            return tuple(chain.from_iterable(self.of(thing) for thing in things))
        if not self._by_thing:
            found: dict[str, list[Subject]] = {}
            for subject in self.subjects.values():
                found.setdefault(subject.thing, []).append(subject)
            self._by_thing.update({thing: tuple(subjects) for thing, subjects in found.items()})
        return self._by_thing.get(things[0], ())

    def record(self, file: str) -> Plan | None:
        """Return the record of a file; None where there is no such file or nothing of it could be kept."""
        one = self._by_file.get(file)
        return one.record if one else None

    @cached_property
    def _by_file(self) -> Mapping[str, Loaded]:
        return {one.document.file: one for one in self.loaded}

    def plans(self, model: type[RecordType]) -> Iterator[tuple[Loaded, RecordType]]:
        """Yield the documents whose record is of a kind's model, with that record."""
        for one in self.loaded:
            if isinstance(one.record, model):
                yield one, one.record

    def get(self, id_: str | None, *things: str) -> Subject | None:
        """Return the item with an id if it exists and is of one of these sorts (any, when none is named)."""
        subject = self.subjects.get(id_ or "")
        return subject if subject and (not things or subject.thing in things) else None

    def find(self, id_: str, *things: str) -> Subject:
        """Return the item with an id; raises PlanwrightError, with the nearest, where there is none of these sorts."""
        subject = self.get(id_, *things)
        if subject:
            return subject
        what = listed(map(named, things), "or") or "item"
        other = self.subjects.get(id_)
        if other:
            raise PlanwrightError(f"{one_line(id_, 60)} is {a(other.thing)}, not {a(what)}")
        if id_ in self.broken:
            raise PlanwrightError(f"{id_} stands in the plans but could not be read; `planwright validate` says why")
        known = tuple(one for one in self.subjects.values() if not things or one.thing in things)
        now = next((one.id for one in known if id_ in getattr(one.record, "replaces", ())), "")
        hint = f"it is {now} now" if now else did_you_mean(id_, (one.id for one in known))
        unread = f"it may stand in {', '.join(self.unread[:3])}, which cannot be read" if self.unread else ""
        hints = " ".join(part for part in (hint, unread) if part) or "nothing is called like it"
        raise PlanwrightError(f"there is no {what} {one_line(id_, 60)}; {hints}")

    def knows(self, id_: str) -> bool:
        """Whether an id stands in some file, even in one that could not be read, or may for all that is known."""
        return id_ in self.subjects or id_ in self.broken or id_ in self._twins or bool(self.lost)

    @cached_property
    def _twins(self) -> frozenset[str]:
        """The ids that are written in a file but lost to another that differs only by case, or not at all."""
        return frozenset(other.id for _, other in self.duplicates)

    def place(self, spot: Spot) -> Place:
        """Return line and column of a spot; the nearest known place when it is not in the file."""
        document = self.documents.get(spot.file)
        if document is None:
            return Place(spot.file)
        return document.place(spot.route, "key" if spot.part == "key" else "value")
