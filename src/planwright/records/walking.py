"""Find, in a record, every plan item with an id and every reference to another."""

from dataclasses import dataclass, field
from typing import Any

from .base import Record
from .scalars import Ref
from .shape import LIST, MAP, RECORD, REF, Shape, inward_fields

Route = tuple[str | int, ...]


@dataclass(slots=True)
class Found:
    """What a walk collects: items with their route and parent's position, references with their place and owner.

    `items` holds (route, item, position of the enclosing item or -1); `references` holds (route, part of the route that
    spells it, reference, things it may name, position of the enclosing item or -1).
    """

    items: list[tuple[Route, Record, int]] = field(default_factory=list)
    references: list[tuple[Route, str, Ref, frozenset[str], int]] = field(default_factory=list)


def walk(record: Record) -> Found:
    """Return the items and references of a record, in the order of its fields."""
    found = Found()
    _record(record, (), -1, found)
    return found


def _record(record: Record, route: Route, owner: int, found: Found) -> None:
    if record.thing and record.id_:
        found.items.append((route, record, owner))
        owner = len(found.items) - 1
    values = record.__dict__
    for known in inward_fields(type(record)):
        value = values[known.attribute]
        if value:
            _value(value, known.shape, (*route, known.name), owner, found)


def _value(value: Any, shape: Shape, route: Route, owner: int, found: Found) -> None:
    if shape.sort == REF:
        found.references.append((route, "value", value, shape.things, owner))
    elif shape.sort == RECORD:
        _record(value, route, owner, found)
    elif shape.sort == LIST and shape.inner:
        for index, part in enumerate(value):
            _value(part, shape.inner, (*route, index), owner, found)
    elif shape.sort == MAP and shape.inner and shape.key:
        for key, part in value.items():
            if shape.key.sort == REF:
                found.references.append(((*route, str(key)), "key", key, shape.key.things, owner))
            if shape.inner.holds_items:
                _value(part, shape.inner, (*route, str(key)), owner, found)
