"""An indicator has no target for this year.

## Why
Without a target a figure is neither good nor bad. Papers then show "no target", and whoever reads them has to ask.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    targets:
      2025-26: 90
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
      2025-26: 90
      2026-27: 95
  - id: HSG-PI-02
    title: Approaches to the housing options service
    owner: HOUSING-OPTIONS-MANAGER
    polarity: none
  - id: HSG-PI-03
    title: Tenants satisfied with repairs
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    target_pending: Set in January 2027, after the first survey
```

## How to fix
Add this year under `targets:`. If the target is still to be agreed, say why and until when under `target_pending:`; if
neither high nor low is good, write `polarity: none`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.diagnostic import Severity
from planwright.kinds.indicators import Indicator
from planwright.period import parse_period
from planwright.workspace import Spot, Subject

from ._items import at_id, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each indicator that is to be rated this year and has no target in it."""
    year, start = assessment.year, assessment.figures.year_start
    for subject in assessment.workspace.of("indicator"):
        indicator = subject.record
        if (
            indicator.polarity == "none"
            or indicator.target_pending
            or assessment.gone(subject)
            or _paused(assessment, indicator)
        ):
            continue
        periods = (parse_period(name, start) for name in indicator.targets)
        if any(period.first <= year.last and year.first <= period.last for period in periods):
            continue
        if not written(assessment.workspace, subject.spot.at("targets", str(year))):
            yield Finding(
                _where(subject),
                f"indicator {subject.id} has no target for {year}",
                f"add {year}: under targets:, or target_pending: with the reason there is none yet",
                subject.id,
            )


def _paused(assessment: Assessment, indicator: Indicator) -> bool:
    """Whether no result is expected today, or not until a later year."""
    start = assessment.figures.year_start
    first = assessment.ratings.first_period(indicator)
    return (first is not None and first.first > assessment.year.last) or any(
        parse_period(pause.since, start).first <= assessment.as_at
        and (pause.until is None or assessment.as_at <= parse_period(pause.until, start).last)
        for pause in indicator.pauses
    )


def _where(subject: Subject) -> Spot:
    return subject.spot.at("targets", part="key") if subject.record.targets else at_id(subject)
