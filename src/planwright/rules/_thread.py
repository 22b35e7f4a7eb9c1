"""What rules ask of the golden thread: its top layer, and what is reached from below."""

from collections.abc import Iterable

from planwright.assessment import Assessment
from planwright.workspace import Subject, Workspace

_FROM_THE_TOP = (
    ("community-plan", "community"),
    ("corporate-plan", "corporate"),
    ("service-plan", "service"),
    ("team-plan", "team"),
)
BELOW_CORPORATE = frozenset({"service", "team", "individual"})


def top_layer(workspace: Workspace) -> str:
    """Return the highest layer that a plan exists for, which need not link to anything; empty where there is none."""
    return next((layer for thing, layer in _FROM_THE_TOP if workspace.of(thing)), "")


def reached(assessment: Assessment, layers: Iterable[str]) -> frozenset[str]:
    """Return the ids of all that the live objectives and actions of these layers lead to through any chain of links."""
    thread, workspace, wanted = assessment.thread, assessment.workspace, frozenset(layers)
    waiting: list[Subject] = []
    named: set[str] = set()
    for subject in workspace.of("objective", "priority"):
        if thread.layer(subject) in wanted and not assessment.gone(subject):
            waiting += thread.parents(subject)
    for subject in workspace.of("action"):
        if thread.layer(subject) in wanted and not assessment.gone(subject):
            named.add(subject.record.objective)
            named.update(link.to for link in subject.record.links)
    waiting += [item for name in named if (item := workspace.get(name, "aim", "objective", "priority"))]
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one.id not in found:
            found.add(one.id)
            waiting += thread.parents(one)
    return frozenset(found)
