"""Which sheet of a file is read, by which mapping, and for which period, where the command line does not say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import PurePath

from planwright.advice import period_named_in
from planwright.diagnostic import PlanwrightError, RefusedError
from planwright.kinds.import_mapping import ImportMapping
from planwright.nearest import did_you_mean
from planwright.visible import one_line
from planwright.wording import listed
from planwright.workspace import Workspace

from .headings import Headings, Layout, guess, lay_out
from .sheet import Sheet, cell_name

_USUAL_NAME = "results"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is read: the layout of one sheet, the mapping it was found by, and what was guessed on the way."""

    layout: Layout
    mapping: ImportMapping
    notices: tuple[str, ...] = ()


def choose(workspace: Workspace, file: str, sheets: Sequence[Sheet], mapping: str, sheet: str) -> Choice:
    """Return what of a file is read; `mapping` and `sheet` are empty where they are to be found out.

    Raises PlanwrightError for a mapping or a sheet that does not exist, RefusedError where nothing or too much fits.
    """
    candidates = _candidates(file, sheets, sheet)
    if mapping:
        record: ImportMapping = workspace.find(mapping, "import-mapping").record
        return _by_mapping(record, file, sheets, sheet)
    known = [one.record for one in workspace.of("import-mapping")]
    fitting = [one for one in known if one.file and fnmatchcase(file.casefold(), one.file.casefold())]
    fitting = fitting or [one for one in known if not one.file and _fits(one, candidates)]
    if len(fitting) > 1:
        both = listed(one.id for one in fitting)
        raise RefusedError(f"{file} fits several mappings, {both}; name one with --mapping")
    if fitting:
        found = _by_mapping(fitting[0], file, sheets, sheet)
        return replace(found, notices=(f"read by the mapping {fitting[0].id}", *found.notices))
    return _guess(file, candidates)


def _candidates(file: str, sheets: Sequence[Sheet], asked: str) -> tuple[Sheet, ...]:
    """Return the sheets that may be read: the one asked for, or all that are not hidden."""
    if not asked:
        return tuple(one for one in sheets if not one.hidden and one.rows)
    found = tuple(one for one in sheets if one.name.strip().casefold() == asked.strip().casefold())
    if not found:
        names = [one.name for one in sheets if one.name]
        if not names:
            raise PlanwrightError(
                f"{file} is no workbook and has no sheets; leave out --sheet, or sheet: in the mapping"
            )
        hint = did_you_mean(asked, names) or f"there are {', '.join(one_line(name, 60) for name in names)}"
        raise PlanwrightError(f"{file} has no sheet '{one_line(asked, 60)}'; {hint}")
    return found


def _fits(mapping: ImportMapping, sheets: Sequence[Sheet]) -> bool:
    return any(_layout(mapping, one) is not None for one in sheets)


def _layout(mapping: ImportMapping, sheet: Sheet) -> Layout | None:
    try:
        return lay_out(sheet, mapping)
    except RefusedError:
        return None


def _by_mapping(mapping: ImportMapping, file: str, sheets: Sequence[Sheet], asked: str) -> Choice:
    candidates = _candidates(file, sheets, asked or mapping.sheet or "")
    layouts = [layout for one in candidates if (layout := _layout(mapping, one))]
    if not layouts:
        if not candidates:
            raise RefusedError(f"{file} has no sheet with anything in it")
        return Choice(lay_out(candidates[0], mapping), mapping)  # raises, and says which heading is missing
    return Choice(_only(file, layouts), mapping)


def _guess(file: str, sheets: Sequence[Sheet]) -> Choice:
    guesses = [(one, found) for one in sheets if (found := guess(one, mapping_id(file), file))]
    if not guesses:
        raise RefusedError(
            f"{file} has no headings that tell its indicators and results apart; name them in an import mapping "
            "(`planwright new import-mapping`)"
        )
    layouts = [lay_out(one, found[0]) for one, found in guesses]
    layout = _only(file, layouts)
    mapping, told = guesses[layouts.index(layout)][1]
    return Choice(layout, mapping, notices=told)


def _only(file: str, layouts: Sequence[Layout]) -> Layout:
    usual = [one for one in layouts if one.headings.sheet.name.casefold() == _USUAL_NAME]
    found = usual or list(layouts)
    if len(found) > 1:
        names = listed(one_line(one.headings.sheet.name, 60) for one in found)
        raise RefusedError(f"sheets {names} of {file} all look like results; name one with --sheet")
    return found[0]


def mapping_id(file: str) -> str:
    """Return an id for the mapping of a file, made from its name."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", PurePath(file).stem).strip("-").upper()
    return f"IMPORT-{words}"[:60].rstrip("-")


def period_above(headings: Headings) -> tuple[str, str]:
    """Return the period that the rows above the headings name, and the cell that does; empty where none or several."""
    found = {
        named: cell_name(row, column)
        for row in range(headings.row)
        for column, cell in enumerate(headings.sheet.rows[row])
        if (named := period_named_in(cell.text))
    }
    return next(iter(found.items())) if len(found) == 1 else ("", "")
