"""A service plan lacks a section that the council's plans must hold.

## Why
Plans that hold the same sections can be read side by side, and nothing that the council decided to look at is passed
over. What must be there is the council's own choice: a small district needs little, a large county more.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
plans:
  required: [swot]
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
plans:
  required: [swot]
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
objectives:
  - id: HSG-O1
    title: Offer every homeless household a home within 21 days
    links: [CORP-3]
    measured_by: [HSG-PI-01]
held_elsewhere:
  - section: swot
    plan: CORP
```

## How to fix
Write the section, or name the document that holds it under `held_elsewhere:`. Where the council can do without it, take
it out of `required:` in the settings, choose a smaller `profile:`, or list it under `unused:`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.sections import held, required
from planwright.diagnostic import Severity
from planwright.kinds.settings import PlanRules
from planwright.records.sections import PROFILES, SECTIONS

from ._items import at_id, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each required section that a live plan, which has not run out, holds neither here nor elsewhere."""
    workspace = assessment.workspace
    rules = workspace.settings.plans
    wanted = required(rules)
    for subject in workspace.of("service-plan") if wanted else ():
        end = subject.record.period.dates(assessment.figures.year_start)[1]
        if assessment.gone(subject) or end < assessment.as_at:
            continue
        found = held(assessment, subject)
        for section in wanted:
            if section not in found and not written(workspace, subject.spot.at(section)):
                yield Finding(
                    at_id(subject),
                    f"{subject.id} has no section '{SECTIONS[section]}', which {_asking(rules, section)}",
                    f"write it under {section}:, or name the document that holds it under held_elsewhere:",
                    subject.id,
                )


def _asking(rules: PlanRules, section: str) -> str:
    """Return what in the settings asks for a section."""
    if rules.profile and section in PROFILES[rules.profile]:
        return f"the profile '{rules.profile}' asks for"
    return "the settings require"
