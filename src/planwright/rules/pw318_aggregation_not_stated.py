"""All parts of a year are there, and nothing says how the year's figure comes from them.

## Why
The sum, the mean and the latest of four quarters are three different figures. planwright does not guess.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Homes let
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 400
# file: results/2025-26.yaml
kind: results
period: 2025-26
results:
  HSG-PI-01: {Q1: 91, Q2: 92, Q3: 90, Q4: 93}
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
      2026-27: 400
# file: results/2025-26.yaml
kind: results
period: 2025-26
results:
  HSG-PI-01: {Q1: 91, Q2: 92, Q3: 90, Q4: 93}
```

## How to fix
Write `aggregation:` with how the year follows from its parts, or give the year's figure itself under `year:` with
`aggregation: supplied`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.collecting import YEAR, collecting
from planwright.diagnostic import Severity

from ._items import at_id, written
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each indicator whose last full year has all its parts but no figure."""
    year = assessment.year.previous
    for subject in assessment.workspace.of("indicator"):
        indicator = subject.record
        if indicator.aggregation or collecting(indicator).months == YEAR or assessment.gone(subject):
            continue
        results = assessment.figures.results.get(subject.id, {})
        complete = all(part in results for part in year.parts(collecting(indicator).months))
        if complete and year not in results and not written(assessment.workspace, subject.spot.at("aggregation")):
            yield Finding(
                at_id(subject),
                f"{subject.id} does not say how the figure for {year} follows from its parts",
                "add aggregation: sum, mean, latest, weighted, rolling, cumulative or supplied",
                subject.id,
            )
