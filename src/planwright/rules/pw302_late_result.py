"""A result has not come and is late.

## Why
A gap in the report is read as bad news, or not noticed at all. Late is a state of its own, and somebody is asked.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q1: 92
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q1: 92
    Q2:
      missing: not collected
      reason: The case system was replaced in August; the figure comes with quarter 3
```

## How to fix
Add the figure to the results of its year. If there is none, say so with `missing:` and `reason:`. If figures always
take longer, give the indicator `lag_days:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each indicator whose figure for its current period is late."""
    for rating in assessment.indicators.values():
        if rating.state.key == "late":
            subject, period = rating.subject, rating.period
            yield Finding(
                at_id(subject),
                f"{subject.id}: {rating.reason}",
                f"add {period.part}: to its results for {period.year}, or missing: and the reason there is none",
                subject.id,
            )
