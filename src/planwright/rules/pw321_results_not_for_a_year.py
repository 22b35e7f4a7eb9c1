"""A file of results is for part of a year.

## Why
A file of results holds a whole year, and its keys say which part of it. The file's own quarter is not read, so a figure
under `year` would stand for twelve months.

## Bad
```yaml
kind: results
period: 2026-27-Q2
results:
  HSG-PI-01:
    Q2: 92
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: 92
```

## How to fix
Write the year alone under `period:`, and the quarter or month at each figure.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.results import Results
from planwright.period import parse_period

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each file of results whose period is a half, a quarter or a month."""
    for loaded, plan in assessment.workspace.plans(Results):
        period = parse_period(plan.period, assessment.figures.year_start)
        if period != period.year:
            yield Finding(
                loaded.spot(("period",)),
                f"a file of results is for a whole year, but its period is {plan.period}",
                f"write period: {period.year}; each figure says which part of the year it is for",
            )
