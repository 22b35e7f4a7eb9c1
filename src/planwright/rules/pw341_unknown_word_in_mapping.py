"""An import mapping explains a sender's word by a state that does not exist.

## Why
The sender's own ratings are compared with the ones worked out. A word that stands for nothing makes every row differ.

## Bad
```yaml
kind: import-mapping
id: IMPORT-LEISURE
columns:
  indicator: Our ref
  value: Actual
  status: How it goes
words:
  status:
    Going well: good
```

## Good
```yaml
kind: import-mapping
id: IMPORT-LEISURE
columns:
  indicator: Our ref
  value: Actual
  status: How it goes
words:
  status:
    Going well: green
```

## How to fix
Write the key or the word of one of the council's states, or its colour: green, amber, red or blue.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment, Colour
from planwright.diagnostic import Severity
from planwright.kinds.import_mapping import ImportMapping
from planwright.nearest import did_you_mean
from planwright.visible import one_line

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each word for a rating that is explained by no state and no colour."""
    known = {colour.value for colour in Colour}
    for state in assessment.states.values():
        known |= {state.key, state.word.casefold()}
    for subject in assessment.workspace.of("import-mapping"):
        mapping: ImportMapping = subject.record
        for theirs, ours in mapping.words.status.items():
            if ours.casefold() not in known:
                message = f"{subject.id} explains '{one_line(theirs, 40)}' by {one_line(ours, 40)}, which is no state"
                hint = did_you_mean(ours, known) or "write the key of a state, or its colour"
                yield Finding(subject.spot.at("words", "status", theirs), message, hint, subject.id)
