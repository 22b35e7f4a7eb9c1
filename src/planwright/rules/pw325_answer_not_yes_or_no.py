"""An indicator answered with yes or no has another value, or its unit is misspelt.

## Why
Only `unit: yes/no` is read as a question. `Y/N` prints 1 and 0 and gives the answer a tolerance, and a figure such as
45 is neither yes nor no.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    unit: yes/no
    polarity: higher
    targets:
      2026-27: 45
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    unit: yes/no
    polarity: higher
    targets:
      2026-27: yes
```

## How to fix
Write `unit: yes/no`, and `yes` or `no` as target and result.
"""

from collections.abc import Iterator
from decimal import Decimal

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.quantity import is_yes_no, shown
from planwright.visible import one_line
from planwright.workspace import Spot, Subject

from .rule import Finding

SEVERITY = Severity.WARNING
_MEANT = frozenset({"yes/no", "yes-no", "yesno", "yesorno", "y/n", "no/yes"})
_ANSWERS = frozenset({Decimal(0), Decimal(1)})


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each unit that means yes/no and is not, and each value that answers neither."""
    for subject in assessment.workspace.of("indicator"):
        unit = subject.record.unit or ""
        if "".join(unit.lower().split()) not in _MEANT:
            continue
        if not is_yes_no(unit):
            message = f"the unit of {subject.id} is {one_line(unit, 60)}, which is not read as a question"
            yield Finding(subject.spot.at("unit"), message, "write unit: yes/no", subject.id)
        for value, what, spot in _values(assessment, subject):
            if value not in _ANSWERS:
                message = f"{subject.id} is answered with yes or no, but {what} is {shown(value)}"
                yield Finding(spot, message, "write yes or no, or correct the unit", subject.id)


def _values(assessment: Assessment, subject: Subject) -> Iterator[tuple[Decimal, str, Spot]]:
    """Yield the targets, results and forecasts of an indicator, with what a sentence calls them."""
    for name, target in subject.record.targets.items():
        if target.value is not None:
            yield target.value, f"its target for {name}", subject.spot.at("targets", name)
    for period, figure in assessment.figures.results.get(subject.id, {}).items():
        if figure.result.value is not None:
            yield figure.result.value, f"its result for {period}", figure.spot
        if figure.result.forecast is not None:
            yield figure.result.forecast, f"its forecast of {period}", figure.spot.at("forecast")
