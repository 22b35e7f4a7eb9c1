"""An indicator that missed its target was taken out without a decision.

## Why
Measures that fail and then disappear are what members resist most. Taking one out may be right; doing it quietly is
not.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2025-26: 95
    retired: No longer needed
# file: corporate.yaml
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
# file: results.yaml
kind: results
period: 2025-26
results:
  HSG-PI-01:
    Q4: 70
```

## Good
```yaml
# file: indicators.yaml
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2025-26: 95
    retired:
      reason: Replaced by the national measure
      on: 2026-09-10
      decision: CAB-2026-09/1
# file: corporate.yaml
kind: corporate-plan
id: CORP
title: Our plan
period: 2026-27 to 2028-29
objectives:
  - id: CORP-3
    title: Everyone has a home
# file: results.yaml
kind: results
period: 2025-26
results:
  HSG-PI-01:
    Q4: 70
```

## How to fix
Write `retired:` with reason, day and `decision:`. If another indicator carries the measure on, let it name this one
under `replaces:`.
"""

from collections.abc import Iterator

from planwright.assessment import MISSED, Assessment
from planwright.assessment.placing import verdict
from planwright.assessment.scales import UNUSABLE, scales
from planwright.diagnostic import Severity
from planwright.workspace import Subject

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each retired indicator without decision or successor whose last result missed its target."""
    indicators = assessment.workspace.of("indicator")
    carried_on = {old for subject in indicators for old in subject.record.replaces}
    for subject in indicators:
        retired = subject.record.retired
        if not retired or retired.decision or subject.id in carried_on or subject.record.merged_into:
            continue
        if subject.record.polarity != "none" and _missed(assessment, subject):
            yield Finding(
                subject.spot.at("retired"),
                f"{subject.id} was taken out after it missed its target, without a decision",
                "add decision: to retired:",
                subject.id,
            )


def _missed(assessment: Assessment, subject: Subject) -> bool:
    results = assessment.figures.results.get(subject.id, {})
    given = {period: figure.result.value for period, figure in results.items() if figure.result.value is not None}
    last = max(given, default=None)
    target = assessment.figures.target(subject, last) if last else None
    if last is None or target is None:
        return False
    polarity = subject.record.polarity
    found = verdict(given[last], scales(target.target, polarity, assessment.figures.rule(subject)), polarity)
    return found.key == UNUSABLE or assessment.states[found.key].colour in MISSED
