"""All documents of a council linked together: every item by id, every reference both ways, and what failed to load."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from planwright import kinds
from planwright.diagnostic import Diagnostic, Place, PlanwrightError, Severity
from planwright.document import Document, Route
from planwright.kinds import Plan, Record
from planwright.kinds.settings import Settings
from planwright.nearest import did_you_mean
from planwright.records.reading import Reading, read
from planwright.records.walking import walk
from planwright.visible import one_line

SETTINGS_FILE = "planwright.yaml"
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

    def spot(self, route: Route = (), part: str = "value") -> Spot:
        """Return the spot of a route of the record in the file."""
        return Spot(self.document.file, self.reading.original(route), part)


@dataclass(frozen=True)
class Workspace:
    """A council's plans, loaded and linked.

    `subjects` holds every item by id (the first where an id is used twice: the others stand in `duplicates`),
    `references` every mention in file order, `broken` the ids of items that could not be read and so are known only by
    name, `problems` what reading found.
    """

    loaded: tuple[Loaded, ...]
    settings: Settings
    subjects: Mapping[str, Subject]
    references: tuple[Reference, ...]
    duplicates: tuple[tuple[Subject, Subject], ...] = ()
    broken: frozenset[str] = frozenset()
    problems: tuple[Diagnostic, ...] = ()
    _by_thing: dict[str, tuple[Subject, ...]] = field(default_factory=dict)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents by file name."""
        return {one.document.file: one.document for one in self.loaded}

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
        what = " or ".join(things) or "item"
        other = self.subjects.get(id_)
        if other:
            raise PlanwrightError(f"{one_line(id_, 60)} is no {what} but a {other.thing}")
        known = (one.id for one in self.subjects.values() if not things or one.thing in things)
        hint = did_you_mean(id_, known) or "nothing is called like it"
        raise PlanwrightError(f"there is no {what} {one_line(id_, 60)}; {hint}")

    def knows(self, id_: str) -> bool:
        """Whether an id stands in some file, even in an item that could not be read."""
        return id_ in self.subjects or id_ in self.broken

    def place(self, spot: Spot) -> Place:
        """Return line and column of a spot; the nearest known place when it is not in the file."""
        document = self.documents.get(spot.file)
        if document is None:
            return Place(spot.file)
        return document.place(spot.route, "key" if spot.part == "key" else "value")


def link(documents: Iterable[Document], unreadable: Mapping[str, str] | None = None) -> Workspace:
    """Return the workspace that documents make together.

    `unreadable` names files that could not be opened, with the reason; they become findings like everything else that
    is wrong, and nothing is raised.
    """
    loaded = tuple(_load(document) for document in sorted(documents, key=lambda document: document.file))
    problems = [problem for one in loaded for problem in _problems(one)]
    problems += [
        Diagnostic("PW043", Severity.ERROR, Place(file), f"{file} was not read: {reason}")
        for file, reason in (unreadable or {}).items()
    ]
    index = _Index()
    for one in loaded:
        index.add(one)
    settings = _settings(loaded, problems)
    return Workspace(
        loaded,
        settings,
        index.subjects,
        tuple(index.references),
        tuple(index.duplicates),
        frozenset(index.broken) - index.subjects.keys(),
        tuple(sorted(problems, key=lambda problem: problem.order)),
    )


def _load(document: Document) -> Loaded:
    if isinstance(document.value, dict) and document.kind in kinds.names():
        reading = read(kinds.model(document.kind), document.value)
        return Loaded(document, reading.record, reading)
    return Loaded(document, None, Reading(None))


def _problems(one: Loaded) -> Iterator[Diagnostic]:
    document = one.document
    yield from document.problems
    for problem in one.reading.problems:
        place = document.place(problem.route, "key" if problem.part == "key" else "value")
        yield Diagnostic(problem.code, Severity.ERROR, place, problem.message, problem.help)
    if document.value is None or document.kind in kinds.names():
        return
    known = f"the kinds are {', '.join(kinds.names())}"
    if document.kind:
        message = f"{one_line(document.kind, 60)} is not a kind of document"
        help_ = did_you_mean(document.kind, kinds.names()) or known
    else:
        message, help_ = "the file does not say what kind of document it is", f"begin it with kind:; {known}"
    yield Diagnostic("PW030", Severity.ERROR, document.place(("kind",)), message, help_)


def _settings(loaded: tuple[Loaded, ...], problems: list[Diagnostic]) -> Settings:
    """Return the settings of planwright.yaml, or the defaults; settings anywhere else are a problem."""
    found = None
    for one in loaded:
        if one.document.kind != "settings":
            continue
        if one.document.file != SETTINGS_FILE:
            message = f"settings stand in {SETTINGS_FILE} at the root, so this file is not used"
            place = one.document.place(("kind",))
            problems.append(Diagnostic("PW044", Severity.ERROR, place, message, "move what you need there"))
        elif isinstance(one.record, Settings):
            found = one.record
    return found or Settings.model_validate({"kind": "settings", "name": "The council"})


class _Index:
    """Collects items and references, document by document."""

    def __init__(self) -> None:
        self.subjects: dict[str, Subject] = {}
        self.references: list[Reference] = []
        self.duplicates: list[tuple[Subject, Subject]] = []
        self.broken: set[str] = set()
        self._folded: dict[str, Subject] = {}

    def add(self, one: Loaded) -> None:
        """Take in one document."""
        if one.record is None or one.reading.problems:
            self.broken |= _ids(one.document.value)
        if one.record is None:
            return
        found = walk(one.record)
        subjects: list[Subject] = []
        for route, item, owner in found.items:
            parent = subjects[owner] if owner >= 0 else None
            subject = Subject(item.id_, item.thing, item, one.spot(route), parent)
            subjects.append(subject)
            self._name(subject)
        for route, part, target, things, owner in found.references:
            source = subjects[owner] if owner >= 0 else None
            self.references.append(Reference(source, one.spot(route, part), target, things))

    def _name(self, subject: Subject) -> None:
        """Enter an item by its id; ids that differ only by upper and lower case are one id to people."""
        first = self._folded.setdefault(subject.id.casefold(), subject)
        if first is subject:
            self.subjects[subject.id] = subject
        else:
            self.duplicates.append((first, subject))


def _ids(value: Any) -> set[str]:
    """Return every id written anywhere in a plain value, read or not."""
    found: set[str] = set()
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if isinstance(part.get("id"), str):
                found.add(part["id"])
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    return found
