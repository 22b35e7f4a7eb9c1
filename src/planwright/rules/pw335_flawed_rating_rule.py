"""The parts of a rating rule, or of the rule that rolls states up, contradict each other.

## Why
A slack wider than the tolerance leaves no amber, steps out of order leave states that no result can have, and a good
result that is shown worse than green is challenged by whoever earned it.

## Bad
```yaml
kind: indicators
indicators:
  - id: HSG-PI-01
    title: Households offered a home within 21 days
    owner: HOUSING-OPTIONS-MANAGER
    polarity: higher
    rating:
      slack: 6%
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
      slack: 1%
      tolerance: 5%
    targets:
      2026-27: 95
```

## How to fix
Slack, tolerance and `far:` grow in that order. Steps stand best first: what is better than target, then what is worse
by more and more, and last a state without a limit. Thresholds of a roll-up fall from green to amber.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from planwright.assessment import Assessment, State
from planwright.assessment.ruling import RuleUsed, Setting
from planwright.diagnostic import Severity
from planwright.document import SETTINGS_FILE
from planwright.kinds.settings import RollUp
from planwright.records.rating import Step
from planwright.records.scalars import Tolerance
from planwright.workspace import Spot

from ._colours import worse
from .rule import Finding

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield each rule, once where it is written, whose parts contradict each other."""
    shown: set[tuple[Spot, str]] = set()
    for subject in assessment.workspace.of("indicator"):
        if assessment.gone(subject) or subject.record.polarity == "none":
            continue
        for setting, flaw in _flaws(assessment.figures.rule(subject), assessment.states):
            spot = setting.spot
            if spot and (spot, flaw) not in shown:
                shown.add((spot, flaw))
                one = subject.id if setting.level == "indicator" else ""
                whose = f"the rating rule of {one}" if one else "the rating rule"
                yield Finding(spot, f"{whose} contradicts itself: {flaw}", "correct the part that is wrong", one)
    settings = assessment.workspace.settings
    for flaw in _of_roll_up(settings.roll_up) if settings.roll_up.rule == "weighted mean" else ():
        spot = Spot(SETTINGS_FILE, ("roll_up",))
        yield Finding(spot, f"the roll-up contradicts itself: {flaw}", "correct the score or threshold that is wrong")


def _flaws(rule: RuleUsed, states: Mapping[str, State]) -> Iterator[tuple[Setting, str]]:
    """Yield each part that contradicts another, and how, in words."""
    method, band = rule.method.value, rule.band
    if method == "tolerance" and _wider(rule.slack.value, band):
        yield _written(rule.slack, rule.tolerance), f"slack of {rule.slack.value} and a tolerance of {band}: no amber"
    if method == "five-state" and _no_wider(rule.far.value, band):
        yield _written(rule.far, rule.tolerance), f"far, {rule.far.value}, is no wider than the tolerance, {band}"
    if method == "steps":
        for flaw in _of_steps(rule.steps.value, states):
            yield _written(rule.steps, rule.method), flaw
    place = rule.place
    ranked = rule.basis.value == "benchmark" and place.by == "rank" and "amber" in place.model_fields_set
    if ranked and place.amber < place.green:
        yield rule.benchmark, f"amber ends at place {place.amber} and green at place {place.green}"


def _wider(one: Tolerance | None, other: Tolerance) -> bool:
    """Whether one allowance is wider than another; per cent and points are not comparable."""
    return one is not None and one.relative == other.relative and one.amount > other.amount


def _no_wider(one: Tolerance | None, other: Tolerance | None) -> bool:
    """Whether one allowance is at most as wide as another, where the two are comparable."""
    return one is not None and other is not None and one.relative == other.relative and one.amount <= other.amount


def _written(first: Setting, second: Setting) -> Setting:
    """Return the setting that somebody wrote out, the first if both are or none is."""
    return second if second.spot and (first.spot is None or first.preset) else first


def _of_steps(steps: Sequence[Step], states: Mapping[str, State]) -> Iterator[str]:
    if not steps:
        yield "its method is steps, and it has none"
        return
    both = [step.state for step in steps if step.better_by is not None and step.worse_by is not None]
    yield from (f"{state} is both better and worse than target" for state in both)
    open_ended = [step.better_by is None and step.worse_by is None for step in steps]
    if not open_ended[-1]:
        yield f"beyond {steps[-1].state} there is no state; the last one has no limit"
    named = [step.state for step in steps]
    yield from (f"{state} stands twice" for state in dict.fromkeys(named) if named.count(state) > 1)
    yield from (f"{two.state} stands after {one.state}" for one, two in pairwise(steps) if _disordered(one, two))
    yield from _of_colours(steps, states)


def _disordered(one: Step, two: Step) -> bool:
    """Whether a step reaches no further from the best result than the one before it."""
    if two.better_by is not None:
        return one.better_by is None or _no_wider(one.better_by, two.better_by)
    return _no_wider(two.worse_by, one.worse_by)


def _of_colours(steps: Sequence[Step], states: Mapping[str, State]) -> Iterator[str]:
    """Yield the states that are worse than green though results on target have them, and those in disorder."""
    known = [(step, states[step.state]) for step in steps if step.state in states]
    on_target = next((index for index, (step, _) in enumerate(known) if step.better_by is None), 0)
    for step, state in known[: on_target + 1]:
        if worse(state, states["green"]):
            yield f"{step.state} is {state.colour}, though results on target or better have it"
    for (one, first), (two, second) in pairwise(known[on_target:]):
        if worse(first, second):
            yield f"{two.state} is {second.colour} and stands after {one.state}, which is {first.colour}"


def _of_roll_up(roll_up: RollUp) -> Iterator[str]:
    scores = [(colour, roll_up.scores[colour]) for colour in ("green", "amber", "red") if colour in roll_up.scores]
    for (better, high), (lesser, low) in pairwise(scores):
        if low > high:
            yield f"{lesser} scores {low:f} and {better} {high:f}"
    if roll_up.amber_from > roll_up.green_from:
        yield f"amber begins at {roll_up.amber_from:f}, above green at {roll_up.green_from:f}"
    best = roll_up.scores.get("green")
    if best is not None and roll_up.green_from > best:
        yield f"green begins at {roll_up.green_from:f}, and nothing scores more than {best:f}"
