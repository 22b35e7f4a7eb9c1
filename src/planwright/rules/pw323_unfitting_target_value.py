"""A target gives a value that does not fit how its indicator is rated.

## Why
Whoever wrote it believes that results are rated by it. A range has two ends and no more, a low and a high target leave
no room for a third value, an answer of yes or no and two states know nothing between met and missed, states of one's
own know only the value to reach, and a floor counts only where there is no amber value.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      method: two-state
    targets:
      2026-27:
        value: 95
        amber: 90
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27:
        value: 95
        amber: 90
```

## How to fix
Take out the value that does not fit, or correct `method:`, `polarity:` or `unit:`. Where only met and missed are
wanted, give `value:` alone.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.indicators import Indicator
from planwright.quantity import is_yes_no
from planwright.records.thread import Target
from planwright.wording import listed

from ._targets import OWN_STATES, targets
from .rule import Finding

SEVERITY = Severity.WARNING
_VALUES = ("value", "low", "high", "green", "amber", "floor")
_RANGE = frozenset({"low", "high"})
_GOAL = frozenset({"value", "green"})
_BETWEEN = frozenset({"amber", "floor"})


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each target, of a rated indicator, with values that its rating has no place for."""
    for subject in assessment.workspace.of("indicator"):
        if subject.record.polarity == "none" or assessment.gone(subject):
            continue
        method = assessment.figures.rule(subject).method.value
        for one in targets(assessment, subject):
            unfit, why = _unfitting(one.target, subject.record, method)
            names = [name for name in _VALUES if name in unfit]
            if names:
                yield Finding(
                    one.spot.at(names[0]),
                    f"the target of {one.whose} for {one.period} gives {listed(names)}, but {why}",
                    "take out what does not fit, or correct how the indicator is rated",
                    subject.id,
                )


def _unfitting(target: Target, indicator: Indicator, method: str) -> tuple[set[str], str]:
    """Return the values of a target that its indicator's rating has no place for, and why in words."""
    given = {name for name in _VALUES if getattr(target, name) is not None}
    if indicator.polarity == "range":
        return given - _RANGE, "a range is rated by low and high"
    if given & _RANGE and method in OWN_STATES:
        return given & _RANGE, f"its method, {method}, knows one value to reach"
    if given & _RANGE and given & _GOAL:
        return given & _RANGE, f"it gives a value to reach as well, and its polarity is {indicator.polarity}"
    if given & _RANGE:
        return given & _BETWEEN, "what lies between a low and a high target has one state"
    if method in OWN_STATES:
        return given & _BETWEEN, f"its method, {method}, has states of its own"
    if is_yes_no(indicator.unit or ""):
        return given & _BETWEEN, "there is nothing between yes and no"
    if method == "two-state":
        return given & _BETWEEN, "its method is two-state, with nothing between met and missed"
    return (given & {"floor"} if "amber" in given else set()), "the amber value comes first"
