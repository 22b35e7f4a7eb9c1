"""From the bytes of a file to a Document; whatever the bytes, findings come out and nothing is raised."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planwright.diagnostic import Diagnostic
from planwright.document import characters, scalars
from planwright.document.alike import Case, told
from planwright.document.comments import comments, cut_values, suppressions
from planwright.document.complaint import complaint
from planwright.document.conflicts import conflicts
from planwright.document.decoding import Decoded, decode
from planwright.document.document import Document
from planwright.document.node import Layout, Scalars, Span
from planwright.document.reading import NOTHING, Reading, events, read
from planwright.document.source import Source
from planwright.document.wording import in_words


def parse(file: str, data: bytes) -> Document:
    """Return the document in a file's bytes, with every problem met on the way. Raises nothing, whatever the bytes.

    (Except PlanwrightError when libyaml's part of ruamel.yaml is not installed at all.)
    """
    decoded = decode(file, data)
    source = decoded.source
    if not decoded.legible:
        return _document(decoded, NOTHING, decoded.problems)
    cover = characters.uncover(source)
    reading = _read(source, cover)
    unmerged = tuple(conflicts(source))
    if unmerged:
        return _document(decoded, replace(reading, value=None), unmerged)
    problems = [*decoded.problems, *cover.problems]
    spaces = characters.misplaced_spaces(source, [span[:2] for span in reading.styled])
    if spaces:
        problems += told(source, ((characters.misplaced_space, (span,)) for span in spaces))
        reading = _read(source, replace(cover, text=characters.without_spaces(cover.text, spaces), covered=True))
    problems += _in_reading(source, reading, {problem.place.line for problem in problems})
    return _document(decoded, reading, problems)


def _in_reading(source: Source, reading: Reading, explained: set[int]) -> Iterable[Diagnostic]:
    """Return the findings of a reading. What comes of a line already explained, or of one that stopped it, is not."""
    if reading.complaint is None:
        return reading.problems
    stop = in_words(complaint(source, reading.complaint, reading.tape))
    line = stop.place.line
    before = tuple(problem for problem in reading.problems if problem.place.line < line)
    return before if {line - 1, line} & explained else (*before, stop)


def _read(source: Source, cover: characters.Legible) -> Reading:
    stream = events(cover.text)
    return read(source, cover.uncovered(stream) if cover.covered else stream)


def _document(decoded: Decoded, reading: Reading, problems: Iterable[Diagnostic]) -> Document:
    source = decoded.source
    layout = Layout(source, reading.tape)
    found = tuple(comments(source, Scalars(reading.tape)))
    if reading.value is not None:
        problems = (*problems, *told(source, _doubts(source, reading, layout, found)))
    return Document(
        file=source.file,
        text=source.text,
        bom=decoded.bom,
        value=reading.value,
        problems=tuple(sorted(problems, key=lambda problem: problem.order)),
        suppressions=suppressions(source, found, layout),
        kind=reading.kind,
        layout=layout,
    )


def _doubts(source: Source, reading: Reading, layout: Layout, found: tuple[Span, ...]) -> Iterator[Case]:
    """Yield cases of what could be read but was hardly meant."""
    yield from scalars.quoted(source, reading.styled)
    yield from scalars.curly_quotes(source, layout)
    if found:
        yield from cut_values(source, Scalars(reading.tape), found)
    if "\t" in source.text:
        yield from scalars.stray_tabs(source, sorted([*reading.tape.scalars(), *found]))
