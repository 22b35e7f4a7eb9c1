"""A plan stands in a layer that the settings do not use.

## Why
The settings name the layers of the council's golden thread. A plan outside them is either a leftover, or of a layer
that was begun and never announced; readers of the thread would not look for it.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
layers: [corporate, service]
# file: community-plan.yaml
kind: community-plan
id: COMM
title: Wexcombe together
period: 2024-25 to 2033-34
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
layers: [community, corporate, service]
# file: community-plan.yaml
kind: community-plan
id: COMM
title: Wexcombe together
period: 2024-25 to 2033-34
```

## How to fix
Add the layer under `layers:` in planwright.yaml, in its place from the top, or retire the plan with a reason.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.thread import PLANS
from planwright.diagnostic import Severity

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live plan whose layer is not among those of the settings."""
    used = assessment.workspace.settings.layers
    for plan in assessment.workspace.of(*PLANS):
        layer = assessment.thread.layer(plan)
        if layer not in used and not assessment.gone(plan):
            yield Finding(
                plan.spot.at("kind"),
                f"{plan.id} is a plan of the {layer} layer, which the settings do not use",
                f"add {layer} to layers: in planwright.yaml, or retire the plan",
                plan.id,
            )
