"""Trigger points of a plan's indicators: how far results may slip before something must be done, and what then."""

from collections.abc import Sequence

from planwright.assessment.triggers import conditions
from planwright.records.rating import Trigger
from planwright.reports._edition import Edition, View
from planwright.wording import listed, number_of
from planwright.workspace import Subject


def triggers_of(edition: Edition, indicators: Sequence[Subject]) -> list[View]:
    """Return the trigger points of indicators that have targets; those of the same are told together."""
    found: dict[tuple[str, str], list[View]] = {}
    for indicator in indicators:
        trigger: Trigger = edition.assessment.figures.trigger(indicator).value
        when = _when(trigger)
        if indicator.record.targets and indicator.record.polarity != "none" and when and trigger.asks_for != "nothing":
            found.setdefault((when, _asks(edition, trigger)), []).append(_row(edition, indicator))
    return [{"when": when, "asks": asks, "indicators": rows} for (when, asks), rows in found.items()]


def _when(trigger: Trigger) -> str:
    """Return in words what a trigger waits for; empty where it waits for nothing."""
    when = listed(conditions(trigger), "or")
    return f"{when}, {number_of(trigger.periods, 'period')} running" if when and trigger.periods > 1 else when


def _asks(edition: Edition, trigger: Trigger) -> str:
    return edition.settings["pips"]["title"] if trigger.asks_for == "pip" else "Explanation"


def _row(edition: Edition, indicator: Subject) -> View:
    return {
        "id": indicator.id,
        "title": edition.title(indicator),
        "reached": bool(edition.assessment.indicators[indicator.id].fired),
    }
