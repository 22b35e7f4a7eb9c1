"""An indicator has two targets for one period.

## Why
`2026` and `2026-27` name the same year. Only one of the two targets can be the one that was agreed, and which of them
rates the results would be chance.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 95
      2026: 50
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
      2026-27: 95
      2027-28: 96
```

## How to fix
Keep one of them. If the target was changed, record the earlier value under `changes:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.period import Period
from planwright.workspace import Spot

from ._targets import targets
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each target for a period that has one already, under another name."""
    for subject in assessment.workspace.of("indicator"):
        known: dict[tuple[str, Period], Spot] = {}
        for one in targets(assessment, subject):
            first = known.setdefault((one.group, one.period), one.spot)
            if first is not one.spot:
                yield Finding(
                    Spot(one.spot.file, one.spot.route, "key"),
                    f"{one.whose} already has a target for {one.period}, written {first.route[-1]}",
                    "keep one of them",
                    subject.id,
                    ((first, "the first target"),),
                )
