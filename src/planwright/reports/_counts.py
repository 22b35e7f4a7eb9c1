"""Counts that add up: rated items by state with the denominator named, and what is not rated beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from planwright.assessment import Colour, State
from planwright.reports._edition import Edition, View

_CALLED = {"green": (Colour.GREEN, Colour.BLUE), "amber": (Colour.AMBER,), "red": (Colour.RED,)}


def colours(edition: Edition, states: Sequence[State]) -> Iterator[tuple[State, frozenset[str]]]:
    """Yield each colour that any of some states has, with the keys of those states.

    It is named by the only state that has it, else as the council calls that colour.
    """
    for key, shown in _CALLED.items():
        found = [state for state in states if state.colour in shown]
        if found:
            name = found[0] if len(found) == 1 else edition.assessment.states[key]
            yield name, frozenset(state.key for state in found)


def summary(edition: Edition, states: Iterable[State]) -> View:
    """Return how many items are in each state: `lines` for the rated with their share of these, `unrated` the rest.

    `colours` counts the rated by colour, for where many states would be a jumble.
    """
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
        "colours": [
            {"status": edition.status(name), "number": sum(found[key] for key in keys)}
            for name, keys in colours(edition, [state for state, _ in ordered if state.rated])
        ],
        "unrated": unrated,
    }


def _share(number: int, total: int) -> str:
    return f"{(Decimal(number) * 100 / total).quantize(Decimal(1), ROUND_HALF_UP)}%"
