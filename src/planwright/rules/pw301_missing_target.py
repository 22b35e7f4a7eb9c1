"""An indicator has no target for this year, or no profile for its current period.

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
neither high nor low is good, write `polarity: none`. With `basis: profile` a year's target is never shared out: each
period needs its own.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.collecting import collecting
from planwright.diagnostic import Severity
from planwright.kinds.indicators import Indicator
from planwright.period import Period, month_of, parse_period, shifted
from planwright.workspace import Spot, Subject

from ._items import at_id, written
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each indicator that is to be rated against a target and has none this year, or none for its period."""
    for subject in assessment.workspace.of("indicator"):
        indicator = subject.record
        basis = assessment.figures.rule(subject).basis.value
        if (
            indicator.polarity == "none"
            or basis in {"benchmark", "manual"}
            or indicator.target_pending
            or assessment.gone(subject)
            or _paused(assessment, indicator)
        ):
            continue
        lacking = _lacking(assessment, subject, basis)
        if lacking and not written(assessment.workspace, subject.spot.at("targets", lacking)):
            yield Finding(
                _where(subject),
                f"indicator {subject.id} has no target for {lacking}",
                f"add {lacking}: under targets:, or target_pending: with the reason there is none yet",
                subject.id,
            )


def _lacking(assessment: Assessment, subject: Subject, basis: str) -> str:
    """Return the period that needs a target and has none; empty where nothing lacks.

    Surveys that come every few years need one in the years around this one; a profile needs one for each period.
    """
    indicator = subject.record
    year = _year(assessment, indicator)
    around = 12 * (collecting(indicator).years - 1)
    first, last = shifted(year.first, -around), shifted(year.last, around)
    periods = (parse_period(name, year.year_start) for name in indicator.targets)
    if not any(period.first <= last and first <= period.last for period in periods):
        return str(year)
    current = assessment.indicators[subject.id].period
    profiled = basis == "profile" and current.year == year and not assessment.figures.target(subject, current)
    return str(current) if profiled else ""


def _year(assessment: Assessment, indicator: Indicator) -> Period:
    return month_of(assessment.as_at, assessment.figures.start(indicator)).year


def _paused(assessment: Assessment, indicator: Indicator) -> bool:
    """Whether no result is expected today, or not until a later year."""
    calendar = assessment.ratings.calendar
    first = calendar.first(indicator)
    if first and first.first > _year(assessment, indicator).last:
        return True
    return calendar.pause(indicator, month_of(assessment.as_at)) is not None


def _where(subject: Subject) -> Spot:
    return subject.spot.at("targets", part="key") if subject.record.targets else at_id(subject)
