"""Two rating states look or read the same.

## Why
The key of a paper tells its readers what each colour means. Two colours with one word, or two states of one rule with
the same word or the same colour and shape, cannot be told apart, least of all by those who do not see colours.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
states:
  amber: {word: Off target}
  red: {word: Off target}
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
states:
  amber: {word: A little off target}
  red: {word: Far off target}
```

## How to fix
Give each state a word of its own, and states of one rule different colours or symbols, under `states:` in the settings.
"""

from collections.abc import Iterator
from itertools import combinations

from planwright.assessment import Assessment, State
from planwright.diagnostic import Severity
from planwright.document import SETTINGS_FILE
from planwright.palette import tone
from planwright.workspace import Spot

from .rule import Finding

SEVERITY = Severity.WARNING
_TOGETHER = (
    ("green", "amber", "red"),
    ("met", "not-met"),
    ("better", "on-target", "worse"),
    ("well-above", "above", "on-target", "below", "well-below"),
    ("both-met", "between", "both-missed"),
    ("best-quartile", "second-quartile", "third-quartile", "worst-quartile"),
)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each pair of rated states that have one word and two colours, or that one rule shows alike."""
    own = assessment.workspace.settings.states
    pairs = dict(_pairs(assessment))
    rated = [state for state in assessment.states.values() if state.rated]
    for one, two in combinations(rated, 2):
        pair = frozenset({one.key, two.key})
        changed = next((key for key in (two.key, one.key) if key in own), "")
        where = Spot(SETTINGS_FILE, ("states", changed), "key") if changed else pairs.get(pair)
        flaw = _alike(one, two, together=pair in pairs)
        if where and flaw:
            yield Finding(where, f"the states {one.key} and {two.key} {flaw}", "tell them apart under states:")


def _pairs(assessment: Assessment) -> Iterator[tuple[frozenset[str], Spot | None]]:
    """Yield each two states that one rule may give, with where the council brought them together if it did."""
    for keys in _TOGETHER:
        yield from ((frozenset(pair), None) for pair in combinations(keys, 2))
    for subject in assessment.workspace.of("indicator"):
        steps = assessment.figures.rule(subject).steps
        for pair in combinations([step.state for step in steps.value], 2):
            yield frozenset(pair), steps.spot


def _alike(one: State, two: State, *, together: bool) -> str:
    """Return in which way two states cannot be told apart, in words; empty where they can."""
    if one.word.casefold() == two.word.casefold() and (together or one.colour is not two.colour):
        return f"are both called {one.word}"
    if together and one.colour is two.colour and _symbol(one) == _symbol(two):
        return f"are both {one.colour} with the same symbol ({_symbol(one)})"
    return ""


def _symbol(state: State) -> str:
    return state.symbol or tone(state.colour).symbol
