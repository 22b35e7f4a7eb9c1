"""A year's figure is the simple mean of percentages although it is known out of how many each one is.

## Why
90% of 10 cases and 50% of 1,000 make 50.4% of all cases, not 70%.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    unit: "%"
    polarity: higher
    aggregation: mean
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q1: {value: 90, numerator: 9, denominator: 10}
    Q2: {value: 96, numerator: 48, denominator: 50}
```

## Good
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    unit: "%"
    polarity: higher
    aggregation: weighted
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q1: {value: 90, numerator: 9, denominator: 10}
    Q2: {value: 96, numerator: 48, denominator: 50}
```

## How to fix
Write `aggregation: weighted`: numerators and denominators are then added up before they are divided.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.results import Result
from planwright.quantity import is_per_cent

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each percentage that is averaged although its denominators are given."""
    for subject in assessment.workspace.of("indicator"):
        if (
            subject.record.aggregation != "mean"
            or not is_per_cent(subject.record.unit or "")
            or assessment.gone(subject)
        ):
            continue
        figures = assessment.figures.results.get(subject.id, {}).values()
        if any(_counted(figure.result) for figure in figures):
            yield Finding(
                subject.spot.at("aggregation"),
                f"{subject.id} takes the simple mean of percentages, although their denominators are known",
                "write aggregation: weighted",
                subject.id,
            )


def _counted(result: Result) -> bool:
    """Whether it is known out of how many a result, or that of one of its groups, is."""
    return result.denominator is not None or any(one.denominator is not None for one in result.groups.values())
