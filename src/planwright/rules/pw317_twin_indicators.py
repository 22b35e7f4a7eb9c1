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

from collections import Counter
from collections.abc import Iterator

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
    live = [subject for subject in assessment.workspace.of("indicator") if not assessment.gone(subject)]
    titles = Counter(_plain(subject.title) for subject in live)
    seen: dict[tuple[str, ...], Subject] = {}
    for subject in live:
        for field, what, *mark in _marks(assessment, subject, shared=titles[_plain(subject.title)] > 1):
            first = seen.setdefault((what, *mark), subject)
            if first is not subject and first.id not in subject.record.contributes_to:
                yield Finding(
                    subject.spot.at(field),
                    f"{subject.id} has the same {what} as {first.id}{_apart(assessment, first, subject)}",
                    "keep one of them, or let the titles say how they differ",
                    subject.id,
                    ((at_id(first), "the other one"),),
                )
                break


def _marks(assessment: Assessment, subject: Subject, *, shared: bool) -> Iterator[tuple[str, ...]]:
    """Yield what tells that two indicators are the same: the field that shows it, words for it, and what must be equal.

    `shared` says that another indicator has its title: only then are the results compared.
    """
    indicator, service, title = subject.record, assessment.service(subject), _plain(subject.title)
    if shared:
        yield "title", "title", service, title
    if indicator.formula:
        yield "formula", "formula and unit", service, _plain(indicator.unit or ""), _plain(indicator.formula)
    results = assessment.figures.results.get(subject.id, {}) if shared else {}
    values = {period: figure.result.value for period, figure in results.items() if figure.result.value is not None}
    if len(values) >= _TELLING:
        yield "title", "title and results", title, *(f"{one} {values[one].normalize()}" for one in sorted(values))


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
