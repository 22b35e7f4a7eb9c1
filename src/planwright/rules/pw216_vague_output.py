"""An output does not say how much, by when or how it is measured.

## Why
An output is a quantity or an event. "Better information for tenants" can be neither counted nor missed; "1,000 tenants
sent the guide by June, from the post room's count" can.

## Bad
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Write a guide for new tenants
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
    outputs:
      - title: Better information for tenants
```

## Good
```yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Write a guide for new tenants
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
    outputs:
      - title: Guides sent to tenants
        quantity: 1000
        unit: tenants
      - title: The guide is on the website
        by: 2026-12-31
        measure: The page is there, and was read by the tenants' panel
```

## How to fix
Give `quantity:` and `unit:` for something counted. For an event give `by:` and, under `measure:`, what will show it.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.records.action import Output
from planwright.visible import one_line
from planwright.wording import listed

from ._items import ended, written
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each output of a live action that is not counted and lacks a date or a way to see it."""
    for subject in assessment.workspace.of("action"):
        if ended(subject, assessment.as_at):
            continue
        for index, output in enumerate(subject.record.outputs):
            spot = subject.spot.at("outputs", index)
            lacking = _lacking(output)
            if lacking and not any(written(assessment.workspace, spot.at(name)) for name in ("quantity", "by")):
                yield Finding(
                    spot,
                    f"the output '{one_line(output.title, 60)}' does not say {lacking}",
                    "add quantity: and unit:, or for an event by: and measure:",
                    subject.id,
                )


def _lacking(output: Output) -> str:
    """Return what an output does not say, in words; empty for one that is counted, or dated and measured."""
    if output.quantity is not None:
        return ""
    when = [] if output.by else ["how much or by when"]
    return listed([*when, *([] if output.measure else ["how it is measured"])])
