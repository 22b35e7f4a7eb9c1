"""Actions depend on each other in a circle.

## Why
None of them can ever begin.

## Bad
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
    due: 2026-12-31
    depends_on: [HSG-A2]
  - id: HSG-A2
    title: Agree the scheme's budget
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
    depends_on: [HSG-A1]
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
    due: 2026-12-31
    depends_on: [HSG-A2]
  - id: HSG-A2
    title: Agree the scheme's budget
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
```

## How to fix
Decide which comes first and take its dependency out.
"""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from planwright.assessment import Assessment

from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield the circles of dependencies, each once, at an action in it."""
    workspace = assessment.workspace
    graph = {subject.id: list(subject.record.depends_on) for subject in workspace.of("action")}
    waits_for = {name: needed for name, needed in graph.items() if needed}
    while circle := _circle(waits_for):
        begin = workspace.subjects[min(circle)]
        others = " and ".join(sorted(set(circle) - {begin.id})) or "itself"
        yield Finding(
            begin.spot.at("depends_on", part="key"),
            f"{begin.id} depends on {others}, and round again",
            "decide which comes first",
            begin.id,
        )
        for name in circle:
            del waits_for[name]


def _circle(waits_for: dict[str, list[str]]) -> list[str]:
    """Return the actions of one circle; empty where there is none."""
    try:
        TopologicalSorter(waits_for).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle[1:]
    return []
