"""The files that hold results: which of them a new one belongs in, and what each will hold once all are recorded."""

from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import cast

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.document import Document, parse
from planwright.document.editing import EditRefusedError, Edits, apply
from planwright.document.reading import Value
from planwright.edits.differing import edits_between
from planwright.edits.pip_new import NewFile
from planwright.kinds.results import Results
from planwright.period import Period, parse_period
from planwright.workspace import Subject

_NEW = """\
# yaml-language-server: $schema=../.planwright/schemas/results.schema.json
kind: results
period: {year}

results:
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of results: the document as it was read, and the value it is to have."""

    document: Document
    value: dict[str, Value]
    new: bool = False

    @property
    def indicators(self) -> Mapping[str, Value]:
        """The results by indicator."""
        return _mapping(self.value.get("results"))

    def parts(self, indicator: str) -> Mapping[str, Value]:
        """Return the results of an indicator by period key."""
        return _mapping(self.indicators.get(indicator))

    def put(self, indicator: str, part: str, result: Value) -> None:
        """Put a result in its place."""
        self.value["results"] = {**self.indicators, indicator: {**self.parts(indicator), part: result}}

    def takes(self, indicator: str) -> bool:
        """Whether results of an indicator can be put in: nothing in the way is of another shape or unreadable."""
        shapes = (self.value.get("results", {}), self.indicators.get(indicator, {}))
        errors = any(one.severity is Severity.ERROR for one in self.document.problems)
        return not errors and all(isinstance(one, dict) for one in shapes)

    @property
    def edits(self) -> Edits:
        """What turns the document into what it is to hold."""
        before = cast("Value", self.document.value)
        return Edits(self.document.file, tuple(edits_between(before, self.value)))


@dataclass(frozen=True)
class ResultFiles:
    """All files of results, each as it will be."""

    assessment: Assessment
    _sheets: dict[str, Sheet] = field(default_factory=dict)

    @property
    def edits(self) -> tuple[Edits, ...]:
        """The edits of all files that change, by name."""
        found = (sheet.edits for _, sheet in sorted(self._sheets.items()) if not sheet.new)
        return tuple(one for one in found if one.edits)

    @property
    def new_files(self) -> tuple[NewFile, ...]:
        """The files to be made, by name."""
        return tuple(
            NewFile(name, apply(sheet.document, sheet.edits.edits).decode("utf-8"))
            for name, sheet in sorted(self._sheets.items())
            if sheet.new and sheet.indicators
        )

    def holding(self, subject: Subject, period: Period) -> Sheet:
        """Return the file that holds an indicator's results for the year of a period, or should.

        It is the one that holds some of them already; else, of those for the year, the only one, the one with most
        results of the indicator's service, or one beside the indicator's own file; else a new one. Raises
        EditRefusedError where a file is in the way of an answer.
        """
        year = self.council_year(period)
        self._refuse_unread(subject.id)
        of_year = self._of_year(year)
        holders = [sheet for sheet in of_year if subject.id in sheet.indicators]
        exact = [sheet for sheet in holders if period.part in sheet.parts(subject.id)]
        found = [*exact, *holders, *self._fitting(of_year, subject)]
        sheet = found[0] if found else self._begun(year)
        if not sheet.takes(subject.id):
            raise EditRefusedError(
                f"{sheet.document.file} has errors of its own; mend them first (`planwright validate`)"
            )
        return sheet

    def council_year(self, period: Period) -> Period:
        """Return the council year whose files hold a period: the one that begins in the same calendar year as its own.

        Academic and calendar years have no files of their own.
        """
        start = self.assessment.figures.year_start
        return Period(date(period.year.first.year, start, 1), 12, start)

    def _refuse_unread(self, indicator: str) -> None:
        """Raise where a file that cannot be read may hold what is to be recorded, which would then stand twice."""
        workspace = self.assessment.workspace
        for file in workspace.unread:
            document = workspace.documents.get(file)
            if document and document.kind in {"", "results"} and indicator in document.text:
                raise EditRefusedError(f"{file} names {indicator} but cannot be read; `planwright validate` says why")

    def _of_year(self, year: Period) -> list[Sheet]:
        start = self.assessment.figures.year_start
        files = {
            loaded.document.file: loaded.document
            for loaded, plan in self.assessment.workspace.plans(Results)
            if parse_period(plan.period, start).year == year
        }
        for name, document in files.items():
            if name not in self._sheets:
                self._sheets[name] = Sheet(document, cast("dict[str, Value]", deepcopy(document.value)))
        begun = _new_name(year)
        names = [*sorted(files), *([begun] if begun in self._sheets and begun not in files else [])]
        return [self._sheets[name] for name in names]

    def _fitting(self, of_year: list[Sheet], subject: Subject) -> list[Sheet]:
        """Return the file for a year that suits an indicator best, if one does."""
        if len(of_year) <= 1:
            return of_year
        service = self.assessment.service(subject)
        counts = Counter({sheet.document.file: self._held(sheet, service) for sheet in of_year})
        best = max(of_year, key=lambda sheet: counts[sheet.document.file])
        if counts[best.document.file]:
            return [best]
        folder = PurePosixPath(subject.spot.file).parent
        return [sheet for sheet in of_year if PurePosixPath(sheet.document.file).parent == folder]

    def _held(self, sheet: Sheet, service: str) -> int:
        workspace = self.assessment.workspace
        known = (workspace.get(id_, "indicator") for id_ in sheet.indicators)
        return sum(self.assessment.service(one) == service for one in known if one)

    def _begun(self, year: Period) -> Sheet:
        name = _new_name(year)
        if name in self.assessment.workspace.documents:
            raise EditRefusedError(f"no file holds results for {year}, and {name} is something else; rename that file")
        document = parse(name, _NEW.format(year=year).encode("utf-8"))
        self._sheets[name] = Sheet(document, cast("dict[str, Value]", deepcopy(document.value)), new=True)
        return self._sheets[name]


def _new_name(year: Period) -> str:
    return f"results/{year}.yaml"


def _mapping(value: Value | None) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}
