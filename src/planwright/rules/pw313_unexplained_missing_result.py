"""A result is said to be missing without a reason, or missing and given at once.

## Why
"Not collected" is an answer only together with why. Without it the committee asks, and nobody remembers.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: {missing: not collected}
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      missing: not collected
      reason: The case system was replaced in August
```

## How to fix
Add `reason:`. If there is a value after all, take `missing:` out.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING
_GIVEN = {"numerator": "what was counted", "judgement": "a judgement", "groups": "the value of a group"}


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each result with `missing` and no reason, or with a value, a judgement or groups beside it."""
    for results in assessment.figures.results.values():
        for figure in results.values():
            result = figure.result
            if not result.missing:
                continue
            spot = figure.spot.at("missing")
            about = f"the result of {figure.indicator} for {figure.period}"
            given = next((words for field, words in _GIVEN.items() if getattr(result, field)), "")
            if given or result.value is not None:
                message = f"{about} is said to be {result.missing}, but {given or 'a value'} is given"
                yield Finding(spot, message, "keep the one that is true", figure.indicator)
            elif not result.reason and not written(assessment.workspace, figure.spot.at("reason")):
                message = f"{about} is said to be {result.missing} without a reason"
                yield Finding(spot, message, "add reason: in one line", figure.indicator)
