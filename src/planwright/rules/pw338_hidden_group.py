"""An area or group is red while the whole is on target, and nobody says so.

## Why
An average of 96 can hide a ward at 60. Those who live there read the green line and know better.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    breakdown:
      by: area
      groups: [North, South]
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 96
      groups: {North: 99, South: 60}
```

## Good
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    breakdown:
      by: area
      groups: [North, South]
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 96
      groups:
        North: 99
        South: {value: 60, comment: The new hostel opens in March.}
```

## How to fix
Say under the group's `comment:`, or in the comment on the whole, what lies behind it. A group that cannot reach the
whole's target may have one of its own under `breakdown:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment, Colour
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each group that is red, without a comment, in a current result that is on target."""
    for rating in assessment.indicators.values():
        figure = rating.figure
        if figure is None or not rating.placed or rating.missed or figure.result.comment:
            continue
        for group in rating.groups:
            own = figure.result.groups.get(group.name)
            if group.state.colour is Colour.RED and own and not own.comment:
                yield Finding(
                    figure.spot.at("groups", group.name),
                    f"{figure.indicator} is {rating.state.word.lower()} for {figure.period}, but {group.name} is "
                    f"{group.state.word.lower()}: {group.reason}",
                    "add comment: to the group",
                    figure.indicator,
                )
