"""An objective's links lead nowhere near a corporate objective.

## Why
A chain of links that stops half way up is a golden thread only in appearance: a team serves its service, the service
serves nothing the council has decided. A link that `supports` another service, or a statutory driver anywhere on the
way, is an end in itself.

## Bad
```yaml
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    measured_by: [HSG-PI-01]
  - id: HSG-O2
    title: Find homes in the private sector
    links: [HSG-O1]
    measured_by: [HSG-PI-01]
```

## Good
```yaml
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
  - id: HSG-O2
    title: Find homes in the private sector
    links: [HSG-O1]
    measured_by: [HSG-PI-01]
```

## How to fix
Follow the chain that the finding names to its last item and link that one to the corporate objective it serves. For a
support service, write `type: supports` on the link.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread_gaps import BELOW_CORPORATE
from planwright.diagnostic import Severity
from planwright.workspace import Subject

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each objective below the corporate layer whose links all hold, but none of which leads up to it."""
    workspace, thread = assessment.workspace, assessment.thread
    if not workspace.of("corporate-plan", "community-plan"):
        return
    unsure = thread.reaching(one for one in workspace.of("aim", "priority", "objective") if not _whole(assessment, one))
    for subject in workspace.of("objective"):
        if not subject.record.links or assessment.gone(subject) or thread.layer(subject) not in BELOW_CORPORATE:
            continue
        if subject.id in unsure or thread.satisfied(subject):
            continue
        end = thread.end(subject)
        if not assessment.gone(end):  # a link to what has ended is a finding of its own
            yield Finding(
                at_id(subject),
                f"objective {subject.id} reaches no corporate objective; its links end at {end.id}",
                f"link {end.id} to the corporate objective it serves",
                subject.id,
                ((at_id(end), "the chain ends here"),),
            )


def _whole(assessment: Assessment, subject: Subject) -> bool:
    """Whether every link of an item leads somewhere; links that do not are findings of their own."""
    return all(assessment.workspace.get(link.to) for link in assessment.thread.links(subject))
