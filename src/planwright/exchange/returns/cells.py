"""One cell of a return as the field of a result, each as a plan would hold it."""

import re
from collections.abc import Mapping

from planwright.exchange.amounts import amount, hundredfold, tidy
from planwright.exchange.sheet import Cell
from planwright.nearest import did_you_mean
from planwright.period import parse_date
from planwright.quantity import is_yes_no
from planwright.records.scalars import parse_measure
from planwright.visible import one_line
from planwright.wording import listed

from .columns import AMOUNTS, COUNTED, MISSING, YES_NO
from .stamp import fingerprint

_MONTHS = 12
_PLAIN = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_LINE_ENDS = re.compile(r"\r\n?|_x000D_\n?")


def field_text(field: str, cell: Cell, unit: str, posts: Mapping[str, str], *, formatted: bool) -> str:
    """Return what a cell says for a field, empty where it is blank; `posts` are ids by what the drop-down calls them.

    `formatted` says whether the file tells fractions from per cent. Raises ValueError saying what was expected.
    """
    if cell.kind == "error":
        raise ValueError(f"the cell holds {cell.text}; type what it should be")
    if cell.formula:
        told = f" it comes to, {one_line(cell.text, 40)}" if cell.text.strip() else ""
        raise ValueError(f"the cell holds a formula; type the figure{told}")
    if not cell.text.strip():
        return ""
    if field in AMOUNTS:
        return _amount(cell, "" if field in COUNTED else unit, formatted=formatted)
    if field == "provisional":
        return _choice(cell, YES_NO)
    if field == "missing":
        return _choice(cell, MISSING)
    if field == "forecast_by":
        return _post(cell, posts)
    return _day(cell) if field == "as_at" else _prose(cell.text)


def same(field: str, one: str, other: str) -> bool:
    """Whether two texts say the same for a field; they may be fingerprints. What is not provisional is final."""
    if field == "provisional":
        return (one == "yes") == (other == "yes")
    if field in AMOUNTS and one and other:
        return parse_measure(one) == parse_measure(other)
    return fingerprint(one) == fingerprint(other)


def _amount(cell: Cell, unit: str, *, formatted: bool) -> str:
    """Return a figure; text is one only where nobody could read it as another, and a date never is."""
    if is_yes_no(unit):
        return _choice(cell, YES_NO)
    text = tidy(cell.text)
    if cell.kind == "date":
        raise ValueError(f"the cell holds the date {text}; type the figure alone, for example 88.5")
    if cell.kind == "yes/no":
        raise ValueError(f"the cell holds {text}; a figure was expected, for example 88.5")
    try:
        read = amount(text, unit)
    except ValueError as error:
        none = "" if any(character.isdigit() for character in text) else "; if there is none, empty the cell"
        raise ValueError(f"{error}{none}") from error
    if not formatted and unit.startswith("%") and read.lstrip("-").startswith("0."):
        raise ValueError(f"{read} may be {hundredfold(read)}%, which this sort of file does not tell; save it as .xlsx")
    if cell.kind == "text" and not _PLAIN.fullmatch(text):
        raise ValueError(f"'{one_line(text, 60)}' is text, not a number; type {read}")
    return read


def _choice(cell: Cell, words: tuple[str, ...]) -> str:
    said = tidy(cell.text).casefold()
    if said in words:
        return said
    meant = next((word for word in words if len(said) == 1 and word.startswith(said)), "")
    hint = f"did you mean {meant}?" if meant else did_you_mean(said, words)
    expected = f"choose {listed(words, 'or')} from the list"
    raise ValueError(f"'{one_line(cell.text, 60)}' was written; {f'{hint} ' if hint else ''}{expected}")


def _post(cell: Cell, posts: Mapping[str, str]) -> str:
    said = tidy(cell.text)
    by_name = {tidy(option): id_ for option, id_ in posts.items()}
    if said in by_name:
        return by_name[said]
    if said in posts.values():
        return said
    hint = did_you_mean(said, by_name)
    raise ValueError(f"'{one_line(said, 60)}' is no post of the council; {hint or 'choose one from the list'}")


def _day(cell: Cell) -> str:
    """Return a date; only a cell that holds one is read, or text in the one order that nobody can mistake."""
    text = tidy(cell.text)
    try:
        return parse_date(text).isoformat()
    except ValueError as error:
        sort = "a number" if cell.kind == "number" else "text"
        advice = _month_first(text) or str(error)
        raise ValueError(f"'{one_line(text, 60)}' is {sort}, not a date; {advice}") from None


def _month_first(text: str) -> str:
    """Return how to write a date that can only have been written with its month first, as in America; else nothing."""
    found = _SLASHED.fullmatch(text)
    if found is None or int(found[2]) <= _MONTHS:
        return ""
    meant = f"{found[3]}-{found[1]:0>2}-{found[2]:0>2}"
    try:
        return f"write {parse_date(meant).isoformat()} if its month stands first"
    except ValueError:
        return ""


def _prose(text: str) -> str:
    """Return text with plain line ends and spaces, as copying from letters and web pages leaves others."""
    lines = (line.rstrip() for line in _LINE_ENDS.sub("\n", text).replace("\u00a0", " ").strip().split("\n"))
    return "\n".join(lines)
