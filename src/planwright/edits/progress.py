"""Say how an action or milestone is going: a note, a percentage, a status, a new date with its reason, or done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import NoReturn

from planwright import kinds
from planwright.assessment import Assessment, WorkRating
from planwright.assessment.work import GIVEN_UP
from planwright.diagnostic import PlanwrightError
from planwright.document import Document, Route, parse
from planwright.document.editing import AddKey, Append, Edit, EditRefusedError, Edits, Remove, SetValue, apply
from planwright.document.reading import Value
from planwright.edits.entry import with_plain_ends
from planwright.edits.sound import refuse_unsound
from planwright.page import printed_date
from planwright.quantity import shown
from planwright.records.action import Action, Milestone, Slip
from planwright.records.reading import read
from planwright.records.shape import fields_of
from planwright.records.walking import walk

_ALL = "100"  # per cent
_ON_ACTIONS = ("note", "percent", "by")


@dataclass(frozen=True, slots=True)
class Update:
    """What somebody says of an action or milestone, as the texts a plan file would hold; an empty one is not given.

    `reason`, `implications` and `decision` go with a new date (`revised`); `reason` and `decision` also with a status
    that gives the work up. `on` is the day of the note, or on which the new date was agreed; the assessment's where it
    is not given.
    """

    note: str = ""
    percent: str = ""
    by: str = ""
    status: str = ""
    done: str = ""
    revised: str = ""
    reason: str = ""
    implications: str = ""
    decision: str = ""
    evidence: str = ""
    on: str = ""

    @property
    def gives_up(self) -> bool:
        """Whether it says that the work will not be done, or not now."""
        return self.status in GIVEN_UP

    @property
    def slip(self) -> dict[str, Value]:
        """The entry under `revised:`; the first date stays where it is."""
        fields = {"to": self.revised, "on": self.on, "reason": self.reason}
        return _given({**fields, "implications": self.implications, "decision": self.decision})

    @property
    def entry(self) -> dict[str, Value]:
        """The entry under `progress:`."""
        return _given({"on": self.on, "note": self.note, "percent": self.percent, "by": self.by})


def _given(fields: Mapping[str, str]) -> dict[str, Value]:
    return {name: with_plain_ends(text) for name, text in fields.items() if text}


def update(assessment: Assessment, work: WorkRating, said: Update) -> Edits:
    """Return the edits that write what is said of an action or milestone into its file; none where it stands so.

    Raises PlanwrightError where what is said belongs to nothing, or names a post or decision that does not exist;
    EditRefusedError where it cannot be read, or cannot be true on the day of the assessment.
    """
    _refuse_stray(work, said)
    for id_, thing in ((said.by, "post"), (said.decision, "decision")):
        if id_:
            assessment.workspace.find(id_, thing)
    file = work.spot.file
    refuse_unsound(assessment.workspace, file)
    document = assessment.workspace.documents[file]
    said = replace(said, on=said.on or assessment.as_at.isoformat())
    edits = tuple(_Writer(document, work).edits(said))
    _refuse_untrue(work, said, _as_written(document, work, edits), assessment.as_at)
    return Edits(file, edits)


def _refuse_stray(work: WorkRating, said: Update) -> None:
    """Raise PlanwrightError where something is said that nothing else that is said gives a place."""
    if work.index is not None and any(getattr(said, name) for name in _ON_ACTIONS):
        raise PlanwrightError(
            f"{work.id} is a milestone, which keeps neither notes nor a percentage; give them to {work.subject.id}"
        )
    if said.by and not said.note:
        raise PlanwrightError("--by says who wrote a note; give the note with --note")
    if said.on and not (said.note or said.revised):
        raise PlanwrightError("--on is the day of a note or on which a new date was agreed; give --note or --revised")
    if said.implications and not said.revised:
        raise PlanwrightError("--implications says what a later date means; give the date with --revised")
    if (said.reason or said.decision) and not (said.revised or said.gives_up):
        raise PlanwrightError(
            "--reason and --decision go with a new date (--revised) or with --status deferred, cancelled or "
            "superseded; use --note for the rest"
        )


@dataclass
class _Writer:
    """Finds the place of each thing that is said; `names` are the keys that stand there, with those to be added."""

    document: Document
    work: WorkRating
    names: set[str] = field(init=False)

    def __post_init__(self) -> None:
        node = self.document.node(self.route)
        self.names = {str(name) for name in node.children} if node else set()

    @property
    def route(self) -> Route:
        """Where the action or milestone stands."""
        return self.work.spot.route

    def edits(self, said: Update) -> Iterator[Edit]:
        """Yield the edits, in the order of the fields."""
        record = self.work.record
        percent = "" if self._is_old(said) else said.percent
        status = said.status
        if said.done:  # what was said before it was done would contradict it
            status = status or ("complete" if record.status else "")
            percent = percent or (_ALL if isinstance(record, Action) and record.percent is not None else "")
        if said.revised:
            yield self._added("revised", said.slip)
        texts = {"done": said.done, "status": status}
        if said.gives_up:
            texts |= {"reason": said.reason, "decision": said.decision}
        for name, text in _given({**texts, "percent": percent, "evidence": said.evidence}).items():
            yield self._set(name, text)
        if status and not said.gives_up and record.status in GIVEN_UP:  # why it was given up is no longer so
            yield from (Remove((*self.route, name)) for name in ("reason", "decision") if name in self.names)
        if said.note:
            yield self._added("progress", said.entry)

    def _is_old(self, said: Update) -> bool:
        """Whether what is said is a note older than another, whose percentage is not today's."""
        record = self.work.record
        notes = record.progress if isinstance(record, Action) else ()
        return bool(said.note) and any(note.on.isoformat() > said.on for note in notes)

    def _set(self, name: str, text: Value) -> Edit:
        """Return the edit that gives a field a value."""
        return SetValue((*self.route, name), text) if name in self.names else self._new(name, text)

    def _added(self, name: str, entry: dict[str, Value]) -> Edit:
        """Return the edit that adds an entry to a list, which it begins where there is none."""
        return Append((*self.route, name), entry) if name in self.names else self._new(name, [entry])

    def _new(self, name: str, value: Value) -> Edit:
        """Return the edit that adds a field behind the one of those that stand there after which it is declared."""
        order = list(fields_of(type(self.work.record)))
        before = [one for one in order[: order.index(name)] if one in self.names]
        self.names.add(name)
        return AddKey(self.route, name, value, after=before[-1] if before else "")


def _as_written(document: Document, work: WorkRating, edits: tuple[Edit, ...]) -> Action | Milestone:
    """Return the action or milestone as its file will have it; raises EditRefusedError where it would not be read."""
    changed = parse(document.file, apply(document, edits))
    reading = read(kinds.model(document.kind), changed.value)
    for problem in reading.problems:
        _refuse(work, f"{problem.message}{f'; {problem.help}' if problem.help else ''}")
    items = walk(reading.record).items if reading.record else []
    action = next(item for route, item, _ in items if route == work.subject.spot.route and isinstance(item, Action))
    return action if work.index is None else action.milestones[work.index]


def _refuse_untrue(work: WorkRating, said: Update, new: Action | Milestone, as_at: date) -> None:
    """Raise EditRefusedError where what would be written cannot be true, or leaves out what it must say."""
    dated = [new.revised[-1].on] if said.revised else []
    dated += [new.progress[-1].on] if said.note and isinstance(new, Action) else []
    for day in (new.done if said.done else None, *dated):
        if day and day > as_at:
            _refuse(work, f"{printed_date(day)} has not come yet")
    if said.gives_up and not new.reason:
        _refuse(work, f"say why it is {said.status} (--reason)")
    if said.revised:
        _refuse_slip(work, said, new.revised[-1])
    if said.percent and isinstance(new, Action) and isinstance(work.record, Action):
        given = new.progress[-1].percent if said.note else new.percent
        _refuse_percent(work, said, given or Decimal(0), work.record.percent or Decimal(0))


def _refuse_slip(work: WorkRating, said: Update, slip: Slip) -> None:
    """Raise EditRefusedError where a date cannot move so."""
    if said.done or said.gives_up or work.done or work.record.status in GIVEN_UP:
        _refuse(work, "its date cannot move once it is done or given up")
    if not slip.reason:
        _refuse(work, f"say why its date moves to {slip.to} (--reason)")
    if work.due and slip.to.day == work.due.day:
        _refuse(work, f"it is due {work.due} already")
    if slip.on and slip.to.day < slip.on:
        on = printed_date(slip.on)
        _refuse(work, f"{slip.to} was past on {on}; give the day on which that date was agreed (--on), or --done")


def _refuse_percent(work: WorkRating, said: Update, new: Decimal, old: Decimal) -> None:
    """Raise EditRefusedError where so much cannot be done."""
    if not 0 <= new <= int(_ALL):
        _refuse(work, f"it cannot be {shown(new)} per cent done; give --percent from 0 to 100")
    if new < old and not said.note:
        _refuse(work, f"it was {shown(old)} per cent done; say why it is less now (--note)")


def _refuse(work: WorkRating, why: str) -> NoReturn:
    raise EditRefusedError(f"{work.id}: {why}{'' if why.endswith(('?', '.')) else '.'} Nothing was written.")
