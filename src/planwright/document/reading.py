"""From parser events to the plain value, the tape of spans, and what may not stand in a plan file."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from typing import Any, TypeAlias
from unicodedata import normalize

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from planwright.diagnostic import Diagnostic, PlanwrightError
from planwright.document import refusals
from planwright.document.alike import Case, told
from planwright.document.characters import CURLY_MARKS
from planwright.document.node import BLANK, END, LIST, MAPPING, SCALAR, Tape, repeated_keys
from planwright.document.source import Source

Value: TypeAlias = dict[str, "Value"] | list["Value"] | str

MAX_DEPTH = 32
MAX_NODES = 200_000
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LONGEST_NULL = 4
_REFUSED_KEYS = frozenset({None, "<<", "true", "True", "TRUE", "false", "False", "FALSE"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text held: its value (None when it could not be read to the end), kind, spans and findings.

    `styled` are start, end and text of what is quoted or a block. `complaint` is the
    parser's own, still to be put into words.
    """

    value: Value | None
    kind: str
    tape: Tape
    problems: tuple[Diagnostic, ...] = ()
    styled: tuple[tuple[int, int, str], ...] = ()
    complaint: MarkedYAMLError | None = None


NOTHING = Reading(None, "", Tape())


def _name(text: str) -> str:
    """Return a key as one spelling: composed, and without the curly quotes that are reported where they stand."""
    return normalize("NFC", text).strip(CURLY_MARKS)


class _StopError(Exception):
    """Reading cannot go on; carries the finding."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


def events(text: str) -> Iterator[Any]:
    """Return libyaml's events for a text.

    Raises PlanwrightError when the C part of ruamel.yaml is missing: there is no second reader to fall back on,
    because two readers would disagree on odd files.
    """
    try:
        parser = import_module("_ruamel_yaml").CParser(text)
    except ImportError as error:
        raise PlanwrightError(
            "planwright cannot read files: the package ruamel.yaml.clib is not installed; install planwright again"
        ) from error
    return iter(parser.get_event, None)


def read(source: Source, stream: Iterable[Any]) -> Reading:
    """Build value and spans of a source from its events. Raises nothing on any input."""
    builder = _Builder(source)
    value, complaint = None, None
    stopped: tuple[Diagnostic, ...] = ()
    try:
        builder.run(islice(stream, 2 * MAX_NODES))
        value = builder.settle()
    except _StopError as stop:
        stopped = (stop.problem,)
    except MarkedYAMLError as error:
        complaint = error
    tape = Tape(array("i", builder.entries), tuple(builder.keys))
    if builder.repeats:
        builder.cases += [(refusals.duplicate, repeat) for repeat in repeated_keys(tape)]
    problems = (*told(source, builder.cases), *stopped)
    return Reading(value, builder.kind(), tape, problems, tuple(builder.styled), complaint)


class _Builder:
    """The state of one reading."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.cases: list[Case] = []
        self.entries: list[int] = []
        self.keys: list[str] = []
        self.styled: list[tuple[int, int, str]] = []
        self.root: list[Any] = []
        self.stack: list[tuple[dict[str, Any] | None, list[Any]]] = []
        self.absent: list[tuple[dict[str, Any], str]] = []
        self.gaps: dict[int, list[Any]] = {}
        self.repeats = False
        self.documents = 0

    def run(self, stream: Iterable[Any]) -> None:
        """Take every event. One loop with few calls, because every value of every file passes through it."""
        entries, keys, styled = self.entries, self.keys, self.styled
        foreign = not self.source.text.isascii()
        mapping: dict[str, Any] | None = None
        items, key = self.root, None
        for event in stream:
            if event.__class__ is not ScalarEvent:
                mapping, items = self.structure(event, mapping, items, key)
                key = None
                continue
            text, start, end = event.value, event.start_mark.index, event.end_mark.index
            code = SCALAR
            if event.anchor is not None or event.ctag is not None:
                text = self.marked(event, start, end)
            elif event.style:
                styled.append((start, end, text))
            elif end - start <= _LONGEST_NULL and text in _NULLS:
                code, text = BLANK, None
                self.nothing(mapping, items, key, start, end)
            entries += (code, start, end)
            if mapping is None:
                items.append(text)
            elif key is None:
                key = _name(text) if foreign and text and not text.isascii() else text
                if key in mapping or key in _REFUSED_KEYS:
                    key = self.odd_key(mapping, key, start, end)
                keys.append(key)
            else:
                mapping[key] = text
                key = None

    def structure(
        self, event: Any, mapping: dict[str, Any] | None, items: list[Any], key: str | None
    ) -> tuple[dict[str, Any] | None, list[Any]]:
        """Take an event that is no scalar; return the mapping (or None) and the list that are now being filled."""
        kind = event.__class__
        start, end = event.start_mark.index, event.end_mark.index
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            self.entries += (END, start, end)
            return self.stack.pop()
        if kind is MappingStartEvent or kind is SequenceStartEvent or kind is AliasEvent:
            if mapping is not None and key is None:
                raise _StopError(refusals.complex_key(self.source, start))
            code, made = self.admit(event, key, start, end)
            self.entries += (code, start, end)
            if mapping is None or key is None:
                items.append(made)
            else:
                mapping[key] = made
            if code == SCALAR:
                return mapping, items
            self.stack.append((mapping, items))
            return (made, items) if code == MAPPING else (None, made)
        if kind is DocumentStartEvent:
            self.document(event, start)
        return mapping, items

    def admit(self, event: Any, key: str | None, start: int, end: int) -> tuple[int, Any]:
        """Return the entry code and the new value for a list, a mapping or an alias, refusing what must not stand."""
        if event.__class__ is AliasEvent:
            if key != "<<":
                self.cases.append((refusals.alias, (start, end)))
            return SCALAR, self.source.text[start:end]
        if len(self.stack) >= MAX_DEPTH:
            raise _StopError(refusals.too_deep(self.source, start, MAX_DEPTH))
        if event.anchor is not None or event.ctag is not None:
            self.marked(event, start, end)
        return (MAPPING, {}) if event.__class__ is MappingStartEvent else (LIST, [])

    def document(self, event: Any, start: int) -> None:
        """Refuse a second document, and directives before the first."""
        self.documents += 1
        if self.documents > 1:
            raise _StopError(refusals.second_document(self.source, start))
        if event.version is not None or event.tags:
            self.cases.append((refusals.directive, ()))

    def marked(self, event: Any, start: int, end: int) -> Any:
        """Refuse an anchor or a tag; return the text as typed, since text is probably what was meant.

        `!!int 5` is meant by nobody but a program, which means 5.
        """
        refusal = refusals.anchor if event.anchor is not None else refusals.tag
        scalar = event.__class__ is ScalarEvent
        self.cases.append((refusal, (start, "text" if scalar else "group")))
        standard = self.source.text.startswith("!!", start)
        return event.value if scalar and standard and event.value else self.source.text[start:end].rstrip()

    def nothing(self, mapping: dict[str, Any] | None, items: list[Any], key: str | None, start: int, end: int) -> None:
        """Note a value that is not given; warn of it unless a key was just left empty."""
        if mapping is None:
            self.gaps[id(items)] = items
        elif key is not None:
            self.absent.append((mapping, key))
            if start == end and ":" not in self.source.text[self.entries[-1] : start]:
                self.cases.append((refusals.key_without_colon, (self.entries[-2], self.entries[-1])))
        if self.source.text[start:end] in _NULLS and end > start and (mapping is None or key is not None):
            self.cases.append((refusals.null_word, (start, end)))
        elif mapping is None and self.stack:
            self.cases.append((refusals.empty_item, (start,)))

    def odd_key(self, mapping: dict[str, Any], key: str | None, start: int, end: int) -> str:
        """Note a key that is there already, or refuse one that is no name; return the text to file it under."""
        if key is not None and key not in _REFUSED_KEYS:
            self.repeats = True
            return key
        refusal = refusals.merge_key if key == "<<" else refusals.key_not_text
        self.cases.append((refusal, (start, end)))
        self.absent.append((mapping, key or ""))
        return key or ""

    def settle(self) -> Value | None:
        """Take what is not given out of the value, and return it. Raises when there is too much of it."""
        if len(self.entries) // 3 - self.entries[::3].count(END) > MAX_NODES or self.stack:
            raise _StopError(refusals.too_many(self.source, MAX_NODES))
        for items in self.gaps.values():
            items[:] = [item for item in items if item is not None]
        for mapping, key in self.absent:
            if mapping.get(key) is None or key in _REFUSED_KEYS or not key:
                mapping.pop(key, None)
        if not self.root or self.root[0] is None:
            self.cases += [] if self.cases else [(refusals.empty, ())]
            return None
        if not isinstance(self.root[0], dict):
            self.cases.append((refusals.no_keys, (self.root[0],)))
            return None
        value: Value = self.root[0]
        return value

    def kind(self) -> str:
        """Return the text of the top-level `kind` key, as far as the file could be read."""
        top = self.root[0] if self.root else None
        kind = top.get("kind") if isinstance(top, dict) else None
        return kind if isinstance(kind, str) else ""
