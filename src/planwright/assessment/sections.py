"""Which sections a service plan holds, here or in another document, and which it should hold."""

from planwright.kinds.service_plan import ServicePlan
from planwright.kinds.settings import PlanRules
from planwright.records.sections import PROFILES, SECTIONS
from planwright.workspace import Subject

from . import Assessment

_BESIDE = {"risks": "risk", "indicators": "indicator"}


def required(rules: PlanRules) -> tuple[str, ...]:
    """Return the sections every service plan must hold: those of the profile, and those named besides."""
    wanted = (*(PROFILES[rules.profile] if rules.profile else ()), *rules.required)
    return tuple(dict.fromkeys(section for section in wanted if section in SECTIONS and section not in rules.unused))


def filled(plan: ServicePlan) -> tuple[str, ...]:
    """Return the sections that stand in a plan's own file, in the order of the plan."""
    return tuple(section for section in SECTIONS if getattr(plan, section))


def held(assessment: Assessment, subject: Subject) -> frozenset[str]:
    """Return the sections a plan has somewhere: in its file, in a document it names, or in files of its service.

    Nothing need be written twice, so risks and indicators of the service count, its summary for the overview, and what
    its actions need for its resources.
    """
    plan: ServicePlan = subject.record
    found = {*filled(plan), *(str(one.section) for one in plan.held_elsewhere)}
    service = assessment.workspace.get(plan.service, "service")
    if service and service.record.summary:
        found.add("overview")
    if any(action.resources for action in plan.actions):
        found.add("resources")
    for section, thing in _BESIDE.items():
        if any(assessment.service(one) == plan.service for one in assessment.workspace.of(thing)):
            found.add(section)
    return frozenset(found)
