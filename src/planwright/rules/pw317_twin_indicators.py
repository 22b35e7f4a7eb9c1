"""The same measure is defined twice.

## Why
Sooner or later the two have different targets or results, and two papers show two colours for one thing. Two
indicators count as one measure where service and title agree, or service, unit and formula; in different services,
where title and results do.

## Bad
```yaml
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 95
  - id: HSG-PI-02
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 90
```

## Good
```yaml
kind: indicators
service: HOUSING
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2026-27: 95
```

## How to fix
Keep one and refer to it wherever it is used. If they are two measures, let the titles say how they differ; if one
feeds the other, name that under `contributes_to:`; if one took over from the other, give the old one `retired:`.
"""

from collections.abc import Iterator, Mapping

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.wording import listed
from planwright.workspace import Subject

from ._items import at_id
from .rule import Finding

SEVERITY = Severity.WARNING
_TELLING = 3  # so many equal results are no chance


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each live indicator that measures the same as one before it."""
    seen: dict[tuple[str, ...], Subject] = {}
    for subject in assessment.workspace.of("indicator"):
        if assessment.gone(subject):
            continue
        for (field, what), key in _marks(assessment, subject).items():
            first = seen.setdefault((field, *key), subject)
            if first is not subject and first.id not in subject.record.contributes_to:
                yield Finding(
                    subject.spot.at(field),
                    f"{subject.id} has {what} as {first.id}{_apart(assessment, first, subject)}",
                    "keep one of them, or let the titles say how they differ",
                    subject.id,
                    ((at_id(first), "the other one"),),
                )
                break


def _marks(assessment: Assessment, subject: Subject) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return what tells that two indicators are the same, by the field that shows it and the words for it."""
    indicator, service, title = subject.record, assessment.service(subject), _plain(subject.title)
    found: dict[tuple[str, str], tuple[str, ...]] = {("title", "the same title"): (service, title)}
    if indicator.formula:
        unit = _plain(indicator.unit or "")
        found["formula", "the same formula and unit"] = (service, unit, _plain(indicator.formula))
    results = sorted(
        f"{period} {value.normalize()}"
        for period, figure in assessment.figures.results.get(subject.id, {}).items()
        if (value := figure.result.value) is not None
    )
    if len(results) >= _TELLING:
        found["title", "the same title and results"] = (title, *results)
    return found


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _apart(assessment: Assessment, first: Subject, second: Subject) -> str:
    """Return how two indicators are rated differently, in words; empty where they are not."""
    one, other = (assessment.figures.rule(subject) for subject in (first, second))
    parts = {
        "polarity": first.record.polarity != second.record.polarity,
        "targets": first.record.targets != second.record.targets,
        "rating": any(getattr(one, name).value != getattr(other, name).value for name in ("method", "tolerance")),
    }
    differing = listed(name for name, differs in parts.items() if differs)
    return f", and the two differ in {differing}" if differing else ""
