"""The values of a target contradict each other.

## Why
A value to reach that is not the green one, an amber value that is better than it, a floor above the target, or a range
that ends before it begins gives colours that nobody meant.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27:
        green: 90
        amber: 95
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
        green: 95
        amber: 90
```

## How to fix
Swap the values, or correct the indicator's `polarity:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.quantity import shown
from planwright.records.thread import Target

from ._targets import targets
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each target of which a lesser value is better than the one it falls short of."""
    for subject in assessment.workspace.of("indicator"):
        for one in targets(assessment, subject):
            flaw = _flaw(one.target, subject.record.polarity)
            if flaw:
                yield Finding(
                    one.spot,
                    f"the target of {one.whose} for {one.period} contradicts itself: {flaw}",
                    "swap the values, or correct the polarity",
                    subject.id,
                )


def _flaw(target: Target, polarity: str) -> str:
    """Return what is the wrong way round, in words; empty where nothing is."""
    if target.low is not None and target.high is not None and target.low > target.high:
        return f"the low end, {shown(target.low)}, is above the high end, {shown(target.high)}"
    sign = {"higher": 1, "lower": -1}.get(polarity, 0)
    if sign and target.value is not None and target.green is not None and target.value != target.green:
        return f"the value to reach is {shown(target.value)}, but results are green from {shown(target.green)}"
    goal = target.value if target.value is not None else target.green
    pairs = (("amber value", target.amber, goal), ("floor", target.floor, goal))
    for name, lesser, better in pairs:
        if lesser is not None and better is not None and sign * lesser > sign * better:
            return f"the {name}, {shown(lesser)}, is better than {shown(better)}, and {polarity} is better"
    return ""
