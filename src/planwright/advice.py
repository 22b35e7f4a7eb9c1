"""How a date, a period or a span of years that somebody wrote in their own way is written in a plan."""

import re
from calendar import monthrange
from datetime import date, timedelta

_PLAIN_DATE = "write year-month-day, for example 2026-03-31"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))  # what Word makes of a hyphen
_HYPHEN = " with a hyphen (-), not the longer dash"

_YEAR = r"(?P<year>\d{4}|\d{2})"
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = tuple(
    re.compile(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (
        rf"(?P<day>\d{{1,2}})[/.\- ](?P<month>\d{{1,2}})[/.\- ]{_YEAR}",
        r"(?P<year>\d{4})[/.\- ](?P<month>\d{1,2})[/.\- ](?P<day>\d{1,2})",
        rf"(?:[a-z]{{3,9}},? )?{_DAY}[ \-](?:of )?{_NAME},?[ \-]{_YEAR}",
        rf"(?:[a-z]{{3,9}},? )?{_NAME} {_DAY},? (?P<year>\d{{4}})",
    )
)
_MONTH = re.compile(rf"(?:(?:by|in|early|mid|late|(?:the )?end of)[ \-])*{_NAME}[ \-]{_YEAR}", re.ASCII | re.IGNORECASE)
_TIMED = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*", re.ASCII)
_EXCEL_SERIAL = re.compile(r"[3-6]\d{4}(\.\d+)?", re.ASCII)
_EXCEL_EPOCH = date(1899, 12, 30)
_UNIX_TIME = re.compile(r"\d{10}(\.\d+)?", re.ASCII)
_SHORTEST_MONTH = len("Jan")  # Ju is no month
_LONGEST_PLAN = 10  # years
_MONTH_NAMES = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905 (twelve words in one line)
)

_COUNCIL_YEAR = r"(?<!\d)(\d{4}|\d{2}) ?[-/] ?(\d{4}|\d{2})(?!\d)"
_YEARS = re.compile(_COUNCIL_YEAR, re.ASCII)
_YEAR_ALONE = re.compile(rf"(?:FY ?)?{_COUNCIL_YEAR}", re.ASCII | re.IGNORECASE)
_PART = re.compile(r"(?<![A-Za-z])(?:(Q)(?:uarter|tr)? ?([1-4])|(H)(?:alf)? ?([12]))(?!\d)", re.ASCII | re.IGNORECASE)


def date_advice(text: str) -> str:
    """Return what to write in place of a text that is no date; day and month are never swapped, as in America."""
    plain = text.translate(_DASHES)
    hyphen = _HYPHEN if plain != text else ""
    for pattern in _DATES:
        if found := pattern.fullmatch(plain):
            parts = found.groupdict()
            month = _month(parts["name"]) if "name" in parts else int(parts["month"])
            return _day_advice(parts["year"], month, int(parts["day"])) + hyphen
    if found := _MONTH.fullmatch(plain):
        month = _month(found["name"])
        return f"write the day, for example {_last_day(_full(found['year']), month)}" if month else _PLAIN_DATE
    if found := _TIMED.fullmatch(plain):
        return f"write the day alone, {found[1]}"
    if _EXCEL_SERIAL.fullmatch(plain):
        day_meant = _EXCEL_EPOCH + timedelta(days=int(plain.split(".", maxsplit=1)[0]))
        return f"write {day_meant.isoformat()}, if it is an Excel serial number, as it looks"
    if _UNIX_TIME.fullmatch(plain):
        return "write the day, for example 2026-03-31; this looks like a computer's time stamp"
    return _PLAIN_DATE


def no_such_day(year: int, month: int, day: int) -> str:
    """Return what to write in place of a day that no calendar has."""
    if not 1 <= month <= len(_MONTH_NAMES):
        return no_such_month(month)
    if year == 0:
        return "write the year in full, for example 2026; there is no year 0"
    last = _last_day(year, month)
    return f"write {last} if the last day is meant; {_MONTH_NAMES[month - 1].title()} {year} has no day {day}"


def no_such_month(month: int) -> str:
    """Return what to write in place of a month that no calendar has."""
    return f"write a month from 01 to 12; there is no month {month:02d}"


def month_advice(text: str) -> str:
    """Return how a text that names a month and a year is written as a month; empty when it names none."""
    meant = _month_meant(text)
    return f"write {meant}" if meant else ""


def _month_meant(text: str) -> str:
    found = _MONTH.fullmatch(text.translate(_DASHES))
    month = _month(found["name"]) if found else 0
    return f"{_full(found['year'])}-{month:02d}" if found and month else ""


def period_advice(text: str) -> str:
    """Return what to write in place of a text that is no period."""
    meant = _year_meant(text)
    if meant:
        return f"write {meant}{_HYPHEN if text.translate(_DASHES) != text else ''}"
    return month_advice(text) or "write 2026-27, 2026-27-Q2, 2026-27-H1 or 2026-08"


def period_meant(text: str) -> str:
    """Return the period that a text names in somebody's own way, as plans write it; empty when it names none."""
    return _year_meant(text) or _month_meant(text)


def period_named_in(text: str) -> str:
    """Return the one council year, with its part where one is told, that a heading names; empty when none or several.

    For example 2026-27-Q2 for `Return for Quarter 2 of 2026/27`.
    """
    plain = text.translate(_DASHES)
    years = {_council_year(first, last) for first, last in _YEARS.findall(plain)} - {""}
    part = _PART.search(plain)
    if len(years) != 1:
        return ""
    return f"{years.pop()}-{_part_name(part)}" if part else years.pop()


def _year_meant(text: str) -> str:
    plain = text.translate(_DASHES)
    part = _PART.search(plain)
    rest = plain.replace(part[0], "", 1).strip(" ,-") if part else plain
    year = _YEAR_ALONE.fullmatch(rest)
    name = _council_year(year[1], year[2]) if year else ""
    return f"{name}-{_part_name(part)}" if name and part else name


def part_meant(text: str) -> str:
    """Return the part of a year that a text names, such as Q2 for `Quarter 2`; empty when it names none."""
    part = _PART.fullmatch(text)
    return _part_name(part) if part else ""


def month_number(name: str) -> int:
    """Return the number of the month that a name or its first three letters or more name; 0 when it names none."""
    return _month(name) if len(name) >= _SHORTEST_MONTH else 0


def uk_date(text: str) -> str:
    """Return the date that a text writes with the day first, as plans write it; empty when it writes none."""
    for pattern in _DATES[:1] + _DATES[2:3]:
        if found := pattern.fullmatch(text.translate(_DASHES)):
            parts = found.groupdict()
            month = _month(parts["name"]) if "name" in parts else int(parts["month"])
            try:
                return date(_full(parts["year"]), month, int(parts["day"])).isoformat()
            except ValueError:
                return ""
    return ""


def part_advice(text: str) -> str:
    """Return what to write in place of a text that is no part of a year."""
    part = _PART.search(text)
    if part:
        year = "" if part[0] == text.strip() else " alone; its year is that of the file"
        return f"write {_part_name(part)}{year}"
    return month_advice(text) or "write Q1 to Q4, H1, H2, a month such as 2026-04, or year"


def years_advice(text: str) -> str:
    """Return what to write in place of a text that is no span of whole years."""
    plain = text.translate(_DASHES)
    hyphen = _HYPHEN if plain != text else ""
    found = _YEARS.findall(plain)
    names = [_council_year(first, last) for first, last in found]
    several = "2026-27 to 2028-29"
    if len(names) == 1 and names[0]:
        several = f"{names[0]} to {_later(names[0], 2)}"
        return f"write {names[0]}{hyphen}; for several years, {several}"
    if len(names) == len(("first", "last")) and all(names):
        return f"write {names[0]} to {names[1]}" + (", with hyphens (-) and the word `to`" if hyphen else "")
    if len(names) == 1:
        span = (_full(found[0][1]) - _full(found[0][0])) if len(found[0][0]) == len("2026") else 0
        first = _council_year(found[0][0], f"{_full(found[0][0]) + 1:04d}")
        if first and 1 < span <= _LONGEST_PLAN:
            return f"write {first} to {_later(first, span - 1)}"
    return f"write whole years, for example 2026-27, or {several}"


def _month(name: str) -> int:
    """Return the number of the month that a name or its beginning names; 0 when it names none or several."""
    found = [number for number, full in enumerate(_MONTH_NAMES, 1) if full.startswith(name.lower())]
    return found[0] if len(found) == 1 else 0


def _day_advice(year: str, month: int, day: int) -> str:
    try:
        meant = date(_full(year), month, day)
    except ValueError:
        return _PLAIN_DATE
    sure = len(year) == len("2026")
    return (
        f"write {meant}" if sure else f"write {meant} if {day} {_MONTH_NAMES[month - 1].title()} {meant.year} is meant"
    )


def _last_day(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}-{monthrange(year, month)[1]}"


def _full(year: str) -> int:
    return int(year) if len(year) == len("2026") else 2000 + int(year)


def _council_year(first: str, second: str) -> str:
    """Return a year as plans write it, or nothing when the two years do not follow each other."""
    begin = _full(first)
    return f"{begin:04d}-{(begin + 1) % 100:02d}" if int(second) % 100 == (begin + 1) % 100 else ""


def _later(name: str, years: int) -> str:
    begin = int(name[:4]) + years
    return f"{begin:04d}-{(begin + 1) % 100:02d}"


def _part_name(part: re.Match[str]) -> str:
    letter, number = (text for text in part.groups() if text)
    return f"{letter.upper()}{number}"
