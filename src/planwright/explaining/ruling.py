"""A rating rule in words: which states it gives, how far off target each reaches, and where that was set."""

from collections.abc import Iterator

from planwright.assessment import IndicatorRating
from planwright.assessment.placing import width
from planwright.assessment.ruling import RuleUsed
from planwright.quantity import is_yes_no
from planwright.records.scalars import Tolerance

from .lines import Line, set_line

_OWN = ("amber value", "floor standard", "low and high")
_BASES = {
    "profile": "against the profile of targets given for each period; nothing is shared out",
    "forecast": "against target, and every result brings a forecast that is rated beside it",
    "benchmark": "against what others reached",
    "manual": "a person's judgement",
}
_BY = {
    "average": "against the average of others",
    "quartile": "by quarters, from best to worst",
    "rank": "by place among all",
}
_CUT = {
    "rank": "cut by place divided by number",
    "inclusive": "cut between values, ends included",
    "exclusive": "cut between values, ends excluded",
}


def rule_lines(rating: IndicatorRating) -> Iterator[Line]:
    """Yield what decides the state, and who set that."""
    rule, unit = rating.rule, rating.subject.record.unit or ""
    if rule.basis.value != "actual":
        yield set_line("rated", _BASES[rule.basis.value], rule.basis)
    if rule.basis.value == "manual":
        return
    if rule.basis.value == "benchmark":
        yield set_line("placed", _placed(rule), rule.benchmark)
        if rule.place.by != "average":
            return
    if rating.target is None and rule.basis.value != "benchmark":
        return
    scale = rating.scale
    if scale and scale.decided_by in _OWN:
        names = "low and high values decide" if scale.low is not None else f"{scale.decided_by} decides"
        yield Line("rule", f"the target's own {names}", rating.target.spot if rating.target else None)
    elif not is_yes_no(unit):
        yield from _method_lines(rating, rule)


def _placed(rule: RuleUsed) -> str:
    place = rule.place
    group = f', group "{place.group}"' if place.group else ""
    if place.by == "rank":
        return f"{_BY['rank']}: green to place {place.green}, amber to place {place.amber}{group}"
    cut = f", {_CUT[place.cut]}" if place.by == "quartile" else ""
    return f"{_BY[place.by]}{cut}{group}"


def _method_lines(rating: IndicatorRating, rule: RuleUsed) -> Iterator[Line]:
    word = {key: state.word.lower() for key, state in rating.engine.states.items()}
    unit = rating.subject.record.unit or ""
    method, band = rule.method.value, _wide(rule.band, unit)
    if method in {"two-state", "values"}:
        said = {"two-state": "met or not met", "values": "the target's own values decide"}[method]
        yield set_line("rule", said, rule.method)
        return
    if method == "steps":
        yield set_line("rule", "the council's own states, below", rule.steps)
    elif method == "tolerance":
        if rule.slack.value:
            short = _wide(rule.slack.value, unit)
            yield set_line("slack", f"still {word['green']} when short by up to {short}", rule.slack)
        yield set_line("tolerance", f"{word['amber']} to {band}", rule.tolerance)
    elif method == "direction":
        yield set_line("tolerance", f"{word['green']} to {band}", rule.tolerance)
        text = f"beyond it {word['amber']} when no worse than {BEFORE[rule.against.value]}, otherwise {word['red']}"
        yield set_line("compared with", text, rule.against)
    elif method == "symmetrical":
        text = f"{word['on-target']} within {band} either way, {word['better']} or {word['worse']} beyond"
        yield set_line("tolerance", text, rule.tolerance)
    else:
        yield set_line("tolerance", f"{word['on-target']} within {band} either way", rule.tolerance)
        far = _wide(rule.far.value, unit) if rule.far.value else "twice that"
        yield set_line("far", f"{word['well-above']} or {word['well-below']} beyond {far}", rule.far)
    side = "nearer the target" if rule.edge_nearer else "farther from the target"
    yield set_line("boundary", f"a result exactly on an edge has the state {side}", rule.boundary)


def _wide(allowance: Tolerance, unit: str) -> str:
    """Return an allowance as a rule states it: `10% of the target`, `2 points`, `£150,000`."""
    return f"{width(allowance, unit)} of the target" if allowance.relative else width(allowance, unit)


BEFORE = {
    "previous": "the period before",
    "last year": "the same period last year",
    "last year end": "the end of last year",
    "baseline": "the baseline",
}
