"""A spreadsheet read as results: what becomes of each of its rows, and what is to be changed in the plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planwright.assessment import Assessment, assess
from planwright.document import parse
from planwright.edits.recording import Outcome, Recording, record, texts
from planwright.kinds.import_mapping import ImportMapping
from planwright.linking import link
from planwright.period import Period, parse_period
from planwright.wording import listed

from .choosing import choose, period_above
from .naming import Indicators
from .rows import Draft, Line, Rows
from .sheet import Sheet
from .statements import differing_status

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Request:
    """How a file is to be read: mapping and sheet (empty: found out), and the period of its rows or of their year."""

    mapping: str = ""
    sheet: str = ""
    period: str = ""
    confirm: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Import:
    """What a file would change: the outcome of every row, what is to be written, and what a person must know.

    `mapping` is the one it was read by.
    """

    lines: tuple[Line, ...]
    recording: Recording
    notices: tuple[str, ...]
    mapping: ImportMapping

    def count(self, verdict: str) -> int:
        """Return how many rows came out so."""
        return sum(line.verdict == verdict for line in self.lines)


def read_in(assessment: Assessment, file: str, sheets: Sequence[Sheet], request: Request) -> Import:
    """Return what the results in a file's sheets would change in a plan; nothing is written.

    Raises PlanwrightError for a mapping or sheet that does not exist, RefusedError where no table of results is found.
    """
    choice = choose(assessment.workspace, file, sheets, request.mapping, request.sheet)
    mapping, layout = choice.mapping, choice.layout
    period, told = _period(request.period or mapping.period or "", *period_above(layout.headings))
    indicators = Indicators(assessment.workspace, {code: str(id_) for code, id_ in mapping.codes.items()})
    found = tuple(_once(tuple(Rows(assessment, mapping, layout, indicators, period).read())))
    drafts = [one for one in found if isinstance(one, Draft)]
    recording = record(assessment, [one.entry for one in drafts], confirm=request.confirm, reason=request.reason)
    after = _after(assessment, recording) if any(one.status for one in drafts) else assessment
    outcomes = iter(recording.outcomes)
    lines = tuple(
        _line(one, next(outcomes), after, mapping.words.status) if isinstance(one, Draft) else one for one in found
    )
    notices = (*_notices(sheets, layout.headings.sheet), *choice.notices, *told)
    return Import(lines, recording, notices, mapping)


def _period(stated: str, above: str, cell: str) -> tuple[str, tuple[str, ...]]:
    """Return the period of the import, as stated or else as the rows above the headings say, and a word on it."""
    if not stated:
        return above, (f"the period, {above}, is taken from {cell}",) if above else ()
    apart = above and not _overlap(parse_period(stated), parse_period(above))
    return stated, (f"{cell} says {above}, but the import is for {stated}",) if apart else ()


def _overlap(one: Period, other: Period) -> bool:
    return one.covers(other) or other.covers(one)


def _notices(sheets: Sequence[Sheet], read: Sheet) -> Iterator[str]:
    """Yield what the reader of a file must know: hidden sheets, how it was read, which figures formulas worked out."""
    for sheet in sheets:
        yield from sheet.notices
    # What a text file holds of a formula is not what it makes but the formula itself.
    if any(cell.formula and not cell.text.startswith("=") for row in read.rows for cell in row):
        yield f"{read.called} holds formulas; the figures they had when it was saved were read"


def _once(found: Sequence[Line | Draft]) -> Iterator[Line | Draft]:
    """Yield what was read, with results given more than once refused where they differ, left out where they do not."""
    given: dict[tuple[str, Period, str], list[Draft]] = {}
    for one in found:
        if isinstance(one, Draft):
            given.setdefault(_key(one), []).append(one)
    differing = {
        key: _cells(alike) for key, alike in given.items() if any(one.entry != alike[0].entry for one in alike)
    }
    for one in found:
        if isinstance(one, Line):
            yield one
        elif cells := differing.get(_key(one)):
            why = f"the file gives this result more than once, and differently: {cells}"
            yield Line(one.sheet, one.cell, one.about, "refused", why)
        elif (first := given[_key(one)][0]) is not one:
            yield Line(one.sheet, one.cell, one.about, "left out", f"the same stands in {first.cell}")
        else:
            yield one


def _cells(alike: Sequence[Draft]) -> str:
    """Return the first cells of several, in words."""
    named = [one.cell for one in alike[:_MOST_NAMED]]
    return listed([*named, "others"] if len(alike) > len(named) else named)


def _key(draft: Draft) -> tuple[str, Period, str]:
    return draft.entry.indicator, draft.entry.period, draft.group


def _line(draft: Draft, outcome: Outcome, after: Assessment, words: Mapping[str, str]) -> Line:
    """Return what became of a result, with what else its row says that the plan does not."""
    entry = draft.entry
    notes = list(draft.notes)
    if draft.status and outcome.verdict != "refused":
        state = after.ratings.rate(after.workspace.find(entry.indicator, "indicator"), entry.period).state
        notes += [note for note in [differing_status(draft.status, words, state)] if note]
    told = outcome.why if outcome.verdict == "refused" else ""
    why = "; ".join(part for part in (told, *notes) if part)
    return Line(draft.sheet, draft.cell, draft.about, outcome.verdict, why)


def _after(assessment: Assessment, recording: Recording) -> Assessment:
    """Return the plan as it will stand once the recording is written, at the same date."""
    documents = dict(assessment.workspace.documents)
    for name, (_, new) in texts(assessment.workspace, recording).items():
        documents[name] = parse(name, new)
    return assess(link(documents.values()), assessment.as_at)
