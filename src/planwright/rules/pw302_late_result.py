"""A result has not come and is late.

## Why
A gap in the report is read as bad news, or not noticed at all. Late is a state of its own, and somebody is asked.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q1: 92
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q1: 92
    Q2:
      missing: not collected
      reason: The case system was replaced in August; the figure comes with quarter 3
```

## How to fix
Add the figure to the results of its year. If there is none, say so with `missing:` and `reason:`. If figures always
take longer, give the indicator `lag_days:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.results import Results
from planwright.period import Period, parse_period
from planwright.wording import listed
from planwright.workspace import Subject

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each indicator whose figure is late, for its current period or an earlier one of the last twelve months."""
    for current in assessment.indicators.values():
        late = assessment.ratings.late(current.subject)
        if not late:
            continue
        *earlier, rating = late
        subject, period = rating.subject, rating.period
        others = listed(str(one.period) for one in earlier)
        yield Finding(
            at_id(subject),
            f"{subject.id}: {rating.reason}{f', and there is none for {others} either' if others else ''}",
            f"{_remedy(assessment, subject, period)}, or missing: and the reason there is none",
            subject.id,
        )


def _remedy(assessment: Assessment, subject: Subject, period: Period) -> str:
    """Say where the figure goes: into the line that was begun for it, or else into the year's results."""
    workspace = assessment.workspace
    for loaded, plan in workspace.plans(Results):
        begun = loaded.spot(("results", subject.id, period.part), "key")
        year = parse_period(plan.period, assessment.figures.start(subject.record)).year
        if year == period.year and loaded.document.has(begun.route):
            has_value = loaded.document.has(begun.at("value").route)
            place = workspace.place(begun.at("value") if has_value else begun)
            step = "fill in value:" if has_value else f"write value: and the figure below the {period.part}:"
            return f"{step} at {place.file}:{place.line}"
    return f"add {period.part}: to its results for {period.year}"
