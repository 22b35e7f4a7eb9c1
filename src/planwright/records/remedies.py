"""What to write instead, where a value does not fit its field."""

import re
import unicodedata
from typing import Any

from pydantic_core import ErrorDetails

from planwright.nearest import did_you_mean
from planwright.visible import one_line
from planwright.wording import listed, named

from .base import Record
from .placeholder import is_placeholder
from .scalars import EXPECTED, ID
from .shape import LIST, MAP, RECORD, REF, Expected, FieldShape, Shape, fields_of, is_brief

_FIGURE = r"(-?\d+(?:\.\d+)?)\s?%?"
# Figures that people write in one where a record has a field for each: the fields, and how the two are joined.
_PAIRS = (
    (("low", "high"), re.compile(rf"(?:between )?{_FIGURE}\s?(?:to|and|[-–—])\s?{_FIGURE}", re.ASCII)),
    (("numerator", "denominator"), re.compile(rf"{_FIGURE}\s?(?:/|out of|of)\s?{_FIGURE}", re.ASCII)),
)
_NUMBER = "unreadable_number"


def remedy(error: ErrorDetails, expected: Expected) -> str:
    """Return how to mend a value: the way to write it, or else what its field means.

    What stands in a private field is never repeated.
    """
    kind, context, known = error["type"], error.get("ctx", {}), expected.field
    if expected.hidden:
        return str(context.get("usual") or _unquoting(expected) or meaning(known))
    text = error["input"] if isinstance(error["input"], str) else ""
    if "usual" in context:
        elsewhere = _elsewhere(text, expected.owner) if kind == _NUMBER else _running_on(text, expected)
        return _left_out(text, known) or elsewhere or str(context["expected"])
    if kind == "literal_error":
        words = expected.shape.words
        within = next((word for word in words if word in text.casefold().split()), "")
        return did_you_mean(within or text, words) or meaning(known)
    if kind in {"string_pattern_mismatch", "string_too_long"}:
        return _text_remedy(text, context, expected)
    return _shape_remedy(error["input"], expected)


def meaning(known: FieldShape | None) -> str:
    """Return what a field is for, introduced as such."""
    return f"what {known.name} is: {known.description}" if known else ""


def _elsewhere(text: str, owner: type[Record]) -> str:
    """Return which other fields of the record hold what was written in place of one number."""
    fields = fields_of(owner)
    for (first, second), pattern in _PAIRS:
        found = pattern.fullmatch(text)
        if found and first in fields:
            pair = f"{first}: {found[1]}, {second}: {found[2]}"
            return f"give {first}: and {second}: instead of one value, for example {{{pair}}}"
    if "note" in fields and not any(character.isdigit() for character in text):
        return "leave it out, and say so under note:"
    if "missing" in fields and not any(character.isdigit() for character in text):
        words = fields["missing"].shape.words
        example = f"{{missing: {words[0]}, reason: why}}"
        more = " or ".join(words[1:])
        return f"give missing: and reason: instead of a value, for example {example}; missing may also be {more}"
    return ""


def _running_on(text: str, expected: Expected) -> str:
    """Return where it is said what an action reaches that has no end, where words stand in place of its end."""
    ends = (
        expected.field is not None and expected.field.name == "due" and "targets_by_year" in fields_of(expected.owner)
    )
    if not ends or not text.strip() or any(character.isdigit() for character in text):
        return ""
    return "leave it out where an action runs on, and give targets_by_year: instead"


def _unquoting(expected: Expected) -> str:
    """Return how to write what stands in a private field, without a word of it."""
    if expected.shape.sort == REF:
        return _name_by_id(expected.shape.things)
    return _shape_remedy(None, expected) if expected.shape.sort == LIST else ""


def _first_text(record: type[Record]) -> str:
    """Return the field in which a text alone most likely belongs: the first text that the record must have."""
    fields = fields_of(record).values()
    return next((one.name for one in fields if one.required and one.shape.value is str and one.name != "id"), "")


def _left_out(text: str, known: FieldShape | None) -> str:
    optional = known is not None and not known.required and known.shape.sort not in {LIST, MAP}
    return "leave it out until it is known" if optional and is_placeholder(text) else ""


def _text_remedy(text: str, context: dict[str, Any], expected: Expected) -> str:
    if expected.shape.sort == REF:
        return _name_by_id(expected.shape.things)
    if "id:" in EXPECTED.get(context.get("pattern", ""), ""):
        bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
        plain = re.sub(r"[^A-Za-z0-9._/-]+", "-", bare).strip("-._/")
        return f"write {plain}" if re.fullmatch(ID, plain) else "write a short id, for example HSG-PI-01"
    if "max_length" in context:
        return f"shorten it, or put the rest in another field; {meaning(expected.field)}"
    if text.strip():
        return "write it on one line, without tabs"
    return f"write the text; {meaning(expected.field)}"


def _name_by_id(things: frozenset[str]) -> str:
    """Return how a reference is written; posts in particular, for people write names there."""
    wanted = listed(map(named, sorted(things)), "or") or "item"
    if "post" in things:
        of = f"name a {wanted} by its id, not by its title".replace("a item", "an item")
        return f"{of} or a person's name"
    return f"write the id of the {wanted}, exactly as it stands where that is described"


def _shape_remedy(value: Any, expected: Expected) -> str:
    shape = expected.shape
    if shape.sort == LIST and shape.inner and shape.inner.sort == RECORD and isinstance(value, dict) and value:
        return f"begin each entry with a dash: write `- {one_line(str(next(iter(value))), 60)}:` on its first line"
    if shape.sort == LIST:
        return _list_remedy(value, shape.inner)
    if shape.sort in {RECORD, MAP}:
        known = ", ".join(sorted(fields_of(shape.record))) if shape.record else ""
        more = f"known here: {known}" if known else meaning(expected.field)
        named_first = _first_text(shape.record) if shape.record and isinstance(value, str) else ""
        if named_first:
            return f"write `{named_first}: {one_line(value, 60)}` in its place; {more}"
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
            return f"there is only one, so take the dash away; {more}"
        return f"write lines of the form key: value below it, further in; {more}"
    return f"write one value; if this is meant as text, put it in quotes; {meaning(expected.field)}"


def _list_remedy(value: Any, inner: Shape | None) -> str:
    """Return how a list is written: a text of many entries in one line, or the first line of an entry."""
    bare = one_line(value.replace("[]", "").strip(), 60) if isinstance(value, str) else ""  # beside empty brackets
    lines = "one entry a line, each after a dash"
    if inner and inner.record and not is_brief(inner.record):
        first = _first_text(inner.record)
        example = f": `- {first}: {bare or '...'}`" if first else ""
        return f"write {lines}{example}"
    return f"write [{one_line(bare, 40)}], or {lines}" if bare else f"write {lines}"
