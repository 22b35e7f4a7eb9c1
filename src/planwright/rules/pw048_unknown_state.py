"""A rating state is named that does not exist.

## Why
A council's own word for a state is printed only where the state's key is spelt right. A step or a judgement in a state
that nobody has defined rates nothing.

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
Take the key that is suggested; `planwright status --format json` shows the key of every state in use. A state of the
council's own is added under `states:` in the settings, with its `word:` and `colour:`.
"""

from collections.abc import Iterator

from planwright.assessment import STATES, Assessment
from planwright.diagnostic import Severity
from planwright.document import SETTINGS_FILE
from planwright.nearest import did_you_mean
from planwright.visible import one_line
from planwright.workspace import Spot

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each state that settings, rating rules and judgements name and that does not exist."""
    settings, shown = assessment.workspace.settings, set[Spot]()
    for name, state in settings.states.items():
        if name not in STATES and not state.colour:
            spot = Spot(SETTINGS_FILE, ("states", name), "key")
            shown.add(spot)
            hint = did_you_mean(name, STATES) or "to add a state of your own, give it a colour:"
            yield Finding(spot, f"there is no rating state {name}", hint)
    for name, spot, indicator in _named(assessment):
        if name not in assessment.states and name not in settings.states and spot not in shown:
            shown.add(spot)
            hint = did_you_mean(name, assessment.states) or "add it under states: in the settings, with a colour:"
            yield Finding(spot, f"there is no rating state {one_line(name, 60)}", hint, indicator)


def _named(assessment: Assessment) -> Iterator[tuple[str, Spot, str]]:
    """Yield each mention of a state, where it stands, and the indicator it is for, if it is for one."""
    for index, name in enumerate(assessment.workspace.settings.state_order):
        yield name, Spot(SETTINGS_FILE, ("state_order", index)), ""
    for subject in assessment.workspace.of("indicator"):
        steps = assessment.figures.rule(subject).steps
        if steps.spot:
            for index, step in enumerate(steps.value):
                yield step.state, steps.spot.at(index, "state"), subject.id if steps.level == "indicator" else ""
        for figure in assessment.figures.results.get(subject.id, {}).values():
            if figure.result.judgement:
                yield figure.result.judgement.state, figure.spot.at("judgement", "state"), subject.id
