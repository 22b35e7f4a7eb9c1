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
from planwright.period import PlanPeriod
from planwright.workspace import Spot, Subject

from ._items import ended
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each date or year of a live action that lies outside its plan's period."""
    start_month = assessment.figures.year_start
    for subject in assessment.workspace.of("action"):
        period = getattr(subject.root.record, "period", None)
        if not isinstance(period, PlanPeriod) or ended(subject, assessment.as_at):
            continue
        first, last = period.dates(start_month)
        for spot, text, begin, end in _dates(subject, start_month):
            if begin > last or end < first:
                where = "after the plan ends" if begin > last else "before the plan begins"
                yield Finding(
                    spot,
                    f"{subject.id} gives {text}, {where}: {subject.root.id} covers {period}",
                    "correct the date or the plan's period",
                    subject.id,
                )


def _dates(subject: Subject, start_month: int) -> Iterator[tuple[Spot, str, date, date]]:
    """Yield where an action gives a date or year, how it is written, and the days it stands for."""
    action = subject.record
    if action.start:
        # Work carried over began before the plan did; only a start after its end is wrong.
        yield subject.spot.at("start"), action.start.isoformat(), action.start, date.max
    if action.due:
        yield subject.spot.at("due"), action.due.text, action.due.day, action.due.day
    for index, step in enumerate(action.milestones):
        if not step.done:
            yield subject.spot.at("milestones", index, "due"), step.due.text, step.due.day, step.due.day
    for index, target in enumerate(action.targets_by_year):
        begin, end = target.year.dates(start_month)
        yield subject.spot.at("targets_by_year", index, "year"), str(target.year), begin, end
