"""A cashable gain does not say how it is shown.

## Why
A gain is only a gain if somebody can check it: a budget reduced, an invoice, hours counted.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
efficiency:
  - title: Letters are sent by the shared print room
    category: the same for less
    cashable: yes
    amounts:
      2026-27: 5000
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
efficiency:
  - title: Letters are sent by the shared print room
    category: the same for less
    cashable: yes
    amounts:
      2026-27: 5000
    evidence: Print room invoices, and the postage budget reduced by the same amount
```

## How to fix
Add `evidence:` in one line.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.visible import one_line

from ._items import written
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each cashable gain without evidence."""
    for subject in assessment.workspace.of("service-plan"):
        for index, gain in enumerate(subject.record.efficiency):
            spot = subject.spot.at("efficiency", index)
            if gain.cashable and not gain.evidence and not written(assessment.workspace, spot.at("evidence")):
                yield Finding(
                    spot,
                    f"the cashable gain '{one_line(gain.title, 60)}' does not say how it is shown",
                    "add evidence: with what shows it",
                    subject.id,
                )
