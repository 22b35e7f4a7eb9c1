"""Numbers and their units as people write them: `88.5%`, `£125,000`, `12 days`, `yes`."""

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import wraps
from typing import ParamSpec, TypeVar

PRECISION = 60  # digits, enough for any two numbers a plan may hold
_PER_CENT = frozenset({"per cent", "percent"})
PENCE = 2  # decimals of money, and the most that a mean or a limit has where the results have fewer
_LARGE = 100  # from here on a mean or limit of whole numbers is told as one
_NO_PLAIN_PLURAL = ("ss", "us", "is", "ies", "xes", "ches", "shes", "sses", "zes", "oes", "gas")
PLACES = 6  # as many decimals as anybody reads; figures that were shared out may have many more
# A product of any two numbers of a plan has fewer digits than this; twelve more are worked with, so that figures that
# do not end (a third, a twelfth of a year) still meet where they are equal, by whatever way they were worked out.
_KEPT = Context(prec=PRECISION - 12)
_Given = ParamSpec("_Given")
_Found = TypeVar("_Found", Decimal, Decimal | None)


def exactly(work: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """Return a function that works a number out exactly where its decimals end, else to more digits than any plan has.

    Numbers that are equal by fractions are equal afterwards, so nothing falls on the wrong side of an edge.
    """

    @wraps(work)
    def worked(*args: _Given.args, **kwargs: _Given.kwargs) -> _Found:
        with localcontext(prec=PRECISION):
            found = work(*args, **kwargs)
        return found if found is None else _KEPT.plus(found)

    return worked


@exactly
def total(numbers: Iterable[Decimal]) -> Decimal:
    """Return the sum of numbers, 0 where there is none."""
    return sum(numbers, Decimal(0))


def is_yes_no(unit: str) -> bool:
    """Whether a unit says that values are yes or no, kept as 1 and 0."""
    return unit.casefold() == "yes/no"


def is_per_cent(unit: str) -> bool:
    """Whether a unit says that values are per cent: `%`, `% of homes`, `per cent`."""
    return unit.startswith("%") or unit.casefold() in _PER_CENT


def is_word(unit: str) -> bool:
    """Whether a unit is a word, which many numbers may share: `days`; not a sign that each needs, nor nothing."""
    return bool(unit) and unit != "£" and not unit.startswith("%") and not is_yes_no(unit)


def yes_no(number: Decimal) -> str:
    """Return `yes` for anything but 0, as yes/no values are kept as 1 and 0."""
    return "yes" if number else "no"


def shown(number: Decimal) -> str:
    """Return a number as written, to six decimals at most, without trailing zeros and never in exponent form."""
    if int(number.as_tuple().exponent) < -PLACES:
        with localcontext(prec=PRECISION):
            number = number.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def trimmed(number: Decimal) -> Decimal:
    """Return a number to six decimals at most, without trailing zeros."""
    return Decimal(shown(number))


def grouped(number: Decimal) -> str:
    """Return a number as sentences print it: trimmed, with commas between thousands."""
    return f"{trimmed(number):,f}"


def with_unit(number: Decimal, unit: str) -> str:
    """Return a number with its unit and all its decimals: `88.50%`, `-£1,200`, `12 days`; for yes/no, that word."""
    if is_yes_no(unit):
        return yes_no(number)
    if unit == "£":
        return f"{'-' if number < 0 else ''}£{_pence(number.copy_abs()):,f}"
    return f"{number:,f}{unit}" if unit.startswith("%") else f"{number:,f} {_of_one(number, unit)}".rstrip()


def _pence(amount: Decimal) -> Decimal:
    """Return an amount of money with the second decimal where it has but one."""
    return amount.quantize(Decimal(1).scaleb(-PENCE)) if amount.as_tuple().exponent == 1 - PENCE else amount


def _of_one(number: Decimal, unit: str) -> str:
    """Return a unit as it is said with a number: `day` with 1, where the unit is one word and a plain plural."""
    plain = unit.isalpha() and unit.endswith("s") and not unit.endswith(_NO_PLAIN_PLURAL)
    return unit[:-1] if plain and str(number) == "1" else unit


def finer(value: Decimal, places: int) -> Decimal:
    """Return a mean or limit of results that have so many decimals: with one more, up to pence, unless it is large."""
    wanted = places if abs(value) >= _LARGE else max(places, min(places + 1, PENCE))
    with localcontext(prec=PRECISION):
        return trimmed(value.quantize(Decimal(1).scaleb(-wanted), ROUND_HALF_UP))


def said(number: Decimal, unit: str) -> str:
    """Return a number with its unit as sentences say it: to six decimals at most, without trailing zeros."""
    return with_unit(trimmed(number), unit)


def span(numbers: Iterable[Decimal], unit: str) -> str:
    """Return one number or both ends of a range: `95%`, `85% to 95%`, `10 to 12 days`; empty where there is none."""
    ends = tuple(numbers)
    first = [with_unit(number, "" if is_word(unit) else unit) for number in ends[:-1]]
    return " to ".join([*first, *(with_unit(number, unit) for number in ends[-1:])])
