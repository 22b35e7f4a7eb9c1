"""Changes of a plan item in words."""

from planwright.history import Change, Field
from planwright.visible import one_line

_LONGEST = 160
_SINGULAR = {"targets": "target", "results": "result", "comparators": "comparison"}


def in_words(change: Change) -> str:
    """Return one change as a phrase: `target for 2026-27: from 95 to 90`."""
    before, after = one_line(change.before, _LONGEST), one_line(change.after, _LONGEST)
    if not change.field:
        moved = _from_to(before, after)
        return {"added": f"begun: {after}", "removed": f"dropped from the plan: {before}"}.get(change.what, moved)
    name = _named(change.field)
    if change.what == "changed":
        return f"{name}: {_from_to(before, after)}"
    return f"{name}: {after}" if change.what == "added" else f"{name}: no longer {before}"


def _from_to(before: str, after: str) -> str:
    """Tell old from new, in quotes where the values themselves hold the word that parts them."""
    quote = '"' if " to " in before + after else ""
    return f"from {quote}{before}{quote} to {quote}{after}{quote}"


def _named(field: Field) -> str:
    first, *rest = field
    if rest and rest[-1] == "value":
        rest.pop()
    words = [one_line(part.replace("_", " "), _LONGEST) for part in rest]
    if first not in _SINGULAR:
        return ", ".join([first.replace("_", " "), *words])
    periods = 1 if first == "targets" else 2
    about = " ".join(words[:periods])
    return ", ".join([f"{_SINGULAR[first]} for {about}", *words[periods:]])
