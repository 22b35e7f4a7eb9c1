"""A service's risk is on or above the escalation line and does not stand in the corporate log.

## Why
From the score that the settings give as `escalate_from:`, a risk is the whole council's business. Those who could do
something about it do not see it in a service's log.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
risks:
  escalate_from: 9
# file: risks/housing.yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: high, impact: high}
    actions: [{title: Guarantee the rent, action: HSG-A1}]
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-11-01
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
risks:
  escalate_from: 9
# file: risks/corporate.yaml
kind: risk-log
id: CORP-RL
corporate: yes
# file: risks/housing.yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: high, impact: high}
    actions: [{title: Guarantee the rent, action: HSG-A1}]
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-11-01
    escalated_to: CORP-RL
```

## How to fix
Take it into the corporate log and write `escalated_to:` with that log, or with the corporate risk that carries it.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.risk_log import RiskLog
from planwright.workspace import Subject

from ._items import at_id
from ._risks import live
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live risk from the line up outside the corporate log that no corporate log or risk carries."""
    workspace = assessment.workspace
    for rating in live(assessment):
        subject = rating.subject
        if not rating.above_line or _corporate(subject):
            continue
        named = subject.record.escalated_to
        target = workspace.get(named, "risk", "risk-log")
        if named is None:
            message = f"risk {subject.id} scores {rating.score}, which is for the corporate log, and is not in it"
            yield Finding(at_id(subject), message, "add escalated_to: with the corporate log", subject.id)
        elif target and not _corporate(target):
            message = f"risk {subject.id} is escalated to {named}, which is not in the corporate log"
            yield Finding(subject.spot.at("escalated_to"), message, "name the corporate log", subject.id)


def _corporate(subject: Subject) -> bool:
    return isinstance(subject.root.record, RiskLog) and subject.root.record.corporate
