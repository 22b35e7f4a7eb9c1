"""An action's title is longer than a line.

## Why
An action plan is read down its first column. A title names the task; how it is done belongs in its milestones, what
comes of it in its outputs.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
plans:
  action_title_words: 8
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme with two officers, a web page and a forum that meets twice a year
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
plans:
  action_title_words: 8
# file: services/housing.yaml
kind: service-plan
id: HSG
service: HOUSING
period: 2026-27 to 2028-29
actions:
  - id: HSG-A1
    title: Set up a landlord incentive scheme
    objective: CORP-3
    lead: HOUSING-OPTIONS-MANAGER
    due: 2026-12-31
    milestones:
      - title: Web page open
        due: 2026-09-30
```

## How to fix
Shorten the title to the task. How many words it may have is `action_title_words:` under `plans:` in the settings.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity

from ._items import ended
from .rule import Finding

SEVERITY = Severity.INFO


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live action whose title has more words than the settings allow."""
    most = assessment.workspace.settings.plans.action_title_words
    for subject in assessment.workspace.of("action"):
        words = len(subject.record.title.split())
        if words > most and not ended(subject, assessment.as_at):
            yield Finding(
                subject.spot.at("title"),
                f"the title of {subject.id} has {words} words; at most {most} fit on its line",
                "name the task; how it is done belongs in its milestones",
                subject.id,
            )
