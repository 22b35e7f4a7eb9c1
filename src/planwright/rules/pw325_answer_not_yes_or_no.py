"""An indicator answered with yes or no has another value, or its unit is misspelt; or one of numbers has a yes or no.

## Why
Only `unit: yes/no` is read as a question. `Y/N` prints 1 and 0 and gives the answer a tolerance, and a figure such as
45 is neither yes nor no. Where a number is measured, yes and no would count as 1 and 0.

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
  - id: HSG-PI-02
    title: Days to re-let a home
    owner: HOUSING-OPTIONS-MANAGER
    unit: days
    polarity: lower
    targets:
      2026-27: yes
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
  - id: HSG-PI-02
    title: Days to re-let a home
    owner: HOUSING-OPTIONS-MANAGER
    unit: days
    polarity: lower
    targets:
      2026-27: 28
```

## How to fix
Write `unit: yes/no`, and `yes` or `no` as target and result; with any other unit, or none, write numbers.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.quantity import is_yes_no, shown
from planwright.visible import one_line
from planwright.workspace import Spot, Subject

from ._targets import targets
from .rule import Finding

SEVERITY = Severity.WARNING
_MEANT = frozenset({"yes/no", "yes-no", "yesno", "yesorno", "y/n", "no/yes"})
_WORDS = frozenset({"yes", "no"})
_ANSWERS = frozenset({Decimal(0), Decimal(1)})


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each unit that means yes/no and is not, each value that answers neither, and answers among numbers."""
    for subject in assessment.workspace.of("indicator"):
        unit = subject.record.unit or ""
        asked = "".join(unit.lower().split()) in _MEANT
        if asked and not is_yes_no(unit):
            message = f"the unit of {subject.id} is {one_line(unit, 60)}, which is not read as a question"
            yield Finding(subject.spot.at("unit"), message, "write unit: yes/no", subject.id)
        for value, what, spot in _values(assessment, subject):
            if asked and value not in _ANSWERS:
                message = f"{subject.id} is answered with yes or no, but {what} is {shown(value)}"
                yield Finding(spot, message, "write yes or no, or correct the unit", subject.id)
            elif not asked and value in _ANSWERS and (typed := _typed(assessment, spot)) in _WORDS:
                measured = f"measured in {one_line(unit, 60)}" if unit else "measured in numbers"
                message = f"{subject.id} is {measured}, but {what} is {typed}"
                yield Finding(spot, message, "write a number, or unit: yes/no if it is a question", subject.id)


def _typed(assessment: Assessment, spot: Spot) -> object:
    """Return the text of a value as it stands in its file, where it stands alone or as the main of several fields."""
    found: Any = assessment.workspace.documents[spot.file].value
    for step in spot.route:
        found = found[step]
    return found.get("value") if isinstance(found, dict) else found


def _values(assessment: Assessment, subject: Subject) -> Iterator[tuple[Decimal, str, Spot]]:
    """Yield the targets, results and forecasts of an indicator and its groups, with what a sentence calls them."""
    for target in targets(assessment, subject):
        if target.target.value is not None:
            of = f" ({target.group})" if target.group else ""
            yield target.target.value, f"its target for {target.period}{of}", target.spot
    for period, figure in assessment.figures.results.get(subject.id, {}).items():
        if figure.result.value is not None:
            yield figure.result.value, f"its result for {period}", figure.spot
        if figure.result.forecast is not None:
            yield figure.result.forecast, f"its forecast of {period}", figure.spot.at("forecast")
        for name, group in figure.result.groups.items():
            if group.value is not None:
                yield group.value, f"its result for {period} ({name})", figure.spot.at("groups", name)
