"""When plans and actions were last brought up to date, by the dates in the files themselves."""

from collections.abc import Iterator
from datetime import date

from planwright.kinds.service_plan import ServicePlan
from planwright.period import month_of
from planwright.records.action import Action, Milestone
from planwright.workspace import Subject

from . import Assessment

_QUARTER = 3  # months


def period_began(assessment: Assessment) -> date:
    """Return the first day of the latest quarter that has ended: what is dated from then on is up to date."""
    return month_of(assessment.as_at, assessment.figures.year_start).within(_QUARTER).previous.first


def updates(action: Action) -> Iterator[date]:
    """Yield the days on which something was noted about an action: progress, a new date, a step or itself done."""
    yield from (note.on for note in action.progress)
    works: tuple[Action | Milestone, ...] = (action, *action.milestones)
    for work in works:
        yield from (slip.on for slip in work.revised if slip.on)
        if work.done:
            yield work.done


def last_update(assessment: Assessment, action: Action) -> date | None:
    """Return the last day on which something had been noted about an action; None where nothing was."""
    return max((day for day in updates(action) if day <= assessment.as_at), default=None)


def last_update_of_plan(assessment: Assessment, subject: Subject) -> date | None:
    """Return the last day anything of a service plan's was brought up to date; None where nothing ever was.

    An update of an action, a result of one of the service's indicators, or a review of one of its risks counts.
    """
    plan: ServicePlan = subject.record
    days = [day for action in plan.actions for day in updates(action)]
    for indicator in _own(assessment, plan, "indicator"):
        for period, figure in assessment.figures.results.get(indicator.id, {}).items():
            days.append(figure.result.as_at or period.last)
    days += [risk.record.reviewed for risk in _own(assessment, plan, "risk") if risk.record.reviewed]
    return max((day for day in days if day <= assessment.as_at), default=None)


def _own(assessment: Assessment, plan: ServicePlan, thing: str) -> Iterator[Subject]:
    return (one for one in assessment.workspace.of(thing) if assessment.service(one) == plan.service)
