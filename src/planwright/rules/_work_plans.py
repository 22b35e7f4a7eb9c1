"""What rules ask of work plans: which still run, and what their posts lead in the years these cover."""

from collections.abc import Iterator
from datetime import date

from planwright.assessment import Assessment
from planwright.assessment.duties import lead_of
from planwright.workspace import Subject

from ._items import ended


def running(assessment: Assessment) -> Iterator[Subject]:
    """Yield the work plans that could be read whole, have not ended and whose years are not over."""
    for plan in assessment.workspace.of("work-plan"):
        whole = plan.spot.file not in assessment.workspace.flawed
        if whole and not assessment.gone(plan) and _days(assessment, plan)[1] >= assessment.as_at:
            yield plan


def led_elsewhere(assessment: Assessment, work_plan: Subject) -> Iterator[Subject]:
    """Yield the unfinished actions of other plans that a work plan's post leads and that begin before it ends."""
    post, last = str(work_plan.record.post), _days(assessment, work_plan)[1]
    for action in assessment.workspace.of("action"):
        elsewhere = lead_of(action) == post and action.root is not work_plan
        if elsewhere and not ended(action, assessment.as_at) and _begins(assessment, action) <= last:
            yield action


def _begins(assessment: Assessment, action: Subject) -> date:
    """Return the first day of an action: its start, that of its first year's target, or that of its plan."""
    if action.record.start:
        start: date = action.record.start
        return start
    years = [one.year.dates(assessment.figures.year_start)[0] for one in action.record.targets_by_year]
    return min(years, default=_days(assessment, action.root)[0])


def _days(assessment: Assessment, plan: Subject) -> tuple[date, date]:
    days: tuple[date, date] = plan.record.period.dates(assessment.figures.year_start)
    return days
