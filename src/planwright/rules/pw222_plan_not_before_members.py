"""A service plan has not come before members for longer than was agreed.

## Why
Part 1 of a plan is members' own. A plan they have not looked at since it was written is the officers' plan, and what
has changed about the service's performance has not reached the people who answer for it.

## Bad
```yaml
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2025-26 to 2027-28
member_review_months: 12
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
approvals:
  - part: part 1
    on: 2025-03-11
    route: Weekly list
```

## Good
```yaml
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2025-26 to 2027-28
member_review_months: 12
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
approvals:
  - part: part 1
    on: 2025-03-11
    route: Weekly list
  - part: part 1
    on: 2026-03-10
    route: Weekly list
```

## How to fix
Bring the plan before members and record it: an entry under `approvals:` with its meeting, or a meeting whose items name
the plan under `about:`. Where another interval was agreed, write it as `member_review_months:`; 0 asks for none.
"""

from collections.abc import Iterator
from datetime import date

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.service_plan import ServicePlan
from planwright.period import shifted
from planwright.records.service import Approval
from planwright.workspace import Subject, Workspace

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING
_OFFICERS = "management"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each plan in force that members have not seen for its interval, where meetings are recorded at all."""
    workspace, start = assessment.workspace, assessment.figures.year_start
    usual = workspace.settings.plans.member_review_months
    recorded = bool(workspace.of("meeting"))
    for subject in workspace.of("service-plan"):
        plan: ServicePlan = subject.record
        first, last = plan.period.dates(start)
        months = usual if plan.member_review_months is None else plan.member_review_months
        told = recorded or plan.approvals or plan.member_review_months
        if not months or not told or assessment.gone(subject) or not first <= assessment.as_at <= last:
            continue
        days = [day for day in _before_members(workspace, subject) if day <= assessment.as_at]
        due = shifted(max([first, *days]), months)
        if due < assessment.as_at:
            when = f"last on {max(days).isoformat()}" if days else "not once"
            yield Finding(
                at_id(subject),
                f"{subject.id} has come before members {when}; agreed is every {months} months",
                "record the meeting under approvals, or agree another interval as member_review_months",
                subject.id,
            )


def _before_members(workspace: Workspace, plan: Subject) -> Iterator[date]:
    """Yield the days on which members, or somebody for them, approved a plan or had it before them."""
    for approval in plan.record.approvals:
        if approval.part != "part 2" and (day := _approved(workspace, approval)):
            yield day
    own = {one.id for one in workspace.of("objective") if one.root is plan} | {plan.id}
    for meeting in workspace.of("meeting"):
        if _of_members(workspace, meeting) and own & {
            str(about) for item in meeting.record.items for about in item.about
        }:
            yield meeting.record.date


def _approved(workspace: Workspace, approval: Approval) -> date | None:
    """Return the day of an approval: its own, or that of the meeting of members that gave it."""
    decision = workspace.get(approval.decision, "decision")
    meeting = workspace.get(approval.meeting, "meeting") or (decision.root if decision else None)
    if meeting is None:
        return approval.on
    return approval.on or meeting.record.date if _of_members(workspace, meeting) else None


def _of_members(workspace: Workspace, meeting: Subject) -> bool:
    committee = workspace.get(meeting.record.committee, "committee")
    return committee is None or committee.record.type != _OFFICERS
