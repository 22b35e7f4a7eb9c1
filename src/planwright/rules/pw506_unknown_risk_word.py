"""A score uses a word that is not on the council's scale.

## Why
A risk scored "quite likely" has no place on the heat map and no band, so it is neither reviewed on time nor escalated.

## Bad
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: quite likely, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## Good
```yaml
kind: risk-log
id: HSG-RL
service: HOUSING
risks:
  - id: HSG-R1
    title: Landlords leave the scheme
    current: {likelihood: medium, impact: low}
    owner: HOUSING-OPTIONS-MANAGER
    monitor: HEAD-OF-HOUSING
    reviewed: 2026-10-01
```

## How to fix
Take a word from the scales under `risks:` in the settings; the finding lists them.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.nearest import did_you_mean
from planwright.visible import one_line

from ._risks import live, scores
from .rule import Finding


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each likelihood or impact of a live risk that the settings do not know."""
    scales = assessment.workspace.settings.risks
    known = {"likelihood": scales.likelihood, "impact": scales.impact}
    for rating in live(assessment):
        for score, spot in scores(rating):
            for name, words in known.items():
                word = getattr(score, name)
                if word not in words:
                    listed = f"the scale is {', '.join(words)}"
                    hint = did_you_mean(word, words)
                    yield Finding(
                        spot.at(name),
                        f"{one_line(word, 60)} is not on the scale for {name}",
                        f"{hint} {listed}".strip(),
                        rating.subject.id,
                    )
