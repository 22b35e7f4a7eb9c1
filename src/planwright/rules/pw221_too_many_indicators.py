"""A service has more indicators than it can watch.

## Why
Each indicator costs time to collect, check and explain. Where there are too many, nobody looks at any, and those that
matter drown.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
plans:
  indicators_at_most: 1
# file: indicators.yaml
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 95
  - id: HSG-PI-02
    title: Approaches to the housing options service
    owner: HOUSING-OPTIONS-MANAGER
    polarity: none
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
plans:
  indicators_at_most: 1
# file: indicators.yaml
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 95
```

## How to fix
Retire those that no decision rests on. How many a service can watch is `indicators_at_most:` under `plans:` in the
settings.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.health_balance import loads
from planwright.assessment.health_items import Scope
from planwright.diagnostic import Severity

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each service with more live indicators than the settings think one can watch."""
    for load in loads(Scope(assessment)):
        if load.too_many:
            yield Finding(
                at_id(load.service),
                f"{load.service.id} has {load.indicators} indicators; at most {load.most} can be watched",
                "retire those that no decision rests on",
                load.service.id,
            )
