"""What a return says about itself: how it is filled in, what each column means, and what happens next."""

from collections.abc import Iterator

from planwright.page import printed_date
from planwright.wording import number_of

from .asking import Return
from .columns import COLUMNS
from .stamp import Stamp

_STEPS = """\
Go to the sheet 'Return'. Each row asks for one figure; the column 'What is asked' says why.

Fill in the yellow cells. Grey cells are not wanted in that row. Everything else is there to help you and is locked;
what you would like changed there, say in your reply.

Type figures alone, without £, % or commas: 88.5, 1234. A question is answered by yes or no. Do not leave formulas in
the cells: type the figure they come to.

Say in the comment what lies behind the figure. If it is off target, say what is being done about it and what you expect
at the end of the year.

If there is no figure and will be none, choose why from the list and give the reason. If it is only late, leave the row
empty and send the rest.

Some cells hold what is in the plan already. Leave them as they are, or type over them. To change a figure that is
final, give the reason in the column 'Reason'. To say that a provisional figure is final, change yes to no.

Save the workbook under any name, as .xlsx, .ods or .xls, and send it back to whoever sent it to you.
"""
_NEXT = """\
Your answers are checked: whether they can be read, whether they fit with each other, and whether they are far from
earlier figures and the target. If something needs your attention, you will be told the cell.

What you leave empty changes nothing, and you will be asked again.

If somebody has changed a figure in the plan since this workbook was made, both are shown to the person who takes it in,
and nothing is overwritten unseen.

Actions and milestones are not part of this workbook. Say in your reply what has changed about them.
"""


def heading(asked: Return) -> str:
    """Return the title of a return."""
    return f"Results asked for: {asked.post.title}"


def about(stamp: Stamp) -> str:
    """Return for whom and when a return was made, as the line below its title says it."""
    return f"For {stamp.post} at {stamp.council}, as things stood on {printed_date(stamp.as_at)}"


def hint(asked: Return) -> str:
    """Return the line that says what to do."""
    return f"{number_of(asked.due, 'row')} to be answered. Fill in the yellow cells; the first sheet says how."


def paragraphs(asked: Return, stamp: Stamp) -> Iterator[tuple[str, str]]:
    """Yield the texts of the first sheet, each with its sort: title, heading or text; `name` stands left of a text."""
    yield "title", heading(asked)
    yield "text", f"{about(stamp)}."
    yield "text", f"{number_of(asked.due, 'row')} to be answered. It should take about ten minutes."
    yield "heading", "What to do"
    yield from (("text", f"{number}. {step}") for number, step in enumerate(_each(_STEPS), start=1))
    yield "heading", "What happens next"
    yield from (("text", text) for text in _each(_NEXT))
    yield "heading", "What the columns mean"
    for column in COLUMNS:
        yield "name", column.heading
        yield "text", column.about


def _each(texts: str) -> list[str]:
    """Return paragraphs, each on a line of its own."""
    return [" ".join(text.split()) for text in texts.split("\n\n")]
