"""A judgement is better than what the council's own rule gives, or stands where the rule asks for none.

## Why
A green that figures and tolerance make red is the first thing an opponent looks for. A judgement beside a rule that
reads figures is not used at all, and whoever wrote it does not know.

## Bad
```yaml
# file: indicators.yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      basis: manual
      tolerance: 10%
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 70
      comment: Nine large families waited for adapted homes.
      judgement:
        state: green
        reason: Better than it looks
        by: HOUSING-OPTIONS-MANAGER
        on: 2026-10-12
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
    rating:
      basis: manual
      tolerance: 10%
    targets:
      2026-27: 95
# file: results.yaml
kind: results
period: 2026-27
results:
  HSG-PI-01:
    Q2:
      value: 70
      comment: Nine large families waited for adapted homes.
      judgement:
        state: red
        reason: The waiting time of large families has doubled
        by: HOUSING-OPTIONS-MANAGER
        on: 2026-10-12
```

## How to fix
Judge by the rule, or have the target or the tolerance changed by decision. A judgement that is worse than the rule is
no finding. Where figures are to decide, take the judgement out; where a person is, write `basis: manual`.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment, IndicatorRating
from planwright.assessment.placing import verdict
from planwright.assessment.scales import scales
from planwright.diagnostic import Severity

from ._colours import worse
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each current judgement that is not used, or better than value, target and tolerance give."""
    for rating in assessment.indicators.values():
        figure, judged = rating.figure, rating.judgement
        if figure is None or judged is None or assessment.gone(rating.subject):
            continue
        about = f"{figure.indicator} for {figure.period}"
        basis = rating.rule.basis
        if basis.value != "manual":
            yield Finding(
                figure.spot.at("judgement", part="key"),
                f"{about} is rated by its figures ({rating.state.word.lower()}), so the judgement is not used",
                "take the judgement out, or write basis: manual under rating:",
                figure.indicator,
            )
        elif flaw := _flaw(assessment, rating):
            yield Finding(
                figure.spot.at("judgement", "state"),
                f"{about} was judged {rating.state.word.lower()}, but {flaw}",
                "judge by the rule, or have the target or tolerance changed by decision",
                figure.indicator,
                ((rating.target.spot, "the target"),) if rating.target else (),
            )


def _flaw(assessment: Assessment, rating: IndicatorRating) -> str:
    """Return what the rule makes of value and target where that is worse than the judgement; else nothing.

    Outside the tolerance of method direction a result may be amber, if it is no worse than before: it counts as that.
    """
    indicator, target = rating.subject.record, rating.target
    if rating.value is None or target is None:
        return ""
    unit = indicator.unit or ""
    found = scales(target.target, indicator.polarity, rating.rule, unit, ("amber", ""))
    placed = verdict(rating.value, found, indicator.polarity, unit, assessment.states)
    state = assessment.states[placed.key]
    by_rule = f"by the council's rule it is {state.word.lower()}: {placed.reason}"
    return by_rule if worse(state, rating.state) else ""
