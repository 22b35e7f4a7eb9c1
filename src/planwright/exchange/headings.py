"""Where a sheet's headings stand and which of them are meant: as a mapping names them, or guessed from usual words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from planwright.advice import month_number, part_meant, period_meant
from planwright.diagnostic import RefusedError
from planwright.kinds.import_mapping import Columns, Field, ImportMapping
from planwright.nearest import did_you_mean
from planwright.visible import one_line

from .amounts import tidy
from .fields import RECORDED
from .sheet import Sheet, cell_name

_ROWS_LOOKED_AT = 40
# The words that headings usually are, the surest first.
_USUAL: Mapping[str, tuple[str, ...]] = {
    "indicator": (
        "indicator id", "indicator ref", "indicator code", "pi ref", "pi code", "pi no", "pi", "kpi ref", "our ref",
        "kpi", "measure id", "measure ref", "ref", "ref no", "reference", "code", "id",
    ),
    "title": (
        "indicator title", "indicator name", "performance indicator", "measure", "name", "description",
        "definition",
    ),
    "period": ("quarter", "month", "reporting period"),
    "value": ("actual", "result", "outturn", "performance", "score", "figure"),
    "target": ("target value",),
    "forecast": ("year end forecast", "year-end forecast", "forecast outturn", "projected outturn"),
    "comment": ("comments", "commentary", "narrative", "notes", "explanation"),
    "action": ("actions", "action taken", "remedial action", "corrective action"),
    "as_at": ("as at", "measured", "measured on", "date measured", "date"),
    "provisional": ("provisional?", "provisional or final"),
    "group": ("area", "ward"),
    "source": ("data source",),
    "unit": ("units", "unit of measure"),
    "polarity": ("good is", "what is good", "good performance", "direction of good"),
    "status": ("rag", "rag status", "rating", "rag rating"),
}  # fmt: skip
_FIGURES: tuple[str, ...] = get_args(Field)
# Headings of exported tables that look like results and are none: targets, ratings, figures of other councils.
_NO_RESULTS = frozenset({"floor", "approved_by", "target_low", "forecast_state", "with"})


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a sheet by column, joined where they take two lines, and the row in which the lowest stands.

    `lower` are those of that row alone, for what stands above them may only group them.
    """

    sheet: Sheet
    row: int
    texts: Mapping[int, str]
    lower: Mapping[int, str]

    def columns(self, heading: str) -> tuple[int, ...]:
        """Return the columns with a heading, whatever its case and spaces."""
        return tuple(column for column, text in self.texts.items() if plain(text) == plain(heading))

    def name(self, column: int) -> str:
        """Return a heading as a person finds it: 'Actual' (D4)."""
        return f"'{one_line(self.texts[column], 40)}' ({cell_name(self.row, column)})"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet's results stand: the headings above them, the column of each field, and those of single periods."""

    headings: Headings
    columns: Mapping[str, int]
    periods: tuple[tuple[int, str, str], ...]


def _usual(field: str) -> tuple[str, ...]:
    """Return the usual headings of a field, its name as planwright exports it among them."""
    return (field, field.replace("_", " "), field.replace("_", ".", 1), *_USUAL.get(field, ()))


def plain(text: str) -> str:
    """Return a heading without what does not tell it apart: case, spaces, a colon at its end."""
    return tidy(text).casefold().rstrip(":. ")


def _headings(sheet: Sheet, rows: Sequence[int]) -> Iterator[Headings]:
    for row in rows:
        lower = {column: tidy(cell.text) for column, cell in enumerate(sheet.rows[row]) if cell.text.strip()}
        if not lower:
            continue
        yield Headings(sheet, row, lower, lower)
        if row:
            yield Headings(sheet, row, _two_lines(sheet, row, lower), lower)


def _two_lines(sheet: Sheet, row: int, lower: Mapping[int, str]) -> dict[int, str]:
    """Return headings of two lines joined: what stands over several columns (merged or not) belongs to each of them."""
    texts: dict[int, str] = {}
    over = ""
    for column in range(max(len(sheet.rows[row]), len(sheet.rows[row - 1]))):
        above, below = tidy(sheet.cell(row - 1, column).text), lower.get(column, "")
        over = above or (over if below else "")
        if above or below:
            texts[column] = tidy(f"{over} {below}")
        if above and not below:
            over = ""
    return texts


def lay_out(sheet: Sheet, mapping: ImportMapping) -> Layout:
    """Return where a sheet's columns are, as a mapping names their headings.

    Raises RefusedError where one is missing, with the nearest, where two columns have the same heading, and where the
    mapping names no column for the indicator or none for a result.
    """
    _refuse_telling_nothing(mapping)
    named = {field: str(text) for field, text in mapping.columns if text is not None}
    wanted = {plain(text) for text in (*named.values(), *(one.column for one in mapping.periods))}
    rows = range(min(len(sheet.rows), _ROWS_LOOKED_AT))
    if mapping.header_row:
        rows = range(mapping.header_row - 1, min(mapping.header_row, len(sheet.rows)))
    found = max(_headings(sheet, rows), key=lambda one: len(wanted & set(map(plain, one.texts.values()))), default=None)
    if found is None:
        raise RefusedError(f"{sheet.called} has nothing where its headings should be")
    return Layout(
        found,
        {field: _column(found, text) for field, text in named.items()},
        tuple((_column(found, one.column), one.period, one.field) for one in mapping.periods),
    )


def _refuse_telling_nothing(mapping: ImportMapping) -> None:
    columns = mapping.columns
    if not columns.indicator and not columns.title:
        raise RefusedError(f"{mapping.id} does not say which column names the indicator; add indicator: under columns:")
    if not mapping.periods and not any(getattr(columns, field) for field in RECORDED):
        raise RefusedError(f"{mapping.id} does not say which column holds the result; add value: under columns:")


def _column(headings: Headings, text: str) -> int:
    columns = headings.columns(text)
    sheet = headings.sheet.called
    if not columns:
        hint = did_you_mean(text, headings.texts.values())
        there = f"row {headings.row + 1} has {', '.join(one_line(one, 40) for one in headings.texts.values())}"
        raise RefusedError(f"{sheet} has no column headed '{one_line(text, 60)}'; {hint or there}")
    if len(columns) > 1:
        places = " and ".join(cell_name(headings.row, column) for column in columns[:2])
        raise RefusedError(f"{sheet} has two columns headed '{one_line(text, 60)}', {places}; rename one of them")
    return columns[0]


def guess(sheet: Sheet, id_: str, file: str) -> tuple[ImportMapping, tuple[str, ...]] | None:
    """Return a mapping made from a sheet's headings, and in words what was guessed; None where they tell too little."""
    rows = range(min(len(sheet.rows), _ROWS_LOOKED_AT))
    best: tuple[int, Headings, dict[str, int], list[tuple[int, str, str]]] | None = None
    for headings in _headings(sheet, rows):
        fields, periods = _guessed(headings)
        if _NO_RESULTS & set(map(plain, headings.texts.values())):
            continue
        named = "indicator" in fields or "title" in fields
        score = len(fields) + len(periods)
        if named and (periods or {"value", "numerator"} & fields.keys()) and (best is None or score > best[0]):
            best = (score, headings, fields, periods)
    if best is None:
        return None
    _, headings, fields, periods = best
    mapping = ImportMapping.model_validate(
        {
            "kind": "import-mapping",
            "id": id_,
            "file": file,
            "columns": {field: headings.texts[column] for field, column in fields.items()},
            "periods": [
                {"column": headings.texts[column], "period": period, "field": field}
                for column, period, field in periods
            ],
        }
    )
    return mapping, _told(headings, fields, periods)


def _guessed(headings: Headings) -> tuple[dict[str, int], list[tuple[int, str, str]]]:
    """Return the column of each field whose heading is usual, and the columns of single periods."""
    fields: dict[str, int] = {}
    known = {word for field in Columns.model_fields for word in _usual(field)}
    telling = {
        column: plain(text if plain(text) in known or column not in headings.lower else headings.lower[column])
        for column, text in headings.texts.items()
    }
    for field in Columns.model_fields:
        usual = _usual(field)
        ranks = [(usual.index(text), column) for column, text in telling.items() if text in usual]
        if ranks:
            fields[field] = min(ranks)[1]
    if "value" in fields:
        return fields, []
    periods = [
        (column, *meant)
        for column, text in headings.texts.items()
        if column not in fields.values() and (meant := _period_column(plain(text)))
    ]
    return fields, periods


def _period_column(heading: str) -> tuple[str, str] | None:
    """Return the period and the field that a heading such as `q1 actual` or `target q1` names."""
    for field in _FIGURES:
        for word in (*_usual(field), ""):
            for rest in (heading.removesuffix(f" {word}".rstrip()), heading.removeprefix(f"{word} ".lstrip())):
                period = _period_text(rest) if rest != heading or not word else ""
                if period:
                    return period, field if word else "value"
    return None


def _period_text(text: str) -> str:
    """Return the period that a text names, be it without its year; empty when it names none."""
    return part_meant(text) or period_meant(text) or (text.capitalize() if month_number(text) else "")


def _told(headings: Headings, fields: Mapping[str, int], periods: Sequence[tuple[int, str, str]]) -> tuple[str, ...]:
    read = [(column, field) for field, column in fields.items()]
    read += [(column, f"{period} {field}") for column, period, field in periods]
    meant = ", ".join(f"{what} from {headings.name(column)}" for column, what in sorted(read))
    known = {column for column, _ in read}
    left = [headings.name(column) for column in headings.texts if column not in known]
    told = [f"guessed from the headings of {headings.sheet.called}: {meant}"]
    return (*told, f"not read: {', '.join(left)}") if left else tuple(told)
