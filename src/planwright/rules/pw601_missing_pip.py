"""An indicator asks for an improvement plan and none is open.

## Why
The council agreed when remedial action must start. If a plan is opened only where somebody thinks of it, the rule is
worth nothing.

## Bad
```yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 80
      comment: Nine large families waited for adapted homes.
```

## Good
```yaml
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 80
      comment: Nine large families waited for adapted homes.
# file: pips/large-homes.yaml
kind: pip
id: PIP-1
indicator: HSG-PI-01
author: HOUSING-OPTIONS-MANAGER
opened: 2026-10-20
factors:
  - id: PIP-1-F1
    text: Too few large homes
    origin: external
    term: long term
solutions:
  - id: PIP-1-S1
    text: Adapt two homes
    in_place_by: 2027-01-31
    factors: [PIP-1-F1]
```

## How to fix
Open one: `planwright pip new` with the indicator's id fills in the first section. If an explanation is enough for this
indicator, or a shortfall was accepted, say so with `asks_for:` under its `trigger:`, or with `accepted:` in its plan.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.wording import listed

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each indicator whose trigger asks for a plan that is not there."""
    title = assessment.workspace.settings.pips.title
    unread = _indicators_of_unread_plans(assessment)
    for rating in assessment.indicators.values():
        subject = rating.subject
        trigger = assessment.figures.trigger(subject)
        if not rating.fired or trigger.value.asks_for != "pip" or assessment.gone(subject) or subject.id in unread:
            continue
        if not any(pip.open or pip.subject.record.accepted for pip in assessment.pips_of(subject.id)):
            why = listed(rating.fired)
            yield Finding(
                at_id(subject),
                f"{subject.id} asks for a {title} ({rating.period}: {why}) and none is open",
                f"open one with planwright pip new {subject.id}",
                subject.id,
                ((trigger.spot, "what it asks for is set here"),) if trigger.spot else (),
            )


def _indicators_of_unread_plans(assessment: Assessment) -> set[str]:
    unread = (one.document for one in assessment.workspace.loaded if one.record is None and one.document.kind == "pip")
    values = (document.value for document in unread)
    return {str(value.get("indicator")) for value in values if isinstance(value, dict)}
