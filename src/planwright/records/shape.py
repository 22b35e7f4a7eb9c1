"""The shape of a record type, worked out once: where lists, maps, records and references sit in it."""

from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from .base import Record, Shorthand, Visibility, visibility_of
from .scalars import Ref, To

LIST, MAP, RECORD, REF, SCALAR = "list", "map", "record", "ref", "scalar"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: `sort` is list, map, record, ref or scalar, with what is needed to look inside.

    For scalars `words` are those it may be, and `value` is the type it is read as.
    """

    sort: str
    inner: "Shape | None" = None
    key: "Shape | None" = None
    record: type[Record] | None = None
    things: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    value: type | None = None

    @property
    def holds_items(self) -> bool:
        """Whether records or references may sit in it."""
        return self.sort in {RECORD, REF} or any(
            part is not None and part.holds_items for part in (self.inner, self.key)
        )


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field of a record: its name in files, its name in Python, its shape, meaning and visibility."""

    name: str
    attribute: str
    shape: Shape
    description: str
    visibility: Visibility
    required: bool
    markdown: bool


def shape_of(annotation: Any) -> Shape:
    """Return the shape that a field's annotation describes."""
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *notes = get_args(annotation)
        things = next((note.things for note in notes if isinstance(note, To)), None)
        return Shape(REF, things=things) if things is not None else shape_of(base)
    if origin in {Union, UnionType}:
        return shape_of(next(part for part in get_args(annotation) if part is not NoneType))
    if origin is tuple:
        return Shape(LIST, inner=shape_of(get_args(annotation)[0]))
    if origin is dict:
        key, value = get_args(annotation)
        return Shape(MAP, inner=shape_of(value), key=shape_of(key))
    if origin is Literal:
        return Shape(SCALAR, words=tuple(str(word) for word in get_args(annotation)))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Shape(RECORD, record=annotation)
    return Shape(REF) if annotation is Ref else Shape(SCALAR, value=annotation)


@cache
def fields_of(record: type[Record]) -> dict[str, FieldShape]:
    """Return the fields of a record type by the name they have in files."""
    hints = get_type_hints(record, include_extras=True)
    found = {}
    for attribute, field in record.model_fields.items():
        name = field.alias or attribute
        extra = field.json_schema_extra
        found[name] = FieldShape(
            name,
            attribute,
            shape_of(hints[attribute]),
            field.description or "",
            visibility_of(field) or Visibility.PRIVATE,
            field.is_required(),
            isinstance(extra, dict) and bool(extra.get("markdown")),
        )
    return found


@cache
def inward_fields(record: type[Record]) -> tuple[FieldShape, ...]:
    """Return the fields of a record type in which records or references may sit."""
    return tuple(field for field in fields_of(record).values() if field.shape.holds_items)


def starting_fields(record: type[Record]) -> tuple[FieldShape, ...]:
    """Return the fields a new record is given: those it must have, then those its type `starts_with`; `kind` first."""
    fields = fields_of(record)
    required = sorted((field for field in fields.values() if field.required), key=lambda field: field.name != "kind")
    return (*required, *(fields[name] for name in record.starts_with if not fields[name].required))


def is_brief(record: type[Record]) -> bool:
    """Return whether a new record of this type is best written as one text: its main field and nothing else."""
    return issubclass(record, Shorthand) and not record.starts_with


@dataclass(frozen=True, slots=True)
class Expected:
    """What belongs in one place of a document: the field, the record it is part of, and the shape."""

    field: FieldShape | None
    owner: type[Record]
    shape: Shape

    @property
    def hidden(self) -> bool:
        """Whether what stands there may never be repeated."""
        return self.field is not None and self.field.visibility is Visibility.PRIVATE


def expected_at(model: type[Record], loc: tuple[str | int, ...]) -> Expected:
    """Return what belongs where a location ends; pydantic's `[key]` stands for the key of the entry before it."""
    known: FieldShape | None = None
    owner = model
    shape = key = Shape(RECORD, record=model)
    for step in loc:
        if step == "[key]":
            shape = key
        elif shape.sort == RECORD and shape.record:
            owner = shape.record
            known = fields_of(owner).get(str(step))
            if known is None:
                return Expected(None, owner, Shape(SCALAR))
            shape = known.shape
        elif shape.inner:
            key, shape = shape.key or key, shape.inner
    return Expected(known, shape.record or owner, shape)
