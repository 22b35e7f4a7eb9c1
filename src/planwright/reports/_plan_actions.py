"""A plan's actions as its two tables show them: by theme with what each delivers, or with a target for each year."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from planwright.assessment import WorkRating
from planwright.page import printed_date
from planwright.period import Due, Period
from planwright.quantity import with_unit
from planwright.records.action import Output
from planwright.reports._edition import Edition, View
from planwright.reports._links import with_links
from planwright.reports._wording import printed_due
from planwright.reports._work import OVERDUE, action_row
from planwright.wording import capital
from planwright.workspace import Subject

LAYOUTS = ("tasks", "years")
_CORPORATE = "corporate"


def actions_of(edition: Edition, plan: View, years: Sequence[Period], layout: str) -> View:
    """Return the view of the actions of a plan, given with its permitted fields, for the tables of one layout.

    Each has the symbols of the corporate objectives it serves through the thread; `symbols` is their key.
    """
    rows = [_row(edition, action["id"], years) for action in plan["actions"] if action["id"] in edition.work]
    served = {one["id"]: one for row in rows for one in row["serves"]}
    return {
        "action_layout": layout,
        "action_years": [str(year) for year in years],
        "themes": _themes(rows),
        "overdue": OVERDUE,
        "with_key": any(row["key"] for row in rows),
        "with_resources": any(row["resources"] for row in rows),
        "symbols": sorted(served.values(), key=lambda one: (one["symbol"], one["id"])),
    }


def _row(edition: Edition, action: str, years: Sequence[Period]) -> View:
    own, *steps = edition.work[action]
    row = action_row(edition, action)
    return row | {
        "serves": _serves(edition, own.subject),
        "measured_by": _measured_by(edition, own.subject),
        "years": _years(row, own, steps if row["milestones"] else [], years),
        "also": with_links(row)["links"],
    }


def _themes(rows: list[View]) -> list[View]:
    """Return the actions grouped by theme, in the order in which the themes first appear."""
    order = list(dict.fromkeys(row["theme"] for row in rows))
    ordered = sorted(rows, key=lambda row: order.index(row["theme"]))
    return [{"title": theme, "actions": list(group)} for theme, group in groupby(ordered, key=lambda row: row["theme"])]


def _objective(edition: Edition, action: Subject) -> Subject | None:
    return edition.get(edition.value(action.record, "objective"), "objective")


def _measured_by(edition: Edition, action: Subject) -> list[View]:
    """Return the indicators that show whether an action's objective is reached."""
    objective = _objective(edition, action)
    return edition.item(objective)["measured_by"] if objective else []


def _serves(edition: Edition, action: Subject) -> list[View]:
    """Return the corporate objectives that an action reaches through its objective or a link of its own.

    Where it reaches none, the priorities of that layer.
    """
    thread = edition.assessment.thread
    objective = _objective(edition, action)
    starts = [*([objective] if objective else []), *thread.parents(action)]
    reached = {one.id: one for start in starts for one in (start, *thread.above(start))}
    corporate = [one for one in reached.values() if thread.layer(one) == _CORPORATE and edition.shows(one.id)]
    objectives = [one for one in corporate if one.thing == "objective"]
    return [
        {"id": one.id, "title": edition.title(one), "symbol": edition.item(one).get("symbol") or one.id}
        for one in objectives or [one for one in corporate if one.thing == "priority"]
    ]


def _years(row: View, own: WorkRating, steps: Sequence[WorkRating], years: Sequence[Period]) -> list[list[str]]:
    """Return what an action is to reach in each year: its targets, else its outputs, steps and end by their dates.

    What falls before the first year stands there, what falls after the last one in that.
    """
    cells: list[list[str]] = [[] for _ in years]
    for year, said in _dated(row, own, steps):
        first = year if isinstance(year, str) else _year_of(year, years)
        position = next((index for index, one in enumerate(years) if str(one) == first), -1)
        cells[position].append(said if position >= 0 else f"{first}: {said}")
    return cells


def _dated(row: View, own: WorkRating, steps: Sequence[WorkRating]) -> Iterator[tuple[str | Due, str]]:
    met = {True: " (reached)", False: " (not reached)", None: ""}
    for target in row["targets_by_year"]:
        yield target["year"], f"{target['target']}{met[target['met']]}"
    for output in own.subject.record.outputs:
        end = output.by or own.due
        if end:
            yield end, f"{output.title}{_quantity(output)}"
    for step in steps:
        if step.due:
            yield step.due, f"{step.title}: {_when(step)}"
    if own.due and not row["targets_by_year"]:
        yield own.due, capital(_when(own)) if own.done else f"Complete {_when(own)}"


def _quantity(output: Output) -> str:
    return "" if output.quantity is None else f": {with_unit(output.quantity, output.unit or '')}"


def _when(rating: WorkRating) -> str:
    if rating.done:
        return f"done {printed_date(rating.done)}"
    return f"by {printed_due(rating.due)}" if rating.due else ""


def _year_of(due: Due, years: Sequence[Period]) -> str:
    """Return the plan's year of a date: the first for what comes before it, the last for what comes after."""
    if due.day < years[0].first:
        return str(years[0])
    return next((str(year) for year in years if year.first <= due.day <= year.last), str(years[-1]))
