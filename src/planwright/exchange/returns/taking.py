"""Returns that came back, merged into the plan: what each row changes, what is refused, and where both have changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from planwright.assessment import Assessment
from planwright.document.reading import Value
from planwright.edits.recording import Entry, Outcome, Recording, record
from planwright.exchange.amounts import tidy
from planwright.exchange.sheet import Sheet
from planwright.visible import one_line

from .answering import Answer, Answers, Unread
from .cells import same
from .columns import COLUMNS, PLACES
from .stamp import Key, Stamp, council_of
from .structure import Flaw, answers_in, flaws, stamp_in

Verdict = Literal["accepted", "unchanged", "left blank", "conflict", "refused", "note"]
VERDICTS: tuple[Verdict, ...] = ("accepted", "unchanged", "left blank", "conflict", "refused")


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one row, or one cell of it, in a file; `cell` is empty for the file as a whole."""

    file: str
    cell: str
    about: str
    verdict: Verdict
    why: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """How returns are to be taken: implausible figures confirmed, why figures are restated, and whose figure stands."""

    confirm: bool = False
    reason: str = ""
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of every row of every return, and what is to be written."""

    lines: tuple[Line, ...]
    recording: Recording

    def count(self, *verdicts: str) -> int:
        """Return how many lines came out so."""
        return sum(line.verdict in verdicts for line in self.lines)


def take(assessment: Assessment, files: Mapping[str, Sequence[Sheet]], request: Request) -> Taken:
    """Return what the sheets of returns, by file name, would change in the plan; nothing is written."""
    taker = _Taker(assessment, request)
    found = [one for file, sheets in files.items() for one in taker.read(file, sheets)]
    return taker.merged(found)


@dataclass(frozen=True, slots=True)
class _Given:
    """An answer and the file it came in."""

    file: str
    answer: Answer

    @property
    def result(self) -> tuple[str, str]:
        """The indicator and the period it is for."""
        return self.answer.asked.key[:2]

    @property
    def group(self) -> str:
        """The area or group it is for; empty for the whole."""
        return self.answer.asked.key[2]

    def line(self, verdict: Verdict, why: str, field: str = "value") -> Line:
        return Line(self.file, self.answer.cell(field), self.answer.asked.name, verdict, why)


@dataclass(frozen=True)
class _Taker:
    """Merges answers into a plan."""

    assessment: Assessment
    request: Request

    def read(self, file: str, sheets: Sequence[Sheet]) -> Iterator[Line | _Given]:
        """Yield what a file holds, row by row; only what is wrong where it is not built as it was made."""
        try:
            stamp = stamp_in(sheets)
        except ValueError as error:
            yield Line(file, "", "", "refused", str(error))
            return
        ours = tidy(council_of(self.assessment))
        if stamp.council != ours:
            told = f"it was made for {one_line(stamp.council, 80)}, but this is the plan of {ours}"
            yield Line(file, "", "", "refused", told)
            return
        wrong = list(flaws(sheets, stamp))
        yield from (_told(file, "", flaw) for flaw in wrong)
        if not any(flaw.stops for flaw in wrong):
            yield from self._rows(file, stamp, answers_in(sheets))

    def _rows(self, file: str, stamp: Stamp, sheet: Sheet) -> Iterator[Line | _Given]:
        for one in Answers(self.assessment, stamp, sheet).read():
            if isinstance(one, Unread):
                yield from (_told(file, one.about, flaw) for flaw in one.flaws)
                continue
            yield from (_told(file, one.asked.name, note) for note in one.notes)
            given = _Given(file, one)
            if not one.given:
                yield given.line("unchanged" if one.asked.stood else "left blank", "")
            elif why := self._handed_over(stamp, one):
                yield Line(file, one.cell("indicator"), one.asked.name, "refused", why)
            else:
                yield given

    def _handed_over(self, stamp: Stamp, answer: Answer) -> str:
        """Return who answers for an indicator now, where it is another post than the return was made for."""
        owner = self.assessment.workspace.find(answer.asked.key[0], "indicator").record.owner
        if owner == stamp.post or self.request.confirm:
            return ""
        return (
            f"{owner or 'nobody'} answers for it now, not {stamp.post}; if the figure is right, confirm it (--confirm)"
        )

    def merged(self, found: Sequence[Line | _Given]) -> Taken:
        """Return what becomes of all that was read."""
        lines: dict[int, list[Line]] = {number: [one] for number, one in enumerate(found) if isinstance(one, Line)}
        alike: dict[Key, list[_Given]] = {}
        for one in found:
            if isinstance(one, _Given):
                alike.setdefault(one.answer.asked.key, []).append(one)
        kept: dict[tuple[str, str], list[tuple[int, _Given]]] = {}
        for number, one in enumerate(found):
            if isinstance(one, _Given):
                if stopped := list(self._stopped(one, alike[one.answer.asked.key])):
                    lines[number] = stopped
                else:
                    kept.setdefault(one.result, []).append((number, one))
        entries = [_entry([one for _, one in rows]) for rows in kept.values()]
        request = self.request
        recording = record(self.assessment, entries, confirm=request.confirm, reason=request.reason)
        for outcome, rows in zip(recording.outcomes, kept.values(), strict=True):
            blamed = _blamed([one for _, one in rows], outcome)
            lines |= {number: list(_outcome(one, outcome, blamed=one is blamed)) for number, one in rows}
        return Taken(tuple(line for number in sorted(lines) for line in lines[number]), recording)

    def _stopped(self, one: _Given, alike: Sequence[_Given]) -> Iterator[Line]:
        """Yield why an answer is not to be recorded: given twice, or changed in the plan in the meantime."""
        for other in alike:
            if other.answer.given != one.answer.given:
                yield one.line("refused", f"{other.file} answers it too, and differently; take one of the two")
                return
        if alike[0] is not one:
            yield one.line("unchanged", f"the same stands in {alike[0].file}")
            return
        if self.request.theirs:
            return
        stood, stands = one.answer.asked.stood, one.answer.stands
        for field, text in one.answer.given.items():
            now, then = stands.get(field, ""), stood.get(field, "")
            if not same(field, now, then) and not same(field, now, text):
                yield one.line("conflict", _both(field, then, now, text), field)


def _both(field: str, then: str, now: str, text: str) -> str:
    """Return what stood when a return was made, what stands now, and what the return says."""
    heading = COLUMNS[PLACES[field]].heading
    was = "nothing" if not then else "another text" if then.startswith("#") else f"'{then}'"
    stands, says = (f"'{one_line(one, 80)}'" if one else "nothing" for one in (now, text))
    return (
        f"{heading}: the plan was changed since the return was made: it says {stands} (then {was}), the return {says}. "
        "Take the return's with --theirs, or leave it out with --partial"
    )


def _entry(rows: Sequence[_Given]) -> Entry:
    """Return the result that the rows for one indicator and period ask for, its groups included."""
    fields: dict[str, Value] = {}
    groups: dict[str, Value] = {}
    for one in rows:
        if one.group:
            groups[one.group] = dict(one.answer.given)
        else:
            fields |= one.answer.given
    if groups:
        fields["groups"] = groups
    first = rows[0].answer
    reason = next((one.answer.reason for one in rows if one.answer.reason), "")
    return Entry(first.asked.key[0], first.period, fields, reason)


def _blamed(rows: Sequence[_Given], outcome: Outcome) -> _Given:
    """Return the row that an outcome is about: that of the group it begins with, else the first."""
    why = outcome.why
    return next((one for one in rows if one.group and why.startswith(f"{one.group}: ")), rows[0])


def _outcome(one: _Given, outcome: Outcome, *, blamed: bool) -> Iterator[Line]:
    """Yield what became of a row; why its result is refused is told once, in the cell it is about."""
    given = one.answer.given
    if outcome.verdict == "refused":
        why = outcome.why
        field = next((name for name in given if why.startswith(f"{name}:")), next(iter(given)))
        why = why.removeprefix(f"{field}: ")
        yield one.line("refused", why if blamed else f"not taken without the rest of {one.answer.asked.key[0]}", field)
        return
    told = ", ".join(
        f"{COLUMNS[PLACES[name]].heading.lower().rstrip('?')}: {one_line(text, 40)}" for name, text in given.items()
    )
    yield one.line(outcome.verdict, f"{told}; {outcome.why}", next(iter(given)))
    if one.answer.reason and blamed and not outcome.restated:
        yield one.line("note", "the reason was not needed, as no final figure was changed; it is not kept", "reason")


def _told(file: str, about: str, flaw: Flaw) -> Line:
    return Line(file, flaw.cell, about, "refused" if flaw.stops else "note", flaw.why)
