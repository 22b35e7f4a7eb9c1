"""An improvement plan was completed while its indicator was still off target.

## Why
A plan ends when performance is back, for as many periods as the settings ask, or when members accept that it will not
be.

## Bad
```yaml
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 90
      comment: Nine large families waited for adapted homes.
# file: pips/large-homes.yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-04-20
progress:
  - on: 2026-10-12
    comment: All solutions are in place.
    completion: yes
```

## Good
```yaml
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2: 96
# file: pips/large-homes.yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-04-20
progress:
  - on: 2026-10-12
    comment: All solutions are in place, and the indicator is back on target.
    completion: yes
```

## How to fix
Take `completion: yes` out and keep recording progress. Where members accept the shortfall, name their decision under
`accepted:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.exits import completion, excused, last_results
from planwright.diagnostic import Severity
from planwright.kinds.pip import Entry
from planwright.wording import number_of
from planwright.workspace import Subject

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each completed plan whose indicator missed its target in the last periods before."""
    for rating in assessment.pips.values():
        done = completion(assessment, rating)
        indicator = assessment.workspace.get(rating.subject.record.indicator, "indicator")
        if done is None or indicator is None or excused(assessment, rating):
            continue
        index = rating.subject.record.progress.index(done)
        for flaw in _flaws(assessment, indicator, done):
            yield Finding(
                rating.subject.spot.at("progress", index, "completion"),
                f"{rating.subject.id} was completed {flaw}",
                "take completion: yes out, or name the decision that accepts the shortfall under accepted:",
                rating.subject.id,
            )


def _flaws(assessment: Assessment, indicator: Subject, done: Entry) -> Iterator[str]:
    """Yield in words which of the last periods before completion, as many as must be on target, missed it or lack."""
    asked = assessment.workspace.settings.pips.on_target_periods
    before = last_results(assessment, indicator, done.on)
    for one in before:
        if one.missed:
            yield f"while {indicator.id} was {one.state.key} ({one.period})"
    if 0 < len(before) < asked:  # that there are none at all is a finding of its own
        yield f"after {number_of(len(before), 'result')} of {indicator.id}, and the settings ask for {asked} on target"
