"""One result made of what stands in a file and what is given for it, field by field."""

from collections.abc import Iterable, Mapping

from planwright.document.notation import Plain
from planwright.document.reading import Value
from planwright.kinds.results import Result, Results
from planwright.records.reading import read
from planwright.records.scalars import parse_measure

Raw = dict[str, Value]
FIGURE = ("value", "numerator", "denominator")
_YES_NO_FIELDS = frozenset({"value", "forecast", "provisional"})
_ORDER = {name: place for place, name in enumerate(Result.model_fields)}


def as_fields(result: Value | None) -> Raw:
    """Return a result as the fields it stands for: a bare value is its `value`."""
    if isinstance(result, str):
        return {"value": result}
    return dict(result) if isinstance(result, dict) else {}


def merged(old: Mapping[str, Value], given: Mapping[str, Value]) -> Raw:
    """Return the fields of a result once what is given has been added to what stands.

    A number or text that says the same keeps its spelling. A figure ends the reason why there was none, and the other
    way about; `provisional: no` takes the mark away.
    """
    new = dict(old)
    dropped: Iterable[str] = ()
    if "missing" in given:
        dropped = (*FIGURE, "provisional")
    elif any(name in given for name in FIGURE):
        dropped = ("missing", "reason") if "missing" in old else ()
    for name in dropped:
        new.pop(name, None)
    for name, value in given.items():
        stands = new.get(name)
        if name == "groups" and isinstance(value, dict):
            new[name] = _groups(stands, value)
        elif name == "provisional" and value == "no":
            if stands != value:
                new.pop(name, None)
        elif stands is None or not _same(stands, value):
            new[name] = value
    return new


def _groups(old: Value | None, given: Mapping[str, Value]) -> Raw:
    known = as_fields(old)
    return known | {
        name: written(merged(as_fields(known.get(name)), as_fields(one)), known.get(name))
        for name, one in given.items()
    }


def _same(old: Value, new: Value) -> bool:
    """Whether two texts say the same: equal numbers, or texts that differ in no-break and closing spaces only."""
    if not isinstance(old, str) or not isinstance(new, str):
        return old == new
    try:
        return parse_measure(old) == parse_measure(new)
    except ValueError:
        return _spaced(old) == _spaced(new)


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ").strip()


def written(fields: Mapping[str, Value], old: Value | None) -> Value:
    """Return a result as it is to be written: bare where only a value stands and nothing stood as fields before."""
    kept = as_fields(old)
    ordered = sorted(fields, key=lambda name: _ORDER.get(name, len(_ORDER)))
    result: Raw = {}
    for name in [*(name for name in kept if name in fields), *(name for name in ordered if name not in kept)]:
        value = fields[name]
        if name == "groups" and isinstance(value, dict):
            before = as_fields(kept.get(name))
            value = {group: written(as_fields(one), before.get(group)) for group, one in value.items()}
        plain = isinstance(value, str) and value in {"yes", "no"} and name in _YES_NO_FIELDS
        result[name] = Plain(value) if plain else value
    if list(result) == ["value"] and not isinstance(old, dict):
        return result["value"]
    return result


def as_record(fields: Mapping[str, Value]) -> tuple[Result | None, str]:
    """Return the record of a result's fields, and what is wrong with them, in words; None where nothing is left."""
    place = ("results", "X", "Q1")
    reading = read(Results, {"kind": "results", "period": "2000-01", "results": {"X": {"Q1": dict(fields)}}})
    flaws = []
    for problem in reading.problems:
        name = ": ".join(str(step) for step in problem.route[len(place) :])
        flaws.append(f"{f'{name}: ' if name else ''}{problem.message}{f'; {problem.help}' if problem.help else ''}")
    found = reading.record.results if isinstance(reading.record, Results) else {}
    parts = next(iter(found.values()), {})
    return parts.get("Q1"), "; ".join(flaws[:2])
