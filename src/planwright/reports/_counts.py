"""Counts that add up: rated items by state with the denominator named, and what is not rated beside them."""

from collections import Counter
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from planwright.assessment import State
from planwright.reports._edition import Edition, View


def summary(edition: Edition, states: Iterable[State]) -> View:
    """Return how many items are in each state: `lines` for the rated with their share of these, `unrated` the rest."""
    found = Counter(state.key for state in states)
    ordered = [(state, found[state.key]) for state in edition.states if found[state.key]]
    rated = sum(number for state, number in ordered if state.rated)
    lines = [
        {"status": edition.status(state), "number": number, "share": _share(number, rated)}
        for state, number in ordered
        if state.rated
    ]
    unrated = [{"status": edition.status(state), "number": number} for state, number in ordered if not state.rated]
    total = sum(number for _, number in ordered)
    return {
        "total": total,
        "rated": rated,
        "not_rated": total - rated,
        "lines": lines,
        "unrated": unrated,
    }


def _share(number: int, total: int) -> str:
    return f"{(Decimal(number) * 100 / total).quantize(Decimal(1), ROUND_HALF_UP)}%"
