"""The rows of a return that came back as answers: what was typed anew in each, or the cells that cannot be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from planwright.assessment import Assessment
from planwright.exchange.sheet import Sheet, cell_name
from planwright.kinds.results import GroupResult, Result
from planwright.period import Period, parse_date, parse_period
from planwright.wording import listed
from planwright.workspace import Subject

from .cells import field_text, same
from .columns import ANSWERED, COUNTED, PLACES, open_fields, standing
from .facts import is_share
from .making import post_options
from .stamp import Asked, Stamp
from .structure import Flaw, outside, rows

_FIGURE = ("value", *COUNTED)


@dataclass(frozen=True, slots=True)
class Answer:
    """One row that can be read: its number counted from 0, what it is for, and the fields that were typed anew.

    `stands` is what the plan holds now, `reason` why a final figure is changed, `notes` what a person must know.
    """

    row: int
    asked: Asked
    period: Period
    given: Mapping[str, str]
    stands: Mapping[str, str]
    reason: str = ""
    notes: tuple[Flaw, ...] = ()

    def cell(self, field: str) -> str:
        """Return the name of the cell of a field."""
        return cell_name(self.row, PLACES[field])


@dataclass(frozen=True, slots=True)
class Unread:
    """One row that cannot be taken, and why: cell by cell."""

    about: str
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True)
class Answers:
    """Reads the rows of one return."""

    assessment: Assessment
    stamp: Stamp
    sheet: Sheet

    def read(self) -> Iterator[Answer | Unread]:
        """Yield what each row says."""
        for found in rows(self.sheet, self.stamp):
            if isinstance(found, Flaw):
                yield Unread("", (found,))
            else:
                yield self._row(*found)

    @cached_property
    def _posts(self) -> dict[str, str]:
        return post_options(self.assessment.workspace)

    def _row(self, row: int, asked: Asked) -> Answer | Unread:
        id_, name, group = asked.key
        subject = self.assessment.workspace.get(id_, "indicator")
        if subject is None:
            return Unread(asked.name, (Flaw(cell_name(row, 0), f"{id_} is no longer in the plan"),))
        texts, found = self._texts(row, subject, group)
        found += [] if any(one.stops for one in found) else _contradictions(row, texts, asked)
        period = parse_period(name, self.assessment.figures.start(subject.record))
        found += _early(row, texts.get("as_at", ""), period)
        found += outside(self.sheet, row, asked)
        if any(one.stops for one in found):
            return Unread(asked.name, tuple(one for one in found if one.stops))
        given = {field: text for field, text in texts.items() if not same(field, text, asked.stood.get(field, ""))}
        if "forecast" in given and not texts.get("forecast_by"):
            given["forecast_by"] = self.stamp.post
        reason = "" if "missing" in texts else given.pop("reason", "")
        emptied = [field for field in ANSWERED if field in asked.stood and field not in texts]
        told = [Flaw(cell_name(row, PLACES[field]), _EMPTIED, stops=False) for field in emptied]
        notes = (*found, *(told if given or len(emptied) < len(asked.stood) else ()))
        return Answer(row, asked, period, given, self._stands(subject, period, group), reason, notes)

    def _texts(self, row: int, subject: Subject, group: str) -> tuple[dict[str, str], list[Flaw]]:
        """Return what each cell of a row says, by field, and what is wrong with the others."""
        texts: dict[str, str] = {}
        found: list[Flaw] = []
        unit = subject.record.unit or ""
        wanted = open_fields(fraction=is_share(self.assessment, subject), group=group)
        for field in ANSWERED:
            cell = self.sheet.cell(row, PLACES[field])
            try:
                text = field_text(field, cell, unit, self._posts, formatted=self.sheet.formatted)
            except ValueError as error:
                found.append(Flaw(cell_name(row, PLACES[field]), str(error)))
                continue
            if text and field not in wanted:
                found.append(
                    Flaw(cell_name(row, PLACES[field]), "the cell is grey: its row has no such answer; empty it")
                )
            elif text:
                texts[field] = text
        return texts, found

    def _stands(self, subject: Subject, period: Period, group: str) -> Mapping[str, str]:
        figure = self.assessment.figures.results.get(subject.id, {}).get(period)
        result: Result | GroupResult | None = figure.result if figure else None
        if group and isinstance(result, Result):
            result = result.groups.get(group)
        return standing(subject.record, result)


_EMPTIED = "what stood there was emptied; an empty cell changes nothing, so it stands"


def _contradictions(row: int, texts: Mapping[str, str], asked: Asked) -> list[Flaw]:
    """Return which cells of a row cannot be true together, or lack another."""
    figures = [field for field in _FIGURE if field in texts]
    found = []

    def at(field: str, why: str) -> None:
        found.append(Flaw(cell_name(row, PLACES[field]), why))

    if "missing" in texts and figures:
        cells = listed(cell_name(row, PLACES[field]) for field in figures)
        at("missing", f"a reason why there is no value is chosen, but {cells} holds a figure; empty one of them")
    if "missing" in texts and "reason" not in texts:
        at("reason", f"'{texts['missing']}' is chosen, but no reason is given; say why in a sentence")
    if texts.get("provisional") == "yes" and not figures and not asked.key[2]:
        at("provisional", "the figure is called provisional, but there is none")
    return found


def _early(row: int, day: str, period: Period) -> list[Flaw]:
    """Return what is wrong with the date of a figure that was measured before its period began."""
    if not day or parse_date(day) >= period.first:
        return []
    why = f"{day} is before {period} began, on {period.first.isoformat()}"
    year, month, date = day.split("-")
    swapped = f"{year}-{date}-{month}"
    try:
        meant = parse_date(swapped) >= period.first
    except ValueError:
        meant = False
    hint = f"; {swapped} with day and month the other way about?" if meant else ""
    return [Flaw(cell_name(row, PLACES["as_at"]), f"{why}{hint}")]
