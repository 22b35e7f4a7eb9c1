"""One row's cells as the fields of a result, each as a plan file would hold it."""

from collections.abc import Mapping

from planwright.document.reading import Value
from planwright.kinds.import_mapping import ImportMapping

from .amounts import amount, day, hundredfold, provisional
from .sheet import Cell

AMOUNTS = ("value", "numerator", "denominator", "forecast")
RECORDED = (*AMOUNTS, "comment", "action", "missing", "judgement_state")
_COUNTED = ("numerator", "denominator")
_DATES = ("as_at", "published", "forecast_on", "judgement_on")
_TEXTS = (
    "comment", "action", "source", "missing", "reason", "forecast_by", "forecast_note", "checked_by",
    "judgement_state", "judgement_reason", "judgement_by",
)  # fmt: skip
_PART = "judgement_"


def field_text(field: str, cell: Cell, unit: str, mapping: ImportMapping, *, formatted: bool) -> str:
    """Return what a cell says for a field of a result; empty for what is no field of one.

    `formatted` says whether the file tells fractions from per cent. Raises ValueError saying what was expected.
    """
    if cell.kind == "error":
        raise ValueError(
            f"the cell holds {cell.text}, not a figure; type the figure, or mend the formula and save anew"
        )
    if field in AMOUNTS:
        return _amount(cell, "" if field in _COUNTED else unit, mapping, formatted=formatted)
    if field in _DATES:
        return day(cell, mapping.dates)
    if field in _TEXTS:
        return _prose(cell.text)
    return provisional(cell.text) if field == "provisional" else ""


def _prose(text: str) -> str:
    """Return text without what spreadsheets leave in it: no-break spaces, space around it."""
    return text.replace("\u00a0", " ").strip()


def _amount(cell: Cell, unit: str, mapping: ImportMapping, *, formatted: bool) -> str:
    """Return a figure; a plain fraction is per cent only where that is stated, and doubtful where nothing tells."""
    if cell.kind == "date":
        raise ValueError(f"the cell holds a date, {cell.text}; format its column as a number and type the figure anew")
    text = amount(cell.text, unit)
    if cell.kind != "number" or cell.text.endswith("%") or not unit.startswith("%"):
        return text
    if mapping.percent == "as fraction":
        return hundredfold(text)
    if not formatted and mapping.percent is None and text.lstrip("-").startswith("0."):
        raise ValueError(f"{text} may be {hundredfold(text)}%; state percent: as fraction or as shown in a mapping")
    return text


def entry_fields(read: Mapping[str, str], group: str) -> dict[str, Value]:
    """Return the fields of a result: those of a judgement together, and all of them under the group they are for."""
    fields: dict[str, Value] = {name: text for name, text in read.items() if not name.startswith(_PART)}
    judgement: dict[str, Value] = {name[len(_PART) :]: text for name, text in read.items() if name.startswith(_PART)}
    if judgement:
        fields["judgement"] = judgement
    return {"groups": {group: fields}} if group else fields
