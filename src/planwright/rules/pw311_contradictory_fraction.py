"""A value is not what its numerator and denominator make.

## Why
One of the three figures is wrong, and an auditor will find it before the committee does.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: {value: 96, numerator: 40, denominator: 50}
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: {value: 96, numerator: 48, denominator: 50}
```

## How to fix
Correct the figure that is wrong, and give both halves of a fraction that stands for a value. Rounding is
allowed for, by as much as the last digit of the value; a rate per 1,000 or per 100,000 is understood, and a rolling
figure is not held against one period.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.plausibility import contradiction, uncounted
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each result that differs from its own fraction by more than rounding."""
    for id_, results in assessment.figures.results.items():
        subject = assessment.workspace.get(id_, "indicator")
        if subject is None:
            continue
        for figure in results.values():
            parts = {"": figure.result} | figure.result.groups
            for name, part in parts.items():
                flaw = uncounted(part, subject.record) if part.value is None else contradiction(part, subject.record)
                if flaw:
                    spot = figure.spot.at("groups", name) if name else figure.spot
                    whose = f"{id_}, {name}," if name else id_
                    yield Finding(spot, f"{whose} for {figure.period}: {flaw}", "correct the figure that is wrong", id_)
