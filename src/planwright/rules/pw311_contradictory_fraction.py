"""A percentage is not what its numerator and denominator make.

## Why
One of the three figures is wrong, and an auditor will find it before the committee does.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: {value: 96, numerator: 40, denominator: 50}
```

## Good
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: {value: 96, numerator: 48, denominator: 50}
```

## How to fix
Correct the figure that is wrong. Rounding is allowed for, by as much as the last digit of the value.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.results import Result
from planwright.quantity import shown

from .rule import Finding

SEVERITY = Severity.WARNING
_HUNDREDTH = Decimal("0.01")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each result in per cent that differs from its own fraction by more than rounding."""
    for id_, results in assessment.figures.results.items():
        subject = assessment.workspace.get(id_, "indicator")
        if subject is None or subject.record.unit != "%":
            continue
        for figure in results.values():
            flaw = _flaw(figure.result)
            if flaw:
                yield Finding(
                    figure.spot, f"{id_} for {figure.period}: {flaw}", "correct the figure that is wrong", id_
                )


def _flaw(result: Result) -> str:
    """Return what does not fit, in words; empty where the three agree or one is not given."""
    value, above, below = result.value, result.numerator, result.denominator
    if value is None or above is None or below is None:
        return ""
    if below == 0:
        return f"{shown(value)} per cent of nothing; the denominator is 0"
    share = above * 100 / below
    last_digit = Decimal(1).scaleb(int(value.as_tuple().exponent))
    if abs(share - value) < last_digit:
        return ""
    exact = shown(share.quantize(_HUNDREDTH, ROUND_HALF_UP))
    return f"{shown(above)} out of {shown(below)} is {exact} per cent, but the value is {shown(value)}"
