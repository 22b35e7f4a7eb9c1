"""An indicator that is kept for information only has a target.

## Why
With `polarity: none` no figure is ever compared with its target, so the target misleads whoever reads it.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Approaches to the housing options service
    owner: HOUSING-OPTIONS-MANAGER
    polarity: none
    targets:
      2026-27: 400
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Approaches to the housing options service
    owner: HOUSING-OPTIONS-MANAGER
    polarity: none
```

## How to fix
Take the target out, or say with `polarity:` which way is good.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live indicator without a polarity that has targets."""
    for subject in assessment.workspace.of("indicator"):
        if subject.record.polarity == "none" and subject.record.targets and not assessment.gone(subject):
            yield Finding(
                subject.spot.at("targets", part="key"),
                f"{subject.id} has a target, but its polarity is none, so it is never rated",
                "take the target out, or say with polarity: which way is good",
                subject.id,
            )
