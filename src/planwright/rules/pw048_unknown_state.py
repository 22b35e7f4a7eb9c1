"""The settings give a word for a rating state that does not exist.

## Why
A council's own word for a state is printed only where the state's key is spelt right. Otherwise papers keep the
default word, and nobody sees why.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
states:
  grene: {word: On track}
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
states:
  green: {word: On track}
```

## How to fix
Take the key that is suggested; `planwright status --format json` shows the key of every state in use.
"""

from collections.abc import Iterator

from planwright.assessment import STATES, Assessment
from planwright.diagnostic import Severity
from planwright.document import SETTINGS_FILE
from planwright.nearest import did_you_mean
from planwright.workspace import Spot

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each state that the settings name and that does not exist."""
    for name, shown in assessment.workspace.settings.states.items():
        if name not in STATES and not shown.colour:
            spot = Spot(SETTINGS_FILE, ("states", name), "key")
            hint = did_you_mean(name, STATES) or "to add a state of your own, give it a colour:"
            yield Finding(spot, f"there is no rating state {name}", hint)
