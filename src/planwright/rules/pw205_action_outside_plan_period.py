"""An action falls outside the years its plan covers.

## Why
The plan was approved for its period. What is due after it was approved by nobody, and what was due before it belongs
in the earlier plan.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2028-12-31
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2028-12-31
```

## How to fix
Correct the date or the plan's `period:`. If the action really goes on, end it with a milestone inside the period and
let the next plan carry it on.
"""

from collections.abc import Iterator
from datetime import date

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.document import Route
from planwright.period import Due, PlanPeriod
from planwright.records.action import Action

from ._items import ended
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each date or year of a live action that lies outside its plan's period."""
    covered: dict[str, tuple[date, date] | None] = {}
    start_month = assessment.figures.year_start
    for subject in assessment.workspace.of("action"):
        plan = subject.root
        if plan.id not in covered:
            period = getattr(plan.record, "period", None)
            covered[plan.id] = period.dates(start_month) if isinstance(period, PlanPeriod) else None
        days = covered[plan.id]
        if days is None or ended(subject, assessment.as_at):
            continue
        for route, text, begin, end in _dates(subject.record, start_month):
            if begin > days[1] or end < days[0]:
                where = "after the plan ends" if begin > days[1] else "before the plan begins"
                yield Finding(
                    subject.spot.at(*route),
                    f"{subject.id} gives {text}, {where}: {plan.id} covers {plan.record.period}",
                    "correct the date or the plan's period",
                    subject.id,
                )


def _dates(action: Action, start_month: int) -> Iterator[tuple[Route, Due | PlanPeriod | date, date, date]]:
    """Yield where an action gives a date or year, what it gives, and the first and last day that stands for."""
    if action.start:
        # Work carried over began before the plan did; only a start after its end is wrong.
        yield ("start",), action.start, action.start, date.max
    if action.due:
        yield ("due",), action.due, action.due.day, action.due.day
    for index, step in enumerate(action.milestones):
        if not step.done:
            yield ("milestones", index, "due"), step.due, step.due.day, step.due.day
    for index, target in enumerate(action.targets_by_year):
        begin, end = target.year.dates(start_month)
        yield ("targets_by_year", index, "year"), target.year, begin, end
