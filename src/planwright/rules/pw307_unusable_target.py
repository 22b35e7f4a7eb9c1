"""A target does not give the values that its indicator is rated with.

## Why
A range needs two ends, and "values" needs a green and an amber one. Without them the figure is not rated, or not the
way that was agreed.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Days to re-let a home
    owner: HOUSING-OPTIONS-MANAGER
    polarity: range
    targets:
      2026-27: 20
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Days to re-let a home
    owner: HOUSING-OPTIONS-MANAGER
    polarity: range
    targets:
      2026-27:
        low: 15
        high: 20
```

## How to fix
Give `low:` and `high:` for a range, a `value:` where more or less is better, `green:` and `amber:` where the method is
`values`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.records.thread import Target

from ._targets import targets
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each target that lacks a value its indicator's polarity or method needs."""
    for subject in assessment.workspace.of("indicator"):
        polarity = subject.record.polarity
        if polarity == "none" or assessment.gone(subject):
            continue
        method = assessment.figures.rule(subject).method.value
        for period, target, spot in targets(assessment, subject):
            lacking = _lacking(target, polarity, method)
            if lacking:
                yield Finding(
                    spot,
                    f"the target of {subject.id} for {period} lacks {lacking}",
                    f"its polarity is {polarity} and its method {method}",
                    subject.id,
                )


def _lacking(target: Target, polarity: str, method: str) -> str:
    """Return what a target lacks, in words; empty where nothing."""
    if polarity == "range":
        ends = {"a low end": target.low, "a high end": target.high}
        return " and ".join(name for name, value in ends.items() if value is None)
    if method == "values" and target.amber is None and target.floor is None:
        return "a green and an amber value" if target.green is None else "an amber value"
    return "a value to reach" if target.value is None and target.green is None else ""
