"""Record results: check each entry, find the file that should hold it, and say what is to be changed there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from planwright.assessment import Assessment
from planwright.assessment.aggregation import measured
from planwright.assessment.plausibility import contradiction, doubt, evidence
from planwright.assessment.rounding import rounded
from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.document.characters import hidden_in
from planwright.document.editing import apply
from planwright.document.reading import Value
from planwright.edits.entry import Entry, Fields, Outcome, Recording
from planwright.edits.entry_checks import contradicted, misjudged, unasked, unfitting, untimely
from planwright.edits.merging import FIGURE, Raw, as_fields, as_record, merged, written
from planwright.edits.result_files import ResultFiles
from planwright.kinds.indicators import Indicator
from planwright.kinds.results import GroupResult, Result
from planwright.period import Period
from planwright.quantity import grouped, shown
from planwright.visible import one_line
from planwright.workspace import Subject, Workspace

__all__ = ["Entry", "Fields", "Outcome", "Recording", "record", "texts"]


def record(assessment: Assessment, entries: Sequence[Entry], *, confirm: bool = False, reason: str = "") -> Recording:
    """Return what becomes of entries, and the edits and new files that the accepted ones ask for.

    `confirm` accepts figures far from what history and target make likely; `reason` says why figures that stood are
    restated. What cannot be recorded is refused with what was expected, and the others are not kept from being
    recorded by it. Entries for one indicator and period are recorded together, as long as none contradicts another.
    """
    recorder = _Recorder(assessment, ResultFiles(assessment), confirm=confirm, reason=reason)
    outcomes = tuple(recorder.outcome(entry) for entry in entries)
    return Recording(outcomes, recorder.files.edits, recorder.files.new_files)


def texts(workspace: Workspace, recording: Recording) -> dict[str, tuple[bytes | None, bytes]]:
    """Return the old bytes (None for a new file) and the new ones of every file a recording changes, by name.

    Raises EditRefusedError where a file cannot be changed so that nothing else in it is.
    """
    changed: dict[str, tuple[bytes | None, bytes]] = {}
    for edits in recording.edits:
        document = workspace.documents[edits.file]
        changed[edits.file] = (apply(document, ()), apply(document, edits.edits))
    return changed | {file.name: (None, file.text.encode("utf-8")) for file in recording.new_files}


@dataclass(frozen=True)
class _Recorder:
    """Takes entries one after the other; each sees what the ones before it changed."""

    assessment: Assessment
    files: ResultFiles
    confirm: bool
    reason: str
    _seen: dict[tuple[str, Period], dict[str, Value]] = field(default_factory=dict)

    def outcome(self, entry: Entry) -> Outcome:
        """Record one entry, or say why not."""
        try:
            return self._recorded(entry)
        except PlanwrightError as error:
            return Outcome(entry, "refused", str(error))

    def _recorded(self, entry: Entry) -> Outcome:
        """Put an entry in its place and return what became of it; raises PlanwrightError where it is refused."""
        subject = self.assessment.workspace.find(entry.indicator, "indicator")
        given = entry.given
        wrong = contradicted(given) or unasked(subject.record, given) or self._twice(entry, given)
        if flaw := untimely(self.assessment, subject, entry.period) or wrong:
            raise RefusedError(flaw)
        sheet = self.files.holding(subject, entry.period)
        stands = sheet.parts(subject.id).get(entry.period.part)
        old = _Standing.of(subject, as_fields(stands))
        new = _Standing.of(subject, _with_quotient(subject.record, old, merged(old.fields, given)))
        if new.fields == old.fields:
            return Outcome(entry, "unchanged", "it stands so already")
        judged = new.result.judgement if "judgement" in given else None
        flaws = new.flaw or misjudged(self.assessment, subject, judged)
        flaws = flaws or next(unfitting(self.assessment, subject, new.result), "")
        if flaws := flaws or contradiction(new.result, subject.record) or self._unlikely(entry, old, new):
            raise RefusedError(flaws)
        why_none = str(given["reason"]) if "missing" in given else ""
        restated = self._restated(old, new, entry.reason or self.reason or why_none)
        sheet.put(subject.id, entry.period.part, written(new.fields | restated, stands))
        self._seen.setdefault((subject.id, entry.period), {}).update(given)
        where = f"it goes into {sheet.document.file}"
        if restated:
            where += f"; {_shown(old.value)} is kept as the earlier figure"
        elif old.value not in {None, new.value}:
            where += f"; it was {_shown(old.value)}"
        return Outcome(entry, "accepted", where, restated=bool(restated))

    def _twice(self, entry: Entry, given: Mapping[str, Value]) -> str:
        before = self._seen.get((entry.indicator, entry.period), {})
        for name, value in given.items():
            if name != "groups" and before.get(name, value) != value:
                both = f"{one_line(str(before[name]), 60)} and {one_line(str(value), 60)}"
                return f"{name}: is given twice here, as {both}"
        return ""

    def _unlikely(self, entry: Entry, old: "_Standing", new: "_Standing") -> str:
        """Return which new figure is implausible, in words; empty where none is, or all are confirmed."""
        if self.confirm:
            return ""
        ratings, subject = self.assessment.ratings, new.subject
        found = []
        if new.value is not None and new.value != old.value:
            found.append(("", doubt(new.value, evidence(ratings, subject, entry.period))))
        if new.result.forecast is not None and new.result.forecast != old.result.forecast:
            found.append(("forecast: ", doubt(new.result.forecast, evidence(ratings, subject, entry.period.year))))
        for name in new.result.groups:
            value = new.group(name)
            if value is not None and value != old.group(name):
                found.append((f"{name}: ", doubt(value, evidence(ratings, subject, entry.period, name))))
        flaw = next((f"{about}{why}" for about, why in found if why), "")
        return f"{flaw}. Check it; if it is right, confirm it (--confirm)" if flaw else ""

    def _restated(self, old: "_Standing", new: "_Standing", reason: str) -> Raw:
        """Return the earlier figures as they are to be kept; empty where no final figure changes.

        Raises RefusedError where no reason is given for a change.
        """
        changed = [] if old.result.provisional else list(_changed(old, new))
        if not changed:
            if (
                new.result.provisional
                and not old.result.provisional
                and old.value is not None
                and old.value == new.value
            ):
                raise RefusedError(f"{_shown(old.value)} is a final figure and cannot become provisional again")
            return {}
        if not reason:
            name, was = changed[0]
            raise RefusedError(
                f"{f'{name} ' if name else ''}{_shown(was)} is a final figure; to change it is to "
                "restate it, which needs a reason (--reason)"
            )
        on = self.assessment.as_at.isoformat()
        kept = old.fields.get("restated")
        entries: list[Value] = list(kept) if isinstance(kept, list) else []
        for name, was in changed:
            entries.append({"was": shown(was), "on": on, "reason": f"{name}: {reason}" if name else reason})
        _, flaw = as_record({"restated": entries})
        if hidden := hidden_in(reason):
            flaw = f"{hidden} hides in '{one_line(reason, 60)}'; type it anew"
        if flaw:
            raise RefusedError(f"the reason cannot be kept: {flaw}")
        return {"restated": entries}


@dataclass(frozen=True, slots=True)
class _Standing:
    """A result: its fields as text, its record, what is wrong with it, and its figure."""

    subject: Subject
    fields: Raw
    result: Result
    flaw: str
    value: Decimal | None

    @classmethod
    def of(cls, subject: Subject, fields: Raw) -> "_Standing":
        """Read the fields of a result."""
        result, flaw = as_record(fields)
        result = result or Result()
        return cls(subject, fields, result, flaw, measured(subject.record, result))

    def group(self, name: str) -> Decimal | None:
        """Return the figure of an area or group."""
        result: GroupResult | None = self.result.groups.get(name)
        return measured(self.subject.record, result) if result else None


def _changed(old: _Standing, new: _Standing) -> list[tuple[str, Decimal]]:
    """Return the figures that stood and do not stand so any more, each with its group's name, empty for the whole."""
    found = []
    parts = ((getattr(old.result, name), getattr(new.result, name)) for name in FIGURE)
    recounted = any(before is not None and before != after for before, after in parts)
    if old.value is not None and (recounted or old.value != new.value):
        found.append(("", old.value))
    for name in old.result.groups:
        was = old.group(name)
        if was is not None and was != new.group(name):
            found.append((name, was))
    return found


def _with_quotient(indicator: Indicator, old: _Standing, fields: Raw) -> Raw:
    """Return a result's fields with the value that was given before brought into line with what was counted anew."""
    if "value" not in fields or fields.get("value") != old.fields.get("value"):
        return fields
    counted, _ = as_record({name: value for name, value in fields.items() if name in FIGURE[1:]})
    share = measured(indicator, counted) if counted else None
    stands, _ = as_record(fields)
    if share is None or stands is None or not contradiction(stands, indicator):
        return fields
    return fields | {"value": shown(rounded(share, indicator.decimals))}


def _shown(value: Decimal | None) -> str:
    return "nothing" if value is None else grouped(value)
