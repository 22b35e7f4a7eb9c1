"""A plan marks more actions as key than the council allows.

## Why
Three or four key initiatives can be remembered and watched. When everything is key, nothing is.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
key_actions_at_most: 1
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    key: yes
    due: 2026-12-31
  - id: HSG-A2
    title: Move the housing register to the new system
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    key: yes
    due: 2027-03-31
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
    key: yes
    due: 2026-12-31
  - id: HSG-A2
    title: Move the housing register to the new system
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2027-03-31
```

## How to fix
Decide which matter most and take `key: yes` off the others. The limit is `key_actions_at_most:` in the settings.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.workspace import Subject

from ._items import at_id, ended
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each plan with more live key actions than the settings allow."""
    most = assessment.workspace.settings.key_actions_at_most
    found: dict[str, list[Subject]] = {}
    for subject in assessment.workspace.of("action"):
        if subject.record.key and not ended(subject, assessment.as_at):
            found.setdefault(subject.root.id, []).append(subject)
    for plan, actions in found.items():
        if len(actions) > most:
            yield Finding(
                at_id(actions[0].root),
                f"{plan} has {len(actions)} key actions; at most {most} may be key",
                "keep key: yes on those that matter most",
                plan,
                tuple((one.spot.at("key"), f"{one.id} is key") for one in actions),
            )
