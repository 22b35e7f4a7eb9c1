"""The workbook of a return: guidance, the rows to be answered with drop-downs and checks, and its hidden stamp."""

import io
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from planwright.quantity import is_yes_no
from planwright.tabular.xlsx import new_workbook
from planwright.workspace import Workspace

from . import guidance
from .asking import Return, Row
from .columns import (
    ABOUT_ROW,
    AMOUNTS,
    ANSWERS,
    COLUMNS,
    COUNTED,
    GUIDANCE,
    HEADING_ROW,
    HINT_ROW,
    LISTS,
    MISSING,
    PLACES,
    STAMP,
    TITLE_ROW,
    YES_NO,
    Column,
    open_fields,
)
from .facts import facts, is_share
from .stamp import lines, stamp_of

_DIGITS = 15  # what a spreadsheet keeps of a number
_MOST = 10**12
_A4, _SCALE = 9, 60  # the size of paper as spreadsheets number it; per cent, so that all answers fit one page across
_SHEET = {"format_columns": True, "format_rows": True}  # what may be done to a locked sheet: widen and heighten
_LINE = {"border": 1, "border_color": "#A6A6A6", "valign": "top", "text_wrap": True}
_OPEN, _CLOSED, _PRINTED = "#FFF6D6", "#E7E7E7", "#F2F5F8"
_FROZEN = 4  # id, period, group and title stay in sight
_MARGIN = 0.4  # inches


def post_options(workspace: Workspace) -> dict[str, str]:
    """Return the posts by what a drop-down calls them: the title with the id behind it."""
    found = {f"{post.title} ({post.id})": post.id for post in workspace.of("post")}
    return dict(sorted(found.items()))


def workbook(asked: Return) -> bytes:
    """Return the workbook of a return, the same bytes for the same plan and date.

    Raises PlanwrightError where the library for it is missing.
    """
    data = io.BytesIO()
    assessment = asked.assessment
    council = assessment.workspace.settings.name
    with new_workbook(data, f"{council}: {guidance.heading(asked)}", council, assessment.as_at) as book:
        maker = _Maker(book, asked)
        maker.guide()
        maker.ask()
        maker.hide()
    return data.getvalue()


@dataclass(frozen=True)
class _Maker:
    """Fills one workbook; `styles` holds its cell formats, each made once."""

    book: Any
    asked: Return
    styles: dict[str, Any] = field(default_factory=dict)

    def style(self, **properties: Any) -> Any:
        """Return a cell format."""
        key = repr(sorted(properties.items()))
        if key not in self.styles:
            self.styles[key] = self.book.add_format(properties)
        return self.styles[key]

    def guide(self) -> None:
        """Fill the sheet that says how."""
        sheet = self.book.add_worksheet(GUIDANCE)
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 90)
        shown = {
            "title": self.style(bold=True, font_size=16),
            "heading": self.style(bold=True, font_size=12, top=1),
            "text": self.style(valign="top", text_wrap=True),
            "name": self.style(valign="top", bold=True),
        }
        row = 0
        for sort, text in guidance.paragraphs(self.asked, stamp_of(self.asked)):
            sheet.write_string(row, int(sort == "text"), text, shown[sort])
            row += sort != "name"
        _print_on(sheet, scale=0)
        sheet.protect("", _SHEET)

    def ask(self) -> None:
        """Fill the sheet with the rows to be answered."""
        sheet = self.book.add_worksheet(ANSWERS)
        sheet.write_string(TITLE_ROW, 0, guidance.heading(self.asked), self.style(bold=True, font_size=14))
        sheet.write_string(ABOUT_ROW, 0, guidance.about(stamp_of(self.asked)), self.style())
        sheet.write_string(HINT_ROW, 0, guidance.hint(self.asked), self.style())
        for place, column in enumerate(COLUMNS):
            sheet.set_column(place, place, column.width)
            colour = "#D5DEE8" if column.fact else "#FFE08A"
            sheet.write_string(HEADING_ROW, place, column.heading, self.style(bold=True, bg_color=colour, **_LINE))
        for number, row in enumerate(self.asked.rows, start=HEADING_ROW + 1):
            self._row(sheet, number, row)
        sheet.freeze_panes(HEADING_ROW + 1, _FROZEN)
        _print_on(sheet, scale=_SCALE)
        sheet.repeat_rows(HEADING_ROW)
        sheet.repeat_columns(0, _FROZEN - 1)
        sheet.set_v_pagebreaks([PLACES["value"]])
        sheet.protect("", _SHEET)
        sheet.activate()
        sheet.set_selection(HEADING_ROW + 1, PLACES["value"], HEADING_ROW + 1, PLACES["value"])

    def _row(self, sheet: Any, number: int, row: Row) -> None:
        told = facts(self.asked.assessment, row)
        fields = open_fields(fraction=is_share(self.asked.assessment, row.subject), group=row.group)
        for place, column in enumerate(COLUMNS):
            spot = (number, place)
            if column.fact:
                sheet.write_string(*spot, told[column.name], self.style(num_format="@", bg_color=_PRINTED, **_LINE))
            elif column.name not in fields:
                sheet.write_blank(*spot, None, self.style(bg_color=_CLOSED, **_LINE))
            else:
                self._answer(sheet, spot, column, row)

    def _answer(self, sheet: Any, spot: tuple[int, int], column: Column, row: Row) -> None:
        """Write a cell that may be filled in, with what stands already and what may be typed there."""
        text = row.stands.get(column.name, "")
        answer = column.name in AMOUNTS and column.name not in COUNTED and is_yes_no(row.subject.record.unit or "")
        shown = "General" if column.name in AMOUNTS else "yyyy-mm-dd" if column.name == "as_at" else "@"
        style = self.style(num_format=shown, bg_color=_OPEN, locked=False, **_LINE)
        if not text:
            sheet.write_blank(*spot, None, style)
        elif column.name == "as_at":
            sheet.write_datetime(*spot, date.fromisoformat(text), style)
        elif column.name in AMOUNTS and not answer and len(Decimal(text).as_tuple().digits) <= _DIGITS:
            sheet.write_number(*spot, float(text), style)
        else:
            sheet.write_string(*spot, self._called(text) if column.name == "forecast_by" else text, style)
        sheet.data_validation(*spot, *spot, self._check(column, row, answer=answer))

    def _called(self, post: str) -> str:
        options = post_options(self.asked.assessment.workspace)
        return next((option for option, id_ in options.items() if id_ == post), post)

    def _check(self, column: Column, row: Row, *, answer: bool) -> dict[str, Any]:
        """Return what a spreadsheet lets a person type into a cell, and what it says beside it."""
        told = {"input_title": column.heading, "input_message": column.about, "error_title": "Please check"}
        if answer or column.name == "provisional":
            return _choice(list(YES_NO), "Choose yes or no from the list.") | told
        if column.name == "missing":
            return _choice(list(MISSING), "Choose one of the reasons in the list.") | told
        if column.name == "forecast_by":
            count = len(post_options(self.asked.assessment.workspace))
            return _choice(f"={LISTS}!$A$1:$A${count}", "Choose a post from the list.") | told
        if column.name == "as_at":
            error = f"Type a date on or after {row.period.first.isoformat()}, such as {row.period.last.isoformat()}."
            begun = {"validate": "date", "criteria": ">=", "value": row.period.first}
            return {**begun, **told, "error_message": error}
        if column.name in AMOUNTS:
            best = row.subject.record.maximum if column.name not in COUNTED else None
            most = _MOST if best is None else float(best)
            error = "Type the figure alone, such as 88.5." + ("" if best is None else f" It cannot be over {best}.")
            between = {"validate": "decimal", "criteria": "between", "minimum": -_MOST, "maximum": most}
            return {**between, **told, "error_message": error}
        return {"validate": "any", **told}

    def hide(self) -> None:
        """Fill the hidden sheets: the posts to choose from, and what the workbook was made for."""
        lists = self.book.add_worksheet(LISTS)
        plain = self.style(num_format="@")
        for number, option in enumerate(post_options(self.asked.assessment.workspace)):
            lists.write_string(number, 0, option, plain)
        lists.hide()
        stamp = self.book.add_worksheet(STAMP)
        for number, line in enumerate(lines(stamp_of(self.asked))):
            for place, text in enumerate(line):
                stamp.write_string(number, place, text, plain)
        stamp.protect("")
        stamp.very_hidden()


def _choice(source: list[str] | str, error: str) -> dict[str, Any]:
    return {"validate": "list", "source": source, "error_message": error}


def _print_on(sheet: Any, scale: int) -> None:
    """Set a sheet up for A4 across; scale 0 fits its width to one page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, 2 * _MARGIN)
    sheet.set_footer("&L&F&RPage &P of &N")
    if scale:
        sheet.set_print_scale(scale)
    else:
        sheet.fit_to_pages(1, 0)
