"""Areas or groups are unknown, missing, or named twice.

## Why
A breakdown is there so that an average hides nobody. A group that is misspelt in a result, or left out of it, is hidden
all the same.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    breakdown:
      by: area
      groups: [North, South]
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 96
      groups: {North: 97, Sooth: 95}
```

## Good
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    breakdown:
      by: area
      groups: [North, South]
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 96
      groups: {North: 97, South: 95}
```

## How to fix
Spell groups as the indicator's `breakdown:` does, and give each of them; one that has no figure gets a `comment:` that
says why.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.figures import Figure
from planwright.diagnostic import Severity
from planwright.kinds.indicators import Indicator
from planwright.nearest import did_you_mean
from planwright.visible import one_line
from planwright.wording import listed
from planwright.workspace import Spot, Subject

from .rule import Finding

SEVERITY = Severity.WARNING
_FEWEST = 2


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each flaw of a breakdown, and each group of this year's results that is unknown or missing."""
    for subject in assessment.workspace.of("indicator"):
        if assessment.gone(subject):
            continue
        yield from _of_breakdown(subject)
        current = assessment.indicators[subject.id].period
        for period, figure in assessment.figures.results.get(subject.id, {}).items():
            if figure.result.groups and period.year == current.year:
                yield from _unknown(subject.record, figure)
                yield from _missing(subject.record, figure) if period == current else ()


def _of_breakdown(subject: Subject) -> Iterator[Finding]:
    breakdown = subject.record.breakdown
    if breakdown is None:
        return
    spot, groups = subject.spot.at("breakdown", "groups"), breakdown.groups
    plain = [name.casefold() for name in groups]
    if twice := [name for index, name in enumerate(groups) if name.casefold() in plain[:index]]:
        yield Finding(spot, f"the breakdown of {subject.id} names {listed(twice)} twice", "name it once", subject.id)
    if len(set(plain)) < _FEWEST:
        message = f"the breakdown of {subject.id} by {breakdown.by} needs two groups or more"
        yield Finding(spot, message, "name all of them under groups:", subject.id)
    for name in breakdown.targets:
        if name not in groups:
            where = subject.spot.at("breakdown", "targets", name, part="key")
            yield _stranger(subject.id, name, groups, where, "has a target for")


def _unknown(indicator: Indicator, figure: Figure) -> Iterator[Finding]:
    groups = indicator.breakdown.groups if indicator.breakdown else ()
    for name in figure.result.groups:
        if name not in groups:
            where = figure.spot.at("groups", name, part="key")
            yield _stranger(indicator.id, name, groups, where, f"has a result for {figure.period} for")


def _stranger(indicator: str, name: str, groups: tuple[str, ...], where: Spot, has: str) -> Finding:
    known = f"its groups are {listed(groups)}" if groups else "it has no breakdown"
    message = f"{indicator} {has} {one_line(name, 60)}, but {known}"
    return Finding(where, message, did_you_mean(name, groups) or "add it to the groups of its breakdown:", indicator)


def _missing(indicator: Indicator, figure: Figure) -> Iterator[Finding]:
    given = figure.result.groups
    groups = indicator.breakdown.groups if indicator.breakdown else ()
    lacking = [
        name
        for name in groups
        if name not in given
        or (given[name].value is None and given[name].numerator is None and not given[name].comment)
    ]
    if lacking:
        yield Finding(
            figure.spot.at("groups", part="key"),
            f"{indicator.id} for {figure.period} gives no figure for {listed(lacking)}",
            "give it, or a comment: that says why there is none",
            indicator.id,
        )
