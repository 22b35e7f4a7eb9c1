"""The risk scales in the settings leave a score without its band.

## Why
Each score has one band, which gives its colour and how soon it is looked at again. A score below the lowest band, two
bands that begin together, or a word that stands twice on a scale takes risks out of every heat map.

## Bad
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
risks:
  bands:
    - {name: moderate, from: 3, colour: amber}
    - {name: high, from: 6, colour: red}
```

## Good
```yaml
# file: planwright.yaml
kind: settings
name: Wexcombe District Council
risks:
  bands:
    - {name: low, from: 1, colour: green}
    - {name: moderate, from: 3, colour: amber}
    - {name: high, from: 6, colour: red}
```

## How to fix
Let the lowest band begin at the lowest score there can be: 1 where the positions are multiplied, 2 where they are
added. Give each band a score of its own, and each position a word of its own.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.document import SETTINGS_FILE
from planwright.kinds.settings import RiskScales
from planwright.quantity import shown
from planwright.visible import one_line
from planwright.workspace import Spot

from .rule import Finding

_RISKS = Spot(SETTINGS_FILE, ("risks",))


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield what is wrong with scales and bands, where all of the settings could be read."""
    workspace = assessment.workspace
    if any(one.document.file == SETTINGS_FILE and one.reading.problems for one in workspace.loaded):
        return
    yield from _scales(workspace.settings.risks)
    yield from _bands(workspace.settings.risks)


def _scales(scales: RiskScales) -> Iterator[Finding]:
    """Yield each scale without words, and each word that stands on its scale already."""
    for name, words in (("likelihood", scales.likelihood), ("impact", scales.impact)):
        if not words:
            message = f"the scale for {name} has no words, so no risk can be scored"
            yield Finding(_RISKS.at(name), message, "list its words, lowest first")
        known: set[str] = set()
        for index, word in enumerate(words):
            if word.casefold() in known:
                message = f"{one_line(word, 60)} stands twice on the scale for {name}"
                yield Finding(_RISKS.at(name, index), message, "give each position a word of its own")
            known.add(word.casefold())


def _bands(scales: RiskScales) -> Iterator[Finding]:
    """Yield scores that no band covers, and each band that begins where another does."""
    least = 1 if scales.scoring == "product" else 2
    lowest = min((band.from_ for band in scales.bands), default=None)
    if lowest is None:
        message = "there are no bands, so no score has a colour or a day of review"
        yield Finding(_RISKS.at("bands"), message, f"list the bands, the lowest from {least}")
    elif lowest > least:
        message = f"the lowest band begins at {shown(lowest)}, but scores begin at {least}"
        yield Finding(_RISKS.at("bands"), message, f"let a band begin at {least}")
    names: dict[str, str] = {}
    for index, band in enumerate(scales.bands):
        start = shown(band.from_)
        first = names.setdefault(start, band.name)
        if first is not band.name:
            message = f"{one_line(band.name, 60)} begins at {start}, where {one_line(first, 60)} begins"
            yield Finding(_RISKS.at("bands", index, "from"), message, "give each band a lowest score of its own")
