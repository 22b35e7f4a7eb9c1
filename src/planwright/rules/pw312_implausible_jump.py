"""A result is out of all proportion to other results and to its target.

## Why
A slipped decimal point or a figure in pounds instead of thousands reaches the committee if nobody asks. Most such
jumps are slips; the few that are real deserve a second look.

## Bad
```yaml
# file: results/2025-26.yaml
kind: results
period: 2025-26
results:
  HSG-PI-01: {Q1: 91, Q2: 92, Q3: 90, Q4: 93}
# file: results/2026-27.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01: {Q1: 92, Q2: 9200}
```

## Good
```yaml
# file: results/2025-26.yaml
kind: results
period: 2025-26
results:
  HSG-PI-01: {Q1: 91, Q2: 92, Q3: 90, Q4: 93}
# file: results/2026-27.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01: {Q1: 92, Q2: 92}
```

## How to fix
Check the figure at its source. If it is right, name the post that checked it under `checked_by:` and say in the comment
what happened.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.plausibility import doubt, evidence
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each current result, not checked by anybody, that history and target make implausible."""
    for rating in assessment.indicators.values():
        figure = rating.figure
        if figure is None or rating.value is None or figure.result.checked_by:
            continue
        why = doubt(rating.value, evidence(assessment.ratings, rating.subject, rating.period))
        if why:
            yield Finding(
                figure.spot,
                f"{figure.indicator} for {figure.period}: {why}",
                "check the figure; if it is right, add checked_by: with the post that checked it",
                figure.indicator,
            )
