"""Numbers, answers and dates as people type them into spreadsheets: `£1,200`, `95%`, `12 days`, `30/09/2026`."""

import re

from planwright.advice import uk_date
from planwright.period import parse_date
from planwright.quantity import is_yes_no
from planwright.records.scalars import parse_number
from planwright.visible import one_line

from .sheet import Cell

_AMOUNT = re.compile(
    r"(?P<sign>[-−]?) ?(?P<pound>£?) ?(?P<sign_after>[-−]?)"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?! ?[\d.,]) ?(?P<unit>.*)",
    re.ASCII,
)
_MARKED = re.compile(r"-?[\d.,]+ ?%? ?(?:[*†‡#^⁰¹²³⁴-⁹]+|[(\[]\w{1,2}[)\]])", re.ASCII)
_UNIT = re.compile(r"[%£$€]|[a-z]\D*")
_PER_CENT = {"%", "percent", "per cent", "pc"}
_IN_FULL = {"k", "m", "bn", "million", "thousand", "th"}
_YES = {"yes": "yes", "y": "yes", "true": "yes", "no": "no", "n": "no", "false": "no"}
_ANSWERS = {**_YES, "1": "yes", "0": "no"}  # as answers are counted, and exported
_PROVISIONAL = {**_YES, "provisional": "yes", "p": "yes", "final": "no", "confirmed": "no", "f": "no"}


def tidy(text: str) -> str:
    """Return text without spaces around it, each run of spaces, no-break spaces and line ends as one space."""
    return " ".join(text.split())


def amount(text: str, unit: str) -> str:
    """Return the result that a text writes, as a plan writes it.

    A sign or a unit beside the number must be the indicator's own. Raises ValueError saying what was expected where
    the text is no number, or might be another one.
    """
    plain = tidy(text)
    if is_yes_no(unit):
        if plain.casefold() not in _ANSWERS:
            raise ValueError(f"{_told(text)} does not answer the question; write yes or no")
        return _ANSWERS[plain.casefold()]
    found = _AMOUNT.fullmatch(plain)
    if found is None or (found["sign"] and found["sign_after"]):
        raise ValueError(_not_plain(text))
    _refuse_other_unit(text, found["pound"], found["unit"].casefold(), unit)
    number = found["number"].replace(",", "")
    sign = "-" if found["sign"] or found["sign_after"] else ""
    return _kept(f"{sign}{number.rjust(len(number) + number.startswith('.'), '0')}")


def hundredfold(text: str) -> str:
    """Return a hundred times a number, for fractions that mean per cent; raises ValueError where it is none."""
    return format((parse_number(text) * 100).normalize(), "f")


def _kept(number: str) -> str:
    parse_number(number)
    return number


def _not_plain(text: str) -> str:
    return f"{_told(text)} is not one plain number; {_advice(tidy(text))}"


def _advice(plain: str) -> str:
    if re.fullmatch(r"\d+,\d{1,2}", plain, re.ASCII):
        return f"write {plain.replace(',', '.')} if the comma is a decimal point, {plain.replace(',', '')} if not"
    if re.fullmatch(r"\(.+\)", plain):
        return f"write -{plain[1:-1]} if it is below zero"
    if plain.startswith("#"):
        return "type the figure, or mend the formula and save anew"
    if _MARKED.fullmatch(plain):
        return "write the figure alone, and what its mark means in a comment"
    return "write the figure alone, for example 88.5"


def _refuse_other_unit(text: str, pound: str, given: str, unit: str) -> None:
    """Raise ValueError where what stands beside a number is not the unit in which the plan keeps it."""
    own = tidy(unit).casefold()
    if pound and own != "£":
        raise ValueError(f"{_told(text)} is in pounds, but the plan keeps it {_in(unit)}")
    if not given:
        return
    if given in _IN_FULL:
        raise ValueError(f"{_told(text)} may be rounded; write the figure in full")
    per_cent = given in _PER_CENT and (own.startswith("%") or own in _PER_CENT)
    if per_cent or given.rstrip("s") == own.rstrip("s"):
        return
    if not _UNIT.fullmatch(given):
        raise ValueError(_not_plain(text))
    raise ValueError(f"{_told(text)} says {one_line(given, 40)}, but the plan keeps it {_in(unit)}")


def _in(unit: str) -> str:
    return f"in {one_line(unit, 40)}" if unit else "without a unit"


def _told(text: str) -> str:
    return f"'{one_line(text, 60)}'"


def day(cell: Cell, style: str) -> str:
    """Return the date in a cell as a plan writes it; `style` UK also reads 30/09/2026, the day first.

    Raises ValueError saying how to write it.
    """
    text = tidy(cell.text)
    read = uk_date(text) if style == "UK" else ""
    try:
        return parse_date(read or text).isoformat()
    except ValueError as error:
        meant = uk_date(text)
        hint = f"; if days come first in this file, state dates: UK in a mapping and {meant} is read" if meant else ""
        raise ValueError(f"{_told(text)} is not a date planwright can read; {error}{hint}") from None


def provisional(text: str) -> str:
    """Return yes or no for a cell that says whether a figure may still change; raises ValueError for other words."""
    plain = tidy(text).casefold()
    if plain not in _PROVISIONAL:
        raise ValueError(f"{_told(text)} does not say whether the figure is provisional; write yes or no")
    return _PROVISIONAL[plain]
