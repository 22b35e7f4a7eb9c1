"""A risk has a category that the settings do not list.

## Why
Appetite and reports go by category. A risk in a category of its own is missed by both.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
risks:
  categories: [financial, people]
# file: risks.yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    category: finance
    current: {likelihood: low, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
risks:
  categories: [financial, people]
# file: risks.yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    category: financial
    current: {likelihood: low, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## How to fix
Take a category from the settings, or add this one there.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.nearest import did_you_mean
from planwright.visible import one_line

from ._risks import live
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live risk of an unknown category, where the settings list categories."""
    known = assessment.workspace.settings.risks.categories
    for rating in live(assessment) if known else ():
        category = rating.subject.record.category
        if category and category not in known:
            hint = did_you_mean(category, known) or f"the categories are {', '.join(known)}"
            yield Finding(
                rating.subject.spot.at("category"),
                f"{one_line(category, 60)} is not a category of risk in the settings",
                hint,
                rating.subject.id,
            )
