"""Numbers and their units as people write them: `88.5%`, `£125,000`, `12 days`, `yes`."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext

PRECISION = 60  # digits, enough for any two numbers a plan may hold
PLACES = 6  # as many decimals as anybody reads; figures that were shared out may have many more


def is_yes_no(unit: str) -> bool:
    """Whether a unit says that values are yes or no, kept as 1 and 0."""
    return unit.casefold() == "yes/no"


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
        return f"{'-' if number < 0 else ''}£{number.copy_abs():,f}"
    return f"{number:,f}{unit}" if unit.startswith("%") else f"{number:,f} {unit}".rstrip()


def said(number: Decimal, unit: str) -> str:
    """Return a number with its unit as sentences say it: to six decimals at most, without trailing zeros."""
    return with_unit(trimmed(number), unit)


def span(numbers: Iterable[Decimal], unit: str) -> str:
    """Return one number or both ends of a range: `95%`, `85% to 95%`, `10 to 12 days`; empty where there is none."""
    ends = tuple(numbers)
    said_once = unit != "£" and not unit.startswith("%") and not is_yes_no(unit)
    first = [with_unit(number, "" if said_once else unit) for number in ends[:-1]]
    return " to ".join([*first, *(with_unit(number, unit) for number in ends[-1:])])
