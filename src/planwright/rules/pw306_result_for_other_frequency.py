"""A result is for a month, quarter or half-year that its indicator is not collected for.

## Why
A figure for a month of a quarterly indicator is rated nowhere: the quarter stays empty although somebody counted.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    2026-08: 92
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: 92
    year: 93
```

## How to fix
Give the figure for the whole period, or correct the indicator's `frequency:`. A figure for the year is always allowed.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.collecting import collecting
from planwright.diagnostic import Severity
from planwright.workspace import Spot

from .rule import Finding

SEVERITY = Severity.WARNING
_NAMES = {1: "a month", 3: "a quarter", 6: "a half-year"}
_OFTEN = {
    "annual": "once a year",
    "academic-year": "once an academic year",
    "calendar-year": "once a calendar year",
    "two-yearly": "every two years",
    "three-yearly": "every three years",
    "four-yearly": "every four years",
    "five-yearly": "every five years",
    "ten-yearly": "every ten years",
}


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each result for a period of another length than its indicator's, the year excepted."""
    for id_, results in assessment.figures.results.items():
        subject = assessment.workspace.get(id_, "indicator")
        if subject is None:
            continue
        frequency = subject.record.frequency
        often = _OFTEN.get(frequency, frequency)
        for period, figure in results.items():
            if period.months in _NAMES and period.months != collecting(subject.record).months:
                yield Finding(
                    Spot(figure.spot.file, figure.spot.route, "key"),
                    f"{id_} is collected {often}, but this result is for {_NAMES[period.months]}",
                    "give the figure for the whole period, or correct the indicator's frequency:",
                    id_,
                    ((subject.spot.at("frequency"), "how often it is collected"),),
                )
