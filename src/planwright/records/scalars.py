"""The scalar types of plan files: each reads the text as typed, and says in plain words what it expected."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, PlainValidator, StringConstraints, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from planwright.period import Due, PlanPeriod, parse_date, parse_period, part_of

LONGEST_PROSE = 20_000
MOST = 10**9 - 1
ONE_LINE = r"^[^\n\r\t\x0b\x0c]*\S[^\n\r\t\x0b\x0c]*$"
SOMETHING = r"\S"
ID = r"^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,62}[A-Za-z0-9])?$"

# What each pattern expects, in words; problems.py turns a mismatch into a finding with it.
EXPECTED = {
    ONE_LINE: "one line of text",
    SOMETHING: "some text",
    ID: "an id: letters, digits and - . _ / without spaces, for example HSG-PI-01",
}

Text = Annotated[str, StringConstraints(max_length=500, pattern=ONE_LINE)]
Prose = Annotated[str, StringConstraints(max_length=LONGEST_PROSE, pattern=SOMETHING)]
Id = Annotated[str, StringConstraints(pattern=ID, max_length=64)]
Word = Annotated[str, StringConstraints(max_length=60, pattern=ONE_LINE)]


class To:
    """Says which sorts of thing a reference may name; stands in the annotation of a `Ref`."""

    def __init__(self, *things: str) -> None:
        self.things = frozenset(things)


class Ref(str):
    """The id of another plan item; a type of its own so that links are found by walking records."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read an id and keep it as a reference."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(pattern=ID, max_length=64))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe it as an id."""
        return handler(core_schema.str_schema(pattern=ID, max_length=64))


def _read(code: str, parse: Callable[[str], object], usual: str) -> Callable[[Any], object]:
    """Return a validator that parses text; a ValueError's words become the finding's remedy.

    `usual` is the remedy that repeats nothing of what was written, for fields nobody else may read.
    """

    def reader(value: Any) -> object:
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        try:
            return parse(value)
        except ValueError as error:
            raise PydanticCustomError(code, "{expected}", {"expected": str(error), "usual": usual}) from None

    return reader


def _scalar(code: str, parse: Callable[[str], object], schema: dict[str, Any]) -> tuple[Any, Any]:
    """Return the validator and the JSON Schema of a scalar; what an editor says is what `parse` itself expects."""
    usual = _expected_by(parse)
    return PlainValidator(_read(code, parse, usual)), WithJsonSchema(schema | {"errorMessage": usual})


def _expected_by(parse: Callable[[str], object]) -> str:
    try:
        parse("?")
    except ValueError as error:
        return str(error)
    raise AssertionError("every scalar refuses a question mark")


_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,18})?", re.ASCII)
_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_DRESSED_NUMBER = re.compile(
    r"[£$€]?\s*(-?\d[\d,]*(?:\.\d+)?)\s*(%|k|m|per cent|percent|days|points)?", re.ASCII | re.IGNORECASE
)
_FOLLOWED_NUMBER = re.compile(r"[£$€]?\s*(-?\d[\d,]*(?:\.\d+)?)%?[\s(][^\d]+", re.ASCII)
LONGEST_NUMBER = 18


def parse_number(text: str) -> Decimal:
    """Return the decimal number that `88.5` or `-3` writes; raises ValueError saying how it should be written.

    At most 18 digits; no thousands separators, currency signs, per cent signs or exponents.
    """
    if _NUMBER.fullmatch(text) and sum(character.isdigit() for character in text) <= LONGEST_NUMBER:
        return Decimal(text)
    if dressed := _DRESSED_NUMBER.fullmatch(text):
        plain = dressed[1].replace(",", "")
        if _NUMBER.fullmatch(plain) and sum(character.isdigit() for character in plain) <= LONGEST_NUMBER:
            scale = {"k": 1000, "m": 1_000_000}.get((dressed[2] or "").lower())
            number = format((Decimal(plain) * scale).normalize(), "f") if scale else plain
            return _refuse(f"write {number}, without signs, commas or units")
    if followed := _FOLLOWED_NUMBER.fullmatch(text):
        return _refuse(f"write the number alone, {followed[1].replace(',', '')}")
    return _refuse("write a number such as 88.5 (at most 18 digits)")


def parse_weight(text: str) -> Decimal:
    """Return the number from 0 up that a text writes; raises ValueError for one below 0, which would turn a mean."""
    weight = parse_number(text)
    return weight if weight >= 0 else _refuse("write a number such as 2, 0 or more")


def _refuse(expected: str) -> Decimal:
    raise ValueError(expected)


_YES_NO = {"yes": True, "no": False}
_YES_NO_MEANT = {
    "true": "yes", "false": "no", "on": "yes", "off": "no", "y": "yes", "n": "no", "t": "yes", "f": "no",
    "1": "yes", "0": "no",
}  # fmt: skip


def parse_yes_no(text: str) -> bool:
    """Return True for `yes` and False for `no`; raises ValueError for anything else, `true` and `on` included."""
    if text in _YES_NO:
        return _YES_NO[text]
    low = text.lower()
    meant = low if low in _YES_NO else _YES_NO_MEANT.get(low)
    raise ValueError(f"write {meant}" if meant else "write yes or no")


def parse_measure(text: str) -> Decimal:
    """Return a measured value: a number, or 1 and 0 for `yes` and `no`; raises ValueError."""
    return Decimal(_YES_NO[text]) if text in _YES_NO else parse_number(text)


def parse_count(text: str, most: int = MOST) -> int:
    """Return the whole number that `12` writes; raises ValueError for signs, fractions and what is over `most`."""
    if _COUNT.fullmatch(text) and int(text) <= most:
        return int(text)
    raise ValueError(f"write a whole number such as 12, at most {most}")


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far off target still counts: an amount, and whether it is per cent of the target or in the unit itself."""

    amount: Decimal
    relative: bool

    def around(self, target: Decimal) -> Decimal:
        """Return the width of the band around a target, in the indicator's own unit."""
        return abs(target) * self.amount / 100 if self.relative else self.amount

    def __str__(self) -> str:
        """As written in a plan."""
        if self.relative:
            return f"{self.amount}%"
        return f"{self.amount} point" if self.amount == 1 else f"{self.amount} points"


_TOLERANCE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s?(%|points?)", re.ASCII)


def parse_tolerance(text: str) -> Tolerance:
    """Return the tolerance that `10%` (of the target) or `2 points` (in the indicator's unit) writes.

    Raises ValueError when neither.
    """
    found = _TOLERANCE.fullmatch(text)
    if not found:
        raise ValueError("write 10% (of the target) or 2 points (in the indicator's own unit)")
    return Tolerance(Decimal(found[1]), relative=found[2] == "%")


def _period_text(text: str) -> str:
    parse_period(text)
    return text


def _part_text(text: str) -> str:
    """Check the form only: whether a month lies in the year is known once the document's period is."""
    if re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text):
        parse_period(text)
    else:
        part_of(parse_period("2000-01"), text)
    return text


def _string(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": pattern}


# The schemas see what an editor's YAML reader makes of unquoted text: 88.5 and 2026 are numbers there, dates are text.
def _whole(most: int) -> tuple[Any, Any]:
    """Return what annotates a whole number with an upper limit; without one, dates far off could not be reckoned."""
    schema = {"type": ["integer", "string"], "pattern": r"^\d{1,9}$", "minimum": 0, "maximum": most}
    return _scalar("unreadable_number", lambda text: parse_count(text, most), schema)


_DAY = r"(?:19\d\d|2[01]\d\d|2200)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_MONTH_NAME = r"\d{4}-(?:0[1-9]|1[0-2])"
_PERIOD = r"\d{4}(-\d{2})?(-(Q[1-4]|H[12]))?"
_DECIMAL = r"^-?\d{1,18}(\.\d{1,18})?$"
_NUMBERS: dict[str, Any] = {"type": ["number", "string"], "minimum": -(10**18) + 1, "maximum": 10**18 - 1}
_BARE_YEAR: dict[str, Any] = {"type": ["string", "integer"], "minimum": 1900, "maximum": 2199}

Date = Annotated[date, *_scalar("unreadable_date", parse_date, _string(f"^{_DAY}$"))]
DueDate = Annotated[Due, *_scalar("unreadable_date", Due.parse, _string(rf"^{_DAY}$|^{_MONTH_NAME}( week [1-5])?$"))]
Number = Annotated[Decimal, *_scalar("unreadable_number", parse_number, {**_NUMBERS, "pattern": _DECIMAL})]
Weight = Annotated[
    Decimal,
    *_scalar("unreadable_number", parse_weight, {**_NUMBERS, "minimum": 0, "pattern": _DECIMAL.replace("-?", "")}),
]
Measure = Annotated[
    Decimal, *_scalar("unreadable_number", parse_measure, {**_NUMBERS, "pattern": r"^(yes|no)$|" + _DECIMAL})
]
Count = Annotated[int, *_whole(MOST)]
Days = Annotated[int, *_whole(3660)]
Periods = Annotated[int, *_whole(100)]
Places = Annotated[int, *_whole(6)]
YesNo = Annotated[bool, *_scalar("unreadable_yes_no", parse_yes_no, {"enum": ["yes", "no"]})]
PeriodName = Annotated[str, *_scalar("unreadable_period", _period_text, _string(f"^{_PERIOD}$") | _BARE_YEAR)]
PeriodPart = Annotated[str, *_scalar("unreadable_period", _part_text, _string(rf"^(Q[1-4]|H[12]|year|{_MONTH_NAME})$"))]
Years = Annotated[
    PlanPeriod,
    *_scalar("unreadable_period", PlanPeriod.parse, _string(r"^\d{4}(-\d{2})?( to \d{4}(-\d{2})?)?$") | _BARE_YEAR),
]
Allowance = Annotated[
    Tolerance, *_scalar("unreadable_tolerance", parse_tolerance, _string(r"^\d{1,9}(\.\d{1,9})? ?(%|points?)$"))
]
