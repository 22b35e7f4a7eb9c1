"""Whether a return that came back is still built as it was made, and which of its rows is which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planwright.exchange.amounts import tidy
from planwright.exchange.sheet import Sheet, cell_name
from planwright.visible import one_line
from planwright.wording import listed

from .columns import ABOUT_ROW, ANSWERS, COLUMNS, GUIDANCE, HEADING_ROW, PLACES, SHEETS, STAMP
from .guidance import about
from .stamp import Asked, Key, Stamp, fingerprint, read_stamp

_FIRST = HEADING_ROW + 1
_HEADINGS = [column.heading for column in COLUMNS]
_KEY = COLUMNS[:3]
_CHECKED = ("title", "description", "unit", "polarity", "target")
_GONE = {
    ANSWERS: "the sheet with the answers",
    STAMP: "the hidden sheet that says what the workbook was made for",
}


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong, and in which cell; empty for the workbook as a whole. `stops` is False for what does no harm."""

    cell: str
    why: str
    stops: bool = True


def stamp_in(sheets: Sequence[Sheet]) -> Stamp:
    """Return what a workbook was made for; raises ValueError, in words, where it does not say so any more."""
    found = {sheet.name: sheet for sheet in sheets}
    if not found.keys() & set(SHEETS):
        raise ValueError("it is not a workbook that `planwright returns make` made")
    for name, what in _GONE.items():
        if name not in found:
            there = listed(f"'{one_line(other, 40)}'" for other in found)
            raise ValueError(
                f"{what}, '{name}', is gone or renamed; there are {there}. Copy the answers to a new return"
            )
    return read_stamp(found[STAMP])


def answers_in(sheets: Sequence[Sheet]) -> Sheet:
    """Return the sheet with the answers of a workbook that has its stamp."""
    return next(sheet for sheet in sheets if sheet.name == ANSWERS)


def flaws(sheets: Sequence[Sheet], stamp: Stamp) -> Iterator[Flaw]:
    """Yield what has become of sheets and columns; where any of it stops, no row can be trusted."""
    names = [sheet.name for sheet in sheets]
    if GUIDANCE not in names:
        yield Flaw("", f"the sheet '{GUIDANCE}' is gone; the answers were read without it", stops=False)
    for name in names:
        if name not in SHEETS:
            yield Flaw("", f"the sheet '{one_line(name, 60)}' was added; nothing is read from it", stops=False)
    sheet = answers_in(sheets)
    if not sheet.formatted:
        yield Flaw(
            "", "files of this sort do not tell which figures are formulas; they are taken as typed", stops=False
        )
    says = tidy(sheet.cell(ABOUT_ROW, 0).text)
    if says != tidy(about(stamp)):
        told = one_line(says, 120)
        yield Flaw(
            cell_name(ABOUT_ROW, 0),
            f"it says '{told}', but the workbook was made {about(stamp).lower()[:3]} {stamp.post}",
        )
    yield from _columns([tidy(cell.text) for cell in sheet.rows[HEADING_ROW]] if len(sheet.rows) > HEADING_ROW else [])


def _columns(found: list[str]) -> Iterator[Flaw]:
    """Yield what has become of the columns: inserted, deleted, renamed or moved."""
    while found and not found[-1]:
        found.pop()
    if found == _HEADINGS:
        return
    lost = [heading for heading in _HEADINGS if heading not in found]
    new = [place for place, text in enumerate(found) if text not in _HEADINGS]
    if len(lost) == len(_HEADINGS):
        yield Flaw(cell_name(HEADING_ROW, 0), f"the headings are expected in row {HEADING_ROW + 1}; rows were moved")
        return
    for place in new:
        expected = _HEADINGS[place] if place < len(_HEADINGS) else ""
        if expected in lost:
            lost.remove(expected)
            text = f"renamed to '{one_line(found[place], 60)}'" if found[place] else "emptied"
            yield Flaw(
                cell_name(HEADING_ROW, place), f"the heading '{expected}' was {text}; it says what is in the column"
            )
        else:
            text = f"a column '{one_line(found[place], 60)}'" if found[place] else "a column without a heading"
            yield Flaw(
                cell_name(HEADING_ROW, place), f"{text} was inserted; what belongs to a figure goes into the comment"
            )
    for heading in lost:
        yield Flaw(cell_name(HEADING_ROW, _HEADINGS.index(heading)), f"the column '{heading}' was deleted")
    if not lost and not new:
        yield _moved(found)


def _moved(found: list[str]) -> Flaw:
    """Return which column stands elsewhere; where more than one does, the first that is out of place."""
    for heading in _HEADINGS:
        if [one for one in found if one != heading] == [one for one in _HEADINGS if one != heading]:
            break
    else:
        heading = next(one for one, expected in zip(found, _HEADINGS, strict=False) if one != expected)
    column, now = cell_name(0, _HEADINGS.index(heading))[:-1], found.index(heading)
    return Flaw(cell_name(HEADING_ROW, now), f"the column '{heading}' was moved; it belongs in column {column}")


def rows(sheet: Sheet, stamp: Stamp) -> Iterator[tuple[int, Asked] | Flaw]:
    """Yield the rows that are the ones asked for, by their number counted from 0, and what is wrong with others."""
    known = {asked.key: asked for asked in stamp.rows}
    filled = [row for row in range(_FIRST, len(sheet.rows)) if any(cell.text.strip() for cell in sheet.rows[row])]
    keys = {row: _key(sheet, row) for row in filled}
    places: dict[Key, list[int]] = {}
    for row, key in keys.items():
        places.setdefault(key, []).append(row)
    explained = set(places)
    for row, key in keys.items():
        twins = places[key]
        made = stamp.rows[row - _FIRST] if row - _FIRST < len(stamp.rows) else None
        if len(twins) > 1 and key in known:
            other = next(one for one in twins if one != row)
            yield Flaw(cell_name(row, 0), f"{known[key].name} stands in row {other + 1} too; each row is there once")
            if made:
                explained.add(made.key)
        elif key in known:
            yield row, known[key]
        elif made and made.key not in places:
            explained.add(made.key)
            yield _retyped(row, key, made, known)
        else:
            what = one_line(" ".join(key), 60).strip() or "without an indicator"
            yield Flaw(cell_name(row, 0), f"the row ({what}) was added; only rows that were asked for are read")
    for place, asked in enumerate(stamp.rows):
        if asked.key not in explained:
            yield Flaw(cell_name(_FIRST + place, 0), f"the row for {asked.name} was deleted; leave a row empty instead")


def _key(sheet: Sheet, row: int) -> Key:
    first, second, third = (tidy(sheet.cell(row, PLACES[column.name]).text) for column in _KEY)
    return first, second, third


def _retyped(row: int, key: Key, made: Asked, known: dict[Key, Asked]) -> Flaw:
    """Return which part of what tells a row from others was typed anew."""
    place = next(place for place, (one, other) in enumerate(zip(key, made.key, strict=True)) if one != other)
    text = f"'{one_line(key[place], 60)}'" if key[place] else "nothing"
    others = {one[place] for one in known} - {made.key[place]}
    hint = "which is another row's" if key[place] in others else ""
    why = f"{text} stands where {made.key[place] or 'nothing'} was printed{f', {hint}' if hint else ''}"
    return Flaw(cell_name(row, PLACES[_KEY[place].name]), f"{why}; the row is for {made.name}, and only for that")


def outside(sheet: Sheet, row: int, asked: Asked) -> Iterator[Flaw]:
    """Yield what was written in a row beside its answers: over what is printed there, or right of all columns."""
    for name in _CHECKED:
        cell = sheet.cell(row, PLACES[name])
        if fingerprint(cell.text) != asked.printed.get(name, ""):
            heading = COLUMNS[PLACES[name]].heading
            text = f"the text below '{heading}' was changed; a return changes results only"
            yield Flaw(cell_name(row, PLACES[name]), text, stops=name == "title")
    for place in range(len(COLUMNS), len(sheet.rows[row])):
        if text := sheet.cell(row, place).text.strip():
            yield Flaw(
                cell_name(row, place), f"'{one_line(text, 60)}' stands outside the table; move it into the comment"
            )
