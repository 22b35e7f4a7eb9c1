"""Turn the plain value of one document into its record, with a finding for everything that does not fit."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from planwright.visible import one_line

from .base import Plan, Record
from .remedies import meaning, remedy
from .scalars import EXPECTED
from .shape import LIST, MAP, RECORD, Expected, expected_at, fields_of
from .synonyms import field_meant

Route = tuple[str | int, ...]

_CODES = {
    "extra_forbidden": "PW031",
    "missing": "PW032",
    "unreadable_date": "PW034",
    "unreadable_number": "PW035",
    "unreadable_yes_no": "PW036",
    "literal_error": "PW037",
    "string_pattern_mismatch": "PW038",
    "string_too_long": "PW038",
    "unreadable_period": "PW040",
    "unreadable_tolerance": "PW041",
}
_WRONG_SHAPE = "PW033"
_WHAT = {
    "unreadable_date": "a date planwright can read",
    "unreadable_number": "a number planwright can read",
    "unreadable_yes_no": "yes or no",
    "unreadable_period": "a period planwright can read",
    "unreadable_tolerance": "a tolerance planwright can read",
}
_SINGLE = "a single value"
_SORTS = {LIST: "a list", MAP: "lines of the form key: value", RECORD: "lines of the form key: value"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a document that does not fit its kind; `part` says whether the key or the value is to blame."""

    code: str
    route: Route
    part: str
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read: its record (None when nothing could be kept), its problems, and how routes map back.

    `origins` gives, for each list from which broken entries were left out, the original index of every entry kept;
    `typed` the name in the file of every field that was misspelt there and read as what it was meant to be.
    """

    record: Plan | None
    problems: tuple[Problem, ...] = ()
    origins: dict[Route, tuple[int, ...]] = field(default_factory=dict)
    typed: dict[Route, str] = field(default_factory=dict)

    def original(self, route: Route) -> Route:
        """Return the route in the file of a route in the record."""
        if not self.origins and not self.typed:
            return route
        back: Route = ()
        for step in route:
            kept = self.origins.get(back)
            index = kept[step] if kept is not None and isinstance(step, int) else step
            back = (*back, self.typed.get((*back, index), index))
        return back


class _Gone:
    """Marks a list entry that was left out."""


_GONE = _Gone()
_ROUNDS = 8


def read(model: type[Plan], value: Any) -> Reading:
    """Return the record of a document's plain value and a problem for every part that does not fit.

    Parts that do not fit are left out, smallest first, so that the rest of the file is still read.
    """
    record, errors = _validated(model, value)
    if record:
        return Reading(record)
    rest, misspelt, typed = _as_meant(model, value, errors)
    if misspelt:
        record, errors = _validated(model, rest)
    read_so_far = Reading(None, (), {}, typed)
    found = (_problem(model, rest, error) for error in errors)
    problems = (*misspelt, *(replace(one, route=read_so_far.original(one.route)) for one in found))
    origins: dict[Route, tuple[int, ...]] = {}
    for _round in range(_ROUNDS):
        if record:
            return Reading(record, problems, origins, typed)
        for error in errors:
            _leave_out(rest, Reading(None, (), origins).original(error["loc"]), error["type"])
        compact, origins = _compacted(rest)
        record, errors = _validated(model, compact)
    return Reading(record, problems, origins, typed)


def _as_meant(
    model: type[Plan], value: Any, errors: list[ErrorDetails]
) -> tuple[Any, tuple[Problem, ...], dict[Route, str]]:
    """Return a copy in which misspelt fields have the names they were meant to have, what to say of each, and its name.

    So that one slip is one finding: the field is not missing as well, and what stands in it is still checked.
    """
    meant = deepcopy(value)
    misspelt: list[Problem] = []
    typed: dict[Route, str] = {}
    for error in errors:
        if error["type"] != "extra_forbidden":
            continue
        *steps, (container, name) = _steps(meant, error["loc"])
        inside = tuple(step for _, step in steps)
        owner = expected_at(model, (*inside, name)).owner
        right = field_meant(str(name), fields_of(owner))
        if right and right not in container and len(error["loc"]) == len(inside) + 1:
            container[right] = container.pop(name)
            route = Reading(None, (), {}, typed).original(inside)
            typed[(*route, right)] = str(name)
            misspelt.append(_unknown_field((*route, name), owner))
    return meant, tuple(misspelt), typed


def _validated(model: type[Plan], value: Any) -> tuple[Plan | None, list[ErrorDetails]]:
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def _steps(value: Any, loc: Route) -> Iterator[tuple[Any, Any]]:
    """Yield the containers and steps of a location that exist in the value, skipping steps that are not in the file."""
    for step in loc:
        if isinstance(value, dict):
            inside = step in value
        else:
            inside = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if inside:
            yield value, step
            value = value[step]


def _leave_out(value: Any, loc: Route, kind: str) -> None:
    """Remove the part an error is about; where a field is missing, the entry that cannot stand without it."""
    steps = list(_steps(value, loc[:-1] if kind == "missing" else loc))
    if not steps:
        return
    container, step = steps[-1]
    if isinstance(container, list):
        container[step] = _GONE
    else:
        container.pop(step, None)


def _compacted(value: Any, route: Route = ()) -> tuple[Any, dict[Route, tuple[int, ...]]]:
    """Return the value without left-out entries, and the original indices of the lists they were left out of.

    Recursion is bounded by the depth the reader accepts.
    """
    origins: dict[Route, tuple[int, ...]] = {}
    if isinstance(value, dict):
        parts = {}
        for key, part in value.items():
            parts[key], inner = _compacted(part, (*route, key))
            origins |= inner
        return parts, origins
    if isinstance(value, list):
        kept = tuple(index for index, part in enumerate(value) if part is not _GONE)
        entries = []
        for index in kept:
            part, inner = _compacted(value[index], (*route, index))
            entries.append(part)
            origins |= inner
        if len(kept) < len(value):
            origins[route] = kept
        return entries, origins
    return value, origins


def _problem(model: type[Plan], value: Any, error: ErrorDetails) -> Problem:
    loc, kind = error["loc"], error["type"]
    part = "key" if loc and loc[-1] == "[key]" else "value"
    route = tuple(step for _, step in _steps(value, loc))
    if kind in {"extra_forbidden", "missing"}:
        owner = expected_at(model, route).owner
        return (
            _unknown_field(route, owner) if kind == "extra_forbidden" else _missing(value, route, str(loc[-1]), owner)
        )
    expected = expected_at(model, loc)
    code = _CODES.get(kind, _WRONG_SHAPE)
    if kind == "string_pattern_mismatch" and "id:" in EXPECTED.get(error["ctx"]["pattern"], ""):
        code = "PW039"
    return Problem(code, route, part, _sentence(error, expected), remedy(error, expected))


def _missing(value: Any, route: Route, name: str, owner: type[Record]) -> Problem:
    known = fields_of(owner).get(name)
    return Problem("PW032", route, "key", f"{_entry(value, route)} has no {name}", f"add `{name}:`; {meaning(known)}")


def _entry(value: Any, route: Route) -> str:
    """Name the entry at a route for a reader: by its id or title where it has one."""
    for container, step in _steps(value, route):
        value = container[step]
    if isinstance(value, dict):
        name = value.get("id") or value.get("title")
        if isinstance(name, str):
            return one_line(name, 60)
    return "this entry" if route else "this file"


def _unknown_field(route: Route, owner: type[Record]) -> Problem:
    name = str(route[-1])
    known = fields_of(owner)
    meant = field_meant(name, known)
    if meant:
        help_ = f"did you mean {meant}?"
    elif " " in name:
        help_ = "probably an unquoted comma or colon: put the whole value in quotes"
    else:
        help_ = f"known here: {', '.join(sorted(known))}"
    return Problem("PW031", route, "key", f"there is no field {one_line(name, 60)} here", help_)


def _sentence(error: ErrorDetails, expected: Expected) -> str:
    kind, context = error["type"], error.get("ctx", {})
    given = "what is given" if expected.hidden else one_line(str(error["input"]), 60) or "an empty text"
    if kind in _WHAT:
        return f"{given} is not {_WHAT[kind]}"
    if kind == "literal_error":
        return f"{given} is not known here; expected one of: {', '.join(expected.shape.words)}"
    if kind == "string_too_long":
        return f"the text is too long: at most {context['max_length']} characters"
    if kind == "string_pattern_mismatch":
        return f"{given} is not {EXPECTED.get(context['pattern'], 'in the form expected')}"
    value = error["input"]
    wanted = _SORTS.get(expected.shape.sort, _SINGLE)
    verb = "were" if wanted == _SORTS[MAP] else "was"
    if isinstance(value, dict):
        return f"{wanted} {verb} expected here, but these are {_SORTS[MAP]}"
    return f"{wanted} {verb} expected here, but this is {_SORTS[LIST] if isinstance(value, list) else _SINGLE}"
