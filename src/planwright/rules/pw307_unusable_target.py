"""A target does not give the values that its indicator is rated with.

## Why
A range needs two ends, and "values" needs an amber value or a floor beside the value to reach, or else a low and a
high target. Without them the figure is not rated, or not the way that was agreed.

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
from planwright.assessment.ruling import RuleUsed
from planwright.records.thread import Target

from ._targets import OWN_STATES, targets
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each target that lacks a value its indicator's polarity or method needs."""
    for subject in assessment.workspace.of("indicator"):
        polarity = subject.record.polarity
        rule = assessment.figures.rule(subject)
        if polarity == "none" or _needs_none(rule, polarity) or assessment.gone(subject):
            continue
        method = rule.method.value
        for one in targets(assessment, subject):
            lacking = _lacking(one.target, polarity, method)
            if lacking:
                yield Finding(
                    one.spot,
                    f"the target of {one.whose} for {one.period} lacks {lacking}",
                    f"its polarity is {polarity} and its method {method}",
                    subject.id,
                )


def _needs_none(rule: RuleUsed, polarity: str) -> bool:
    """Whether results are rated without a target: by judgement, or among others, but for the midpoint of a range."""
    return rule.basis.value == "manual" or (rule.basis.value == "benchmark" and polarity != "range")


def _lacking(target: Target, polarity: str, method: str) -> str:
    """Return what a target lacks, in words; empty where nothing."""
    if polarity == "range":
        ends = {"a low end": target.low, "a high end": target.high}
        return " and ".join(name for name, value in ends.items() if value is None)
    goal = target.value is not None or target.green is not None
    if not goal and method not in OWN_STATES and (target.low is not None or target.high is not None):
        return "a low target" if target.low is None else "a high target" if target.high is None else ""
    if method == "values" and target.amber is None and target.floor is None:
        return "an amber value" if target.green is not None else "a green and an amber value, or a floor"
    return "" if goal else "a value to reach"
