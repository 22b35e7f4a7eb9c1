"""A pause ends before it begins.

## Why
Such a pause covers no period at all: results that nobody collects count as late.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: none
    pauses:
      - state: suspended
        since: 2026-27-Q3
        until: 2026-27-Q1
        reason: The system is replaced
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: none
    pauses:
      - state: suspended
        since: 2026-27-Q1
        until: 2026-27-Q3
        reason: The system is replaced
```

## How to fix
Correct `since:` or `until:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.period import parse_period

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each pause whose last period is over before its first begins."""
    for subject in assessment.workspace.of("indicator"):
        start = assessment.figures.start(subject.record)
        for index, pause in enumerate(subject.record.pauses):
            if pause.until and parse_period(pause.until, start).last < parse_period(pause.since, start).first:
                yield Finding(
                    subject.spot.at("pauses", index, "until"),
                    f"a pause of {subject.id} ends with {pause.until} but begins with {pause.since}",
                    "correct the period that is wrong",
                    subject.id,
                )
