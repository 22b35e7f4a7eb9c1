"""A baseline differs from the result of its own period, or is later than every result.

## Why
Everything since is measured from the baseline. Where the results tell another story for the same period, one of the
two is wrong; where it lies ahead, nothing can be measured from it.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    baseline: {value: 81, period: 2026-27-Q1}
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01: {Q1: 92, Q2: 96}
```

## Good
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    baseline: {value: 92, period: 2026-27-Q1}
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01: {Q1: 92, Q2: 96}
```

## How to fix
Correct the baseline or the result. Results from before the baseline are no finding: they are history.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.aggregation import measured
from planwright.diagnostic import Severity
from planwright.period import parse_period
from planwright.quantity import grouped
from planwright.workspace import Subject

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each baseline that its own period's result contradicts, or that lies ahead of all results."""
    for subject in assessment.workspace.of("indicator"):
        if subject.record.baseline is None or assessment.gone(subject):
            continue
        flaw = _flaw(assessment, subject)
        if flaw:
            yield Finding(
                subject.spot.at("baseline"),
                f"the baseline of {subject.id} {flaw}",
                "correct the baseline or the result",
                subject.id,
            )


def _flaw(assessment: Assessment, subject: Subject) -> str:
    """Return what is doubtful about a baseline, in words; empty where nothing is."""
    indicator = subject.record
    period = parse_period(indicator.baseline.period, assessment.figures.start(indicator))
    results = assessment.figures.results.get(subject.id, {})
    same = results.get(period)
    value = measured(indicator, same.result) if same else None
    if value is not None and value != indicator.baseline.value:
        return f"is {grouped(indicator.baseline.value)} for {period}, but the result for {period} is {grouped(value)}"
    last = max((one for one in results if one.first <= assessment.as_at), key=lambda one: one.last, default=period)
    return f"is of {period}, later than every result so far" if last.last < period.first else ""
