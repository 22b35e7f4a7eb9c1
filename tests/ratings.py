"""Rating rules and targets for tests, as a council would write them."""

from typing import Any

from planwright.assessment.ruling import RuleUsed, Setting
from planwright.records.rating import PRESETS, RatingRule
from planwright.records.thread import Target

_DEFAULTS = {
    "basis": "actual", "method": "tolerance", "tolerance": "10%", "boundary": "inside", "against": "last year",
    "benchmark": {}, "dead_band": "0 points", "steps": [],
}  # fmt: skip
_PARTS = tuple(name for name in RatingRule.model_fields if name != "preset")


def rule_used(preset: str | None = None, **parts: Any) -> RuleUsed:
    """Return a rating rule of the settings with these parts, the others as where nothing is set."""
    ready = PRESETS[preset] if preset else {}  # type: ignore[index] # the test names it
    record = RatingRule.model_validate(_DEFAULTS | dict(ready) | parts)
    return RuleUsed(**{name: Setting(getattr(record, name), "settings") for name in _PARTS})


def target(**values: str) -> Target:
    """Return a target with these values."""
    return Target.model_validate(values)
