"""A whole is not what its parts make by the way stated.

## Why
A year's figure that four quarters do not make, wards that add up to more than the district, or quarterly targets that
miss the year's are found by whoever adds them up, usually in a public meeting.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Homes let
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    aggregation: sum
    targets:
      2025-26: 360
      2026-27: 400
# file: results/2025-26.yaml
kind: results
period: 2025-26
results:
  HSG-PI-01: {Q1: 91, Q2: 92, Q3: 90, Q4: 93, year: 376}
```

## Good
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Homes let
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    aggregation: sum
    targets:
      2025-26: 360
      2026-27: 400
# file: results/2025-26.yaml
kind: results
period: 2025-26
results:
  HSG-PI-01: {Q1: 91, Q2: 92, Q3: 90, Q4: 93}
```

## How to fix
Correct the figure that is wrong, or leave the whole out: planwright works it out. A year's figure that comes from
elsewhere wants `aggregation: supplied`; cases that belong to no area want a group of their own, such as "elsewhere".
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._totals import groups_apart, parts_apart, targets_apart
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each result and each target that differs, by more than rounding, from what its parts make."""
    for subject in assessment.workspace.of("indicator"):
        if assessment.gone(subject):
            continue
        results = assessment.figures.results.get(subject.id, {})
        for figure in results.values():
            for flaw in (parts_apart(subject.record, figure, results), *groups_apart(subject.record, figure)):
                if flaw:
                    message = f"{subject.id} for {figure.period}: {flaw}"
                    yield Finding(figure.spot, message, "correct the figure that is wrong", subject.id)
        for stated, flaw in targets_apart(assessment, subject):
            message = f"the target of {stated.whose} for {stated.period}: {flaw}"
            yield Finding(stated.spot, message, "correct the target that is wrong", subject.id)
