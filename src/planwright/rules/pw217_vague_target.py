"""A target of an objective does not say by when, how much, or from what.

## Why
A target that cannot be missed guides nobody. A date makes it a promise; a cut by half is only a cut if it is known of
what; to stay below others one must know whom.

## Bad
```yaml
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
    targets:
      - title: Rough sleeping cut by half
        kind: reduce by percent
        value: 50
```

## Good
```yaml
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
    targets:
      - title: Rough sleeping cut by half
        kind: reduce by percent
        value: 50
        baseline: 14
        by: 2029-03-31
      - title: A night shelter that is open all year
        by: 2027-10-31
```

## How to fix
Add `by:`. Where an indicator measures the target, or a figure must be kept or cut, add `value:`; a cut also needs its
`baseline:`, unless the indicator has one or it is a cut of each year on the year before. To stay below or above
somebody else, name them under `comparator:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.smart import REDUCING
from planwright.diagnostic import Severity
from planwright.records.thread import SmartTarget
from planwright.visible import one_line
from planwright.wording import listed

from ._items import written
from .rule import Finding

SEVERITY = Severity.WARNING
_FIELDS = ("by", "value", "comparator", "baseline")


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each target of a live objective that lacks a date, or a figure that its kind needs."""
    for subject in assessment.workspace.of("objective"):
        for index, target in enumerate(() if assessment.gone(subject) else subject.record.targets):
            spot = subject.spot.at("targets", index)
            lacking = listed(_lacking(assessment, target))
            if lacking and not any(written(assessment.workspace, spot.at(name)) for name in _FIELDS):
                yield Finding(
                    spot,
                    f"the target '{one_line(target.title, 60)}' of {subject.id} does not say {lacking}",
                    "add what is missing: by:, value:, baseline: or comparator:",
                    subject.id,
                )


def _lacking(assessment: Assessment, target: SmartTarget) -> Iterator[str]:
    if target.by is None:
        yield "by when"
    if target.kind in REDUCING:
        if target.value is None:
            yield "by how much"
        if not _starts(assessment, target):
            yield "from what"
    elif target.value is None and target.comparator is None:
        if target.kind == "maintain":
            if not _starts(assessment, target):
                yield "what is kept"
        elif target.indicator or target.kind != "reach":  # an event need not be a figure
            yield "how much, or compared with whom"


def _starts(assessment: Assessment, target: SmartTarget) -> bool:
    """Whether it is known what a target is measured from: a baseline, or the year before for a cut of each year."""
    if target.baseline is not None or target.each_year:
        return True
    indicator = assessment.workspace.get(target.indicator, "indicator")
    return indicator is not None and indicator.record.baseline is not None
