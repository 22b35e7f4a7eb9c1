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

from planwright.assessment import Assessment, IndicatorRating
from planwright.diagnostic import Severity
from planwright.kinds.pip import Entry
from planwright.workspace import Subject

from ._pips import completion, excused
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each completed plan whose indicator missed its target in the last periods before."""
    for rating in assessment.pips.values():
        done = completion(assessment, rating)
        indicator = assessment.workspace.get(rating.subject.record.indicator, "indicator")
        if done is None or indicator is None or excused(assessment, rating):
            continue
        for missed in _missed(assessment, indicator, done):
            index = rating.subject.record.progress.index(done)
            yield Finding(
                rating.subject.spot.at("progress", index, "completion"),
                f"{rating.subject.id} was completed while {indicator.id} was {missed.state.key} ({missed.period})",
                "take completion: yes out, or name the decision that accepts the shortfall under accepted:",
                rating.subject.id,
            )


def _missed(assessment: Assessment, indicator: Subject, done: Entry) -> list[IndicatorRating]:
    """Return those of the last periods before completion, as many as must be on target, that missed it."""
    before = [
        one for one in assessment.ratings.history(indicator) if one.period.last <= done.on and one.value is not None
    ]
    asked = assessment.workspace.settings.pips.on_target_periods
    return [one for one in before[len(before) - asked :] if one.missed] if asked else []
