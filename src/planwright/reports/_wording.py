"""How papers print dates and directions in words."""

import re
from decimal import Decimal

from planwright.assessment import Direction
from planwright.page import MONTHS, printed_date
from planwright.period import Due

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_WEEK = re.compile(r"\d{4}-\d{2} week ([1-5])")
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


def printed_direction(direction: Direction | None, value: Decimal | None) -> str:
    """Return which way an indicator moved to a value, in words: `worse (up)` where less is better."""
    if direction is None:
        return ""
    words = _DIRECTIONS[direction.key]
    if direction.key not in _JUDGED or value is None or direction.value is None:
        return words
    return f"{words} ({'up' if value > direction.value else 'down'})"
