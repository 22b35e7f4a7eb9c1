"""A part of a rating rule does nothing.

## Why
Whoever wrote it believes that results are rated by it. A tolerance beside "met or not met", or a weight that nothing
weighs, is a decision that was never carried out.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      method: two-state
      tolerance: 5%
    targets:
      2026-27: 95
```

## Good
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      method: tolerance
      tolerance: 5%
    targets:
      2026-27: 95
```

## How to fix
Take the part out, or write the method, basis or aggregation that it was meant for. A part of the settings or of a set
is only named where no indicator that it reaches uses it.
"""

from collections.abc import Iterator

from planwright.assessment import Assessment
from planwright.assessment.ruling import RuleUsed
from planwright.diagnostic import Severity
from planwright.kinds.indicators import Indicator
from planwright.quantity import is_yes_no
from planwright.workspace import Spot, Subject

from .rule import Finding

SEVERITY = Severity.WARNING
_BANDED = frozenset({"tolerance", "direction", "symmetrical", "five-state"})
_METHODS = {
    "tolerance": _BANDED,
    "slack": frozenset({"tolerance"}),
    "far": frozenset({"five-state"}),
    "steps": frozenset({"steps"}),
    "against": frozenset({"direction"}),
    "boundary": _BANDED | {"steps"},
}


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each written part of a rule that no indicator uses, and each window or weight that nothing reads."""
    used: set[Spot] = set()
    idle: dict[Spot, tuple[str, str, str]] = {}
    for subject in assessment.workspace.of("indicator"):
        if assessment.gone(subject) or subject.record.polarity == "none":
            continue
        rule = assessment.figures.rule(subject)
        for part in (*_METHODS, "benchmark"):
            setting = getattr(rule, part)
            if setting.spot is None or setting.preset:
                continue
            if why := _idle(part, rule, subject.record):
                idle.setdefault(setting.spot, (part, why, subject.id if setting.level == "indicator" else ""))
            else:
                used.add(setting.spot)
    for spot, (part, why, indicator) in idle.items():
        if spot not in used:
            where = f" of {indicator}" if indicator else ""
            yield Finding(spot, f"{part}{where} does nothing: {why}", "take it out, or write what it is for", indicator)
    for subject in assessment.workspace.of("indicator"):
        if not assessment.gone(subject):
            yield from _unread(assessment, subject)


def _idle(part: str, rule: RuleUsed, indicator: Indicator) -> str:
    """Return why a part of a rule is not used for an indicator, in words; empty where it is.

    A judgement is held against the whole rule, so nothing beside it is idle.
    """
    basis, method, place = rule.basis.value, rule.method.value, rule.place
    if part == "benchmark":
        return "" if basis == "benchmark" else f"its basis is {basis}, not benchmark"
    if basis == "benchmark" and place.by != "average":
        return f"results are placed by {place.by}"
    if method not in _METHODS[part]:
        return f"its method is {method}"
    yes_no = method == "tolerance" and is_yes_no(indicator.unit or "") and basis != "manual"
    return "an answer is yes or no" if yes_no else ""


def _unread(assessment: Assessment, subject: Subject) -> Iterator[Finding]:
    """Yield an indicator's window where nothing rolls, and its weight where nothing is weighed."""
    indicator, roll_up = subject.record, assessment.workspace.settings.roll_up.rule
    if indicator.window_months is not None and indicator.aggregation != "rolling":
        message = (
            f"window_months of {subject.id} does nothing: its aggregation is {indicator.aggregation or 'not given'}"
        )
        yield Finding(
            subject.spot.at("window_months"), message, "take it out, or write aggregation: rolling", subject.id
        )
    if indicator.weight is not None and roll_up != "weighted mean":
        message = f"weight of {subject.id} does nothing: the settings roll up by {roll_up}"
        help_ = "take it out, or write rule: weighted mean under roll_up: in the settings"
        yield Finding(subject.spot.at("weight"), message, help_, subject.id)
