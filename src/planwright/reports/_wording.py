"""How papers print dates, periods and directions in words."""

import re
from datetime import date
from decimal import Decimal

from planwright.assessment import Direction
from planwright.page import MONTHS, printed_date
from planwright.period import Due, Period

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_WEEK = re.compile(r"\d{4}-\d{2} week ([1-5])")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DIRECTIONS = {
    "improved": "better",
    "declined": "worse",
    "no-change": "no change",
    "at-maximum": "at its best",
    "moved-up": "up",
    "moved-down": "down",
    "no-previous": "nothing to compare",
    "not-comparable": "not comparable",
}
_JUDGED = ("improved", "declined")


def printed_due(due: Due) -> str:
    """Return a date as precisely as it is known: `30 September 2026`, `May 2026`, `first week of October 2026`."""
    month = f"{MONTHS[due.day.month - 1]} {due.day.year}"
    if week := _WEEK.fullmatch(due.text):
        return f"{_ORDINALS[int(week[1]) - 1]} week of {month}"
    return printed_date(due.day) if due.text == due.day.isoformat() else month


def printed_period(period: Period) -> str:
    """Return a period as people say it: `Q2 2026-27`, `2026-27`, `August 2026`."""
    if period.months == 1:
        return f"{MONTHS[period.first.month - 1]} {period.first.year}"
    return str(period.year) if period.part == "year" else f"{period.part} {period.year}"


def with_printed_dates(sentence: str) -> str:
    """Return a sentence of our own with its dates written out."""
    return _ISO_DATE.sub(lambda found: printed_date(date.fromisoformat(found[0])), sentence)


def printed_direction(direction: Direction | None, value: Decimal | None) -> str:
    """Return which way an indicator moved to a value, in words: `worse (up)` where less is better."""
    if direction is None:
        return ""
    words = _DIRECTIONS[direction.key]
    if direction.key not in _JUDGED or value is None or direction.value is None:
        return words
    return f"{words} ({'up' if value > direction.value else 'down'})"
