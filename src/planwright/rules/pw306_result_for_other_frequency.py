"""A result is for a part of a period, or a year between two surveys, that its indicator is not collected for.

## Why
A figure for a month of a quarterly indicator is rated nowhere: the quarter stays empty although somebody counted. So
is one for a year in which a survey was not due.

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
Give the figure for the whole period, or correct the indicator's `frequency:`. A figure for a longer period, such as a
half-year or the year, is always allowed. Surveys that come every few years are counted from the year under `since:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.collecting import LENGTHS, collecting
from planwright.diagnostic import Severity
from planwright.wording import a
from planwright.workspace import Spot

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each result for a period shorter than its indicator's, or in a year between two surveys."""
    calendar = assessment.ratings.calendar
    for id_, results in assessment.figures.results.items():
        subject = assessment.workspace.get(id_, "indicator")
        if subject is None:
            continue
        indicator, how = subject.record, collecting(subject.record)
        for period, figure in results.items():
            if period.months < how.months:
                often, what = how.often, a(LENGTHS[period.months])
                remedy = "give the figure for the whole period, or correct"
            elif not calendar.collects(indicator, period):
                often, what = calendar.how_often(indicator), str(period)
                remedy = "give it for the year of the survey, or correct since: or"
            else:
                continue
            yield Finding(
                Spot(figure.spot.file, figure.spot.route, "key"),
                f"{id_} is collected {often}, but this result is for {what}",
                f"{remedy} the indicator's frequency:",
                id_,
                ((subject.spot.at("frequency"), "how often it is collected"),),
            )
