"""A judgement has nothing behind it.

## Why
A status without a value, a comment or a source is an assertion. One that was given before its period began, or carried
over from the period before with its date, says nothing about this one.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Readiness for the new homelessness duty
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      basis: manual
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      judgement:
        state: green
        reason: On course
        by: HOUSING-OPTIONS-MANAGER
        on: 2026-10-12
```

## Good
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Readiness for the new homelessness duty
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      basis: manual
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      comment: Ten of twelve officers are trained, and the new forms are in use.
      judgement:
        state: green
        reason: On course
        by: HOUSING-OPTIONS-MANAGER
        on: 2026-10-12
```

## How to fix
Give the value, or say in a comment or under `source:` what the judgement rests on, and judge each period anew.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment, IndicatorRating
from planwright.assessment.aggregation import measured
from planwright.diagnostic import Severity
from planwright.kinds.results import Result

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING
_EVIDENCE = ("value", "numerator", "comment", "action", "source", "groups")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each current judgement without a value or evidence, or from before its time."""
    for rating in assessment.indicators.values():
        figure = rating.figure
        if figure is None or rating.rule.basis.value != "manual" or assessment.gone(rating.subject):
            continue
        if any(written(assessment.workspace, figure.spot.at(field)) for field in _EVIDENCE if _lacks(rating, field)):
            continue
        if flaw := _flaw(rating, figure.result):
            yield Finding(
                figure.spot.at("judgement", part="key"),
                f"the judgement of {figure.indicator} for {figure.period} {flaw}",
                "give the value or a comment that it rests on, and judge each period anew",
                figure.indicator,
            )


def _lacks(rating: IndicatorRating, field: str) -> bool:
    return not getattr(rating.result, field)


def _flaw(rating: IndicatorRating, result: Result) -> str:
    """Return what a judgement lacks, in words; empty where it lacks nothing or there is none."""
    judged = result.judgement
    if judged is None:
        return ""
    if judged.on < rating.period.first:
        return f"was given on {judged.on.isoformat()}, before the period began"
    before = rating.earlier.judgement
    if before and (before.on, before.state) == (judged.on, judged.state):
        return f"is that of {rating.earlier.period}, given on {judged.on.isoformat()}"
    given = measured(rating.subject.record, result) is not None
    if given or result.comment or result.action or result.source or result.groups:
        return ""
    return "has neither a value nor a comment nor a source behind it"
