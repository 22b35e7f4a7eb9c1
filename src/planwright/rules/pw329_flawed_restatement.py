"""A restatement changes nothing, or its dates cannot be right.

## Why
The record of a corrected figure is what an auditor follows: what was published, when it was corrected, and why. With
the same figure before and after, or a correction older than the figure itself, there is nothing to follow.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 91
      restated:
        - was: 91
          on: 2026-10-20
          reason: Two cases were counted twice
```

## Good
```yaml
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
`was:` is the figure first published, `value:` the one that stands now, `on:` the day it was corrected. Several
restatements stand oldest first.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.aggregation import measured
from planwright.assessment.figures import Figure
from planwright.diagnostic import Severity
from planwright.quantity import grouped
from planwright.workspace import Subject

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each restatement after which the figure is the same, or whose day is out of order."""
    for subject in assessment.workspace.of("indicator"):
        for figure in assessment.figures.results.get(subject.id, {}).values():
            for index, flaw in _flaws(assessment, subject, figure):
                yield Finding(
                    figure.spot.at("restated", index),
                    f"a restatement of {subject.id} for {figure.period} {flaw}",
                    "correct the figure or the day that is wrong, or take the restatement out",
                    subject.id,
                )


def _flaws(assessment: Assessment, subject: Subject, figure: Figure) -> Iterator[tuple[int, str]]:
    """Yield the position of each flawed restatement of a result, and what is wrong with it."""
    restated = figure.result.restated
    values = [one.was for one in restated] + [measured(subject.record, figure.result)]
    for index, one in enumerate(restated):
        measured_on, day = figure.result.as_at, one.on.isoformat()
        if one.was == values[index + 1]:
            yield index, f"changes nothing: it was {grouped(one.was)} before and after"
        elif one.on > assessment.as_at:
            yield index, f"is of {day}, which has not come yet"
        elif index and one.on < restated[index - 1].on:
            yield index, f"is of {day}, but stands after one of {restated[index - 1].on.isoformat()}"
        elif measured_on and one.on < measured_on:
            yield index, f"is of {day}, but the figure was only measured on {measured_on.isoformat()}"
        elif one.on < figure.period.first:
            yield index, f"is of {day}, before the period began"
