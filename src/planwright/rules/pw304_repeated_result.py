"""A result is given twice for the same period.

## Why
Two figures for one quarter cannot both be right, and which of them a paper prints would be chance.

## Bad
```yaml
# file: results/2026-27.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: 92
# file: results/2026-27-housing.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: 91
```

## Good
```yaml
# file: results/2026-27.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 91
      restated:
        - was: 92
          on: 2026-10-20
          reason: Two cases were counted twice
```

## How to fix
Keep one of them. If the figure was corrected, record the earlier one under `restated:` with the reason.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment

from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each result for which there is one already."""
    for first, again in assessment.figures.repeated:
        yield Finding(
            again.spot,
            f"{again.indicator} already has a result for {again.period}, in {first.spot.file}",
            "keep one of them; record a corrected figure under restated:",
            again.indicator,
            ((first.spot, "the first result"),),
        )
