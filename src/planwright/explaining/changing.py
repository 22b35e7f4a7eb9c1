"""What would give an indicator another state: the values at which each state begins, or what is wanting."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from planwright.assessment import IndicatorRating
from planwright.assessment.placing import Placed
from planwright.assessment.scales import UNUSABLE, Scale, Step, scales
from planwright.quantity import is_yes_no, said

from .others import place_edges

_UNJUDGED = frozenset({"not-judged", "awaited", "late"})
_JUDGEMENT = "a judgement: its state, the reason, the post that gives it and the day"
_WANTING: Mapping[str, str] = {
    "no-target": "a target for {period} or its year",
    "target-pending": "a target",
    "baseline-year": "a target",
    "no-benchmark": "results of others, for {period}, its year or a year before",
    **dict.fromkeys(
        ("not-due", "awaited", "late", "not-collected", "suspended", "not-applicable", "withheld"),
        "a result for {period}",
    ),
}


def would_change(rating: IndicatorRating) -> str:
    """Return in words what would give a rating another state; empty where nothing would."""
    verdict = rating.verdict
    if isinstance(verdict, Placed):
        return _by_value(rating, verdict)
    if rating.basis == "manual" and rating.state.key != "not-judged" and rating.judgement:
        return "a new judgement, with its reason; no figure changes it by itself"
    if rating.basis == "benchmark" and rating.state.rated:
        return place_edges(rating)
    if unjudged(rating):
        return _JUDGEMENT
    return _WANTING.get(rating.state.key, "").format(period=rating.period)


def unjudged(rating: IndicatorRating) -> bool:
    """Whether a judgement is all that a rating waits for."""
    manual = rating.basis == "manual" and rating.subject.record.polarity != "none"
    return manual and rating.state.key in _UNJUDGED


def _by_value(rating: IndicatorRating, placed: Placed) -> str:
    unit = rating.subject.record.unit or ""
    if is_yes_no(unit):
        yes, no = (_word(placed.scale.steps[placed.scale.place(Decimal(value))], rating) for value in (1, 0))
        return f"{yes} if the answer is yes, {no} if it is no"
    both = _sides(rating, unit) if placed.span else ()
    if len(both) > 1:
        return _around(both, unit, rating)
    wanting = ""
    if any(step.state == UNUSABLE and step.allowance for step in placed.scale.steps):
        wanting = "; a tolerance in the indicator's own unit, or an amber value, would rate a miss"
    return ", ".join(_edges(placed.scale, unit, rating)) + wanting


def _sides(rating: IndicatorRating, unit: str) -> tuple[Scale, ...]:
    """Return the scales below and above a range, that outside the tolerance left open where direction decides it."""
    return scales(rating.target.target, "range", rating.rule, unit) if rating.target else ()


def _around(both: Sequence[Scale], unit: str, rating: IndicatorRating) -> str:
    """Return the states within and on each side of a range."""
    best = _word(both[0].steps[0], rating)
    ends = [scale.goal if (edge := scale.steps[0].edge) is None else edge for scale in both]
    parts = [f"{best} between {said(ends[0], unit)} and {said(ends[1], unit)}"]
    for where, scale in zip(("below", "above"), both, strict=True):
        rest = ", ".join([*_edges(scale, unit, rating)][1:])
        parts.append(f"{where} that {rest.removeprefix('otherwise ')}")
    return "; ".join(parts)


def _edges(scale: Scale, unit: str, rating: IndicatorRating) -> Iterator[str]:
    """Yield each state a value can have with the value at which it ends, best first."""
    for step in _distinct(scale):
        if step.edge is not None:
            yield _edge(step, scale, unit, rating)
        elif step.state == UNUSABLE:
            yield "otherwise not rated"
        elif rating.rule.method.value == "direction":
            yield from _by_direction(scale, unit, rating)
        else:
            yield f"otherwise {_word(step, rating)}"


def _by_direction(scale: Scale, unit: str, rating: IndicatorRating) -> Iterator[str]:
    """Yield what decides beyond the tolerance where a rule reads the direction of travel."""
    amber, red = (rating.engine.states[key].word.lower() for key in ("amber", "red"))
    which = rating.rule.against.value
    before = rating.engine.directions.against(rating.subject, rating.period, which, rating.value)
    if before and before.value is not None and before.key != "not-comparable":
        slack = rating.rule.dead_band.value.around(before.value)
        limit = before.value - slack if scale.higher else before.value + slack
        if rating.subject.record.polarity == "range":
            yield f"{amber} when no farther outside than in {before.period}"
        elif not scale.reaches(limit, scale.steps[0].edge or scale.goal):
            yield f"{amber} at {_reached(limit, scale, unit)}, as in {before.period}"
    yield f"otherwise {red}"


def _distinct(scale: Scale) -> Iterator[Step]:
    """Yield the steps a value can have: those that reach further than all before them."""
    reached: Step | None = None
    for step in scale.steps:
        if reached is None or _further(scale, step, reached):
            reached = step
            yield step


def _further(scale: Scale, step: Step, reached: Step) -> bool:
    """Whether a step holds values that the one before it does not."""
    if step.edge is None or reached.edge is None:
        return True
    if step.edge == reached.edge:
        return step.inclusive and not reached.inclusive
    return scale.reaches(reached.edge, step.edge)


def _edge(step: Step, scale: Scale, unit: str, rating: IndicatorRating) -> str:
    edge, word = step.edge or Decimal(0), _word(step, rating)
    if step.inclusive:
        return f"{word} at {_reached(edge, scale, unit)}"
    return f"{word} {'above' if scale.higher else 'below'} {said(edge, unit)}"


def _reached(edge: Decimal, scale: Scale, unit: str) -> str:
    return f"{said(edge, unit)} or {'more' if scale.higher else 'less'}"


def _word(step: Step, rating: IndicatorRating) -> str:
    state = rating.engine.states.get(step.state)
    return state.word.lower() if state else step.state
