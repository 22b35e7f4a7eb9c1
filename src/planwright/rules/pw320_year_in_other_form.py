"""A year is written in a form that the council does not use.

## Why
Where the year begins in April, `2026` is read as 2026-27; where it begins in January, `2026-27` is read as 2026.
Whoever wrote it may have meant another twelve months.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026: 95
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 95
```

## How to fix
Write the year in the council's own form, or correct `year_start:` in the settings. Each form is shown once a file.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.settings import MONTHS
from planwright.period import PlanPeriod, parse_period
from planwright.workspace import Loaded, Spot, Subject, Workspace

from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield the first mention, in each file, of each year that is not written as the council's year is."""
    council = assessment.figures.year_start
    shown: set[tuple[str, str]] = set()
    for text, spot, start in _names(assessment):
        read = str(parse_period(text, start))
        if text != read and (spot.file, text) not in shown:
            shown.add((spot.file, text))
            whose, where = (
                ("council", "year_start: in the settings") if start == council else ("indicator", "frequency:")
            )
            message = f"{text} is read as {read}, as the {whose}'s year begins in {MONTHS[start - 1]}"
            yield Finding(spot, message, f"write {read}, or correct {where}")


def _names(assessment: Assessment) -> Iterator[tuple[str, Spot, int]]:
    """Yield every period that decides what is rated or reported when, as it is written, with its year's first month."""
    figures = assessment.figures
    for text, spot in _of_plans(assessment.workspace):
        yield text, spot, figures.year_start
    for subject in assessment.workspace.of("pip"):
        indicator = assessment.workspace.get(subject.record.indicator, "indicator")
        for text, spot in _of_pip(subject):
            yield text, spot, figures.start(indicator.record) if indicator else figures.year_start
    for subject in assessment.workspace.of("indicator"):
        for text, spot in _of_indicator(subject):
            yield text, spot, figures.start(subject.record)


def _of_plans(workspace: Workspace) -> Iterator[tuple[str, Spot]]:
    for loaded in workspace.loaded:
        yield from _of_plan(loaded)
    for subject in workspace.of("action"):
        for index, target in enumerate(subject.record.targets_by_year):
            yield from _years(target.year, subject.spot.at("targets_by_year", index, "year"))


def _of_pip(subject: Subject) -> Iterator[tuple[str, Spot]]:
    record = subject.record
    if record.details:
        yield record.details.period, subject.spot.at("details", "period")
    for index, entry in enumerate(record.progress):
        if entry.period:
            yield entry.period, subject.spot.at("progress", index, "period")


def _of_plan(loaded: Loaded) -> Iterator[tuple[str, Spot]]:
    period = getattr(loaded.record, "period", None)
    if isinstance(period, PlanPeriod):
        yield from _years(period, loaded.spot(("period",)))
    elif period:
        yield str(period), loaded.spot(("period",))


def _years(years: PlanPeriod, spot: Spot) -> Iterator[tuple[str, Spot]]:
    yield years.first, spot
    yield years.last, spot


def _of_indicator(subject: Subject) -> Iterator[tuple[str, Spot]]:
    record = subject.record
    for name in record.targets:
        yield name, subject.spot.at("targets", name, part="key")
    if record.since:
        yield record.since, subject.spot.at("since")
    if record.baseline:
        yield record.baseline.period, subject.spot.at("baseline", "period")
    for index, pause in enumerate(record.pauses):
        for name in ("since", "until"):
            if text := getattr(pause, name):
                yield text, subject.spot.at("pauses", index, name)
