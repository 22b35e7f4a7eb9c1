"""Documents to a workspace: read each by its kind, index items by id, note every reference and every problem."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from planwright import kinds
from planwright.diagnostic import Diagnostic, Place, Severity
from planwright.document import SETTINGS_FILE, Document
from planwright.kinds.settings import Settings
from planwright.nearest import did_you_mean
from planwright.records.reading import Reading, read
from planwright.records.walking import walk
from planwright.visible import one_line
from planwright.workspace import Loaded, Reference, Subject, Workspace

_UNREAD = f"mend that, or name it under ignore: in {SETTINGS_FILE} if it holds no plan"
_UNNAMED = "The council"
_ID_LINE = re.compile(r"(?<![\w-])id: *[\"']?([A-Za-z0-9][A-Za-z0-9._/-]*)")


def link(documents: Iterable[Document], unreadable: Mapping[str, str] | None = None) -> Workspace:
    """Return the workspace that documents make together.

    `unreadable` names files that could not be opened, with the reason; they become findings like everything else that
    is wrong, and nothing is raised. What the settings say holds no plans is left out.
    """
    read_so_far = tuple(_load(document) for document in sorted(documents, key=lambda document: document.file))
    settings = _settings(read_so_far)
    loaded = tuple(one for one in read_so_far if not ignored(one.document.file, settings))
    problems = [problem for one in loaded for problem in _problems(one)]
    problems += [
        Diagnostic("PW043", Severity.ERROR, Place(file), f"{file} was not read: {reason}", _UNREAD)
        for file, reason in (unreadable or {}).items()
        if not ignored(file, settings)
    ]
    index = _Index()
    for one in loaded:
        index.add(one)
    closed = [file for file in unreadable or {} if not ignored(file, settings)]
    lost = tuple(sorted([*closed, *index.lost]))
    problems += _unchecked(index, lost)
    return Workspace(
        loaded,
        settings,
        index.subjects,
        tuple(index.references),
        tuple(index.duplicates),
        frozenset(index.broken) - index.subjects.keys(),
        tuple(sorted([*closed, *(one.document.file for one in loaded if one.record is None)])),
        lost,
        tuple(sorted(problems, key=lambda problem: problem.order)),
    )


def _unchecked(index: "_Index", lost: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Say once, not at every link, that links may lead into files of which not even the ids could be read."""
    count = sum(one.target not in index.subjects and one.target not in index.broken for one in index.references)
    if lost and count:
        links = "1 link leads" if count == 1 else f"{count} links lead"
        message = f"{links} to ids that stand in no file that could be read; checked once {lost[0]} can be"
        yield Diagnostic("PW049", Severity.WARNING, Place(lost[0]), message, "mend this file first")


def _load(document: Document) -> Loaded:
    if isinstance(document.value, dict) and document.kind in kinds.names():
        reading = read(kinds.model(document.kind), document.value)
        if reading.record is None and document.file == SETTINGS_FILE:
            # All other settings still count while the council's name is missing.
            named = read(Settings, {**document.value, "name": _UNNAMED})
            reading = replace(reading, record=named.record, origins=named.origins)
        return Loaded(document, reading.record, reading)
    return Loaded(document, None, Reading(None))


def _problems(one: Loaded) -> Iterator[Diagnostic]:
    document = one.document
    yield from document.problems
    for problem in one.reading.problems:
        place = document.place(problem.route, "key" if problem.part == "key" else "value")
        yield Diagnostic(problem.code, Severity.ERROR, place, problem.message, problem.help)
    if document.kind == "settings" and document.file != SETTINGS_FILE:
        message = f"settings stand in {SETTINGS_FILE} at the root, so this file is not used"
        yield Diagnostic("PW044", Severity.ERROR, document.place(("kind",)), message, "move what you need there")
    if document.value is None or document.kind in kinds.names():
        return
    known = f"the kinds are {', '.join(kinds.names())}"
    if document.kind:
        message = f"{one_line(document.kind, 60)} is not a kind of document"
        help_ = did_you_mean(document.kind, kinds.names()) or known
    else:
        begin = "kind: settings" if document.file == SETTINGS_FILE else f"kind:; {known}"
        message, help_ = "the file does not say what kind of document it is", f"begin it with {begin}"
    yield Diagnostic("PW030", Severity.ERROR, document.place(("kind",)), message, help_)


def _settings(loaded: tuple[Loaded, ...]) -> Settings:
    """Return the settings of planwright.yaml, or the defaults where they cannot be read."""
    for one in loaded:
        if one.document.file == SETTINGS_FILE and isinstance(one.record, Settings):
            return one.record
    return Settings.model_validate({"kind": "settings", "name": _UNNAMED})


def ignored(file: str, settings: Settings) -> bool:
    """Whether the settings say that a file, or a folder it lies in, holds no plans; never so of the settings."""
    names = (name.strip("/") for name in settings.ignore)
    return file != SETTINGS_FILE and any(file == name or file.startswith(f"{name}/") for name in names)


class _Index:
    """Collects items and references, document by document."""

    def __init__(self) -> None:
        self.subjects: dict[str, Subject] = {}
        self.references: list[Reference] = []
        self.duplicates: list[tuple[Subject, Subject]] = []
        self.broken: set[str] = set()
        self.lost: list[str] = []
        self._folded: dict[str, Subject] = {}

    def add(self, one: Loaded) -> None:
        """Take in one document."""
        if one.record is None or one.reading.problems:
            ids = _ids(one.document.value) if one.document.value is not None else _ids_in_text(one.document.text)
            self.broken |= ids
            if one.record is None and not ids and one.document.kind != "settings":
                self.lost.append(one.document.file)
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


def _ids_in_text(text: str) -> set[str]:
    """Return what looks like ids in a text that could not be read as a plan."""
    return set(_ID_LINE.findall(text))
