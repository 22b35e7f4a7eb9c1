"""A council in which every field of every kind is filled: what some readers may not see says so in its own text."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from planwright import kinds
from planwright.kinds import Record, Visibility
from planwright.records.shape import LIST, MAP, RECORD, REF, Shape, fields_of

PLAIN = "Ordinary words"
_SCALARS = ("2026-09-30", "2026-27 to 2028-29", "2026-27", "10%", "12", "2", "yes", "Q2", "E07000999")
_LEVELS = list(Visibility)
_LEFT_OUT = ("exempt", "retired", "merged_into", "closed", "format", "missing", "layers", "pauses")


def canary(level: Visibility) -> str:
    """The text of a field that only this level may read; private ones stand for confidential kinds too."""
    return f"CANARY-{level.value}"


def council() -> dict[str, dict[str, Any]]:
    """Return one file of every kind, by name, as plain values."""
    found = {}
    for kind in kinds.names():
        model = kinds.model(kind)
        level = Visibility.PRIVATE if model.confidential else Visibility.PUBLIC
        value = _record(model, kind, level)
        found["planwright.yaml" if kind == "settings" else f"{kind}.yaml"] = value | {"kind": kind}
    return found


def _record(record: type[Record], kind: str, level: Visibility) -> dict[str, Any]:
    """Return all fields of a record; below a field that not everybody may read everything is as secret as it."""
    found: dict[str, Any] = {}
    for name, field in fields_of(record).items():
        if name in _LEFT_OUT:
            continue
        secrecy = max(level, field.visibility, key=_LEVELS.index)
        if name == "id":
            found[name] = _id(kind, record.thing)
        else:
            found[name] = _value(field.shape, record.model_fields[field.attribute], kind, secrecy)
    return found


def _value(shape: Shape, field: FieldInfo, kind: str, level: Visibility) -> Any:
    if shape.sort == RECORD and shape.record:
        return _record(shape.record, kind, level)
    if shape.sort == REF:
        return _id("", min(shape.things, key=lambda thing: thing not in _homes(), default="objective"))
    if shape.sort == LIST and shape.inner:
        return [_value(shape.inner, field, kind, level)]
    if shape.sort == MAP and shape.inner and shape.key:
        if shape.inner.sort == MAP and shape.inner.inner:
            # Results by indicator and then by part of the year, or the targets of a group by year.
            whose, when = (_id("", "indicator"), "Q2") if shape.key.sort == REF else (PLAIN, "2026-27")
            return {whose: {when: _value(shape.inner.inner, field, kind, level)}}
        if shape.key.words:
            text = PLAIN if level is Visibility.PUBLIC else canary(level)
            return next(one for said in (text, *_SCALARS) if _takes(field, one := {shape.key.words[0]: said}))
        return _mapping(shape.key, _value(shape.inner, field, kind, level), field, level)
    return shape.words[0] if shape.words else _scalar(field, level)


def _scalar(field: FieldInfo, level: Visibility) -> str:
    """Return the first text that the field takes: its canary or ordinary words where it is text at all."""
    text = PLAIN if level is Visibility.PUBLIC else canary(level)
    return next(word for word in (text, *_SCALARS) if _takes(field, word))


def _mapping(key: Shape, value: Any, field: FieldInfo, level: Visibility) -> dict[str, Any]:
    """Return a mapping with one entry, its key as secret as the rest where it may be any text."""
    if key.sort == REF:
        return {_id("", "indicator"): value}
    found: dict[str, Any] = {canary(level): value}
    return found if level is not Visibility.PUBLIC and _takes(field, found) else {"2026-27": value}


def _takes(field: FieldInfo, value: Any) -> bool:
    annotation: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    for form in (value, [value], {"2026-27": value}):
        with suppress(ValidationError):
            adapter.validate_python(form)
            return True
    return False


@cache
def _homes() -> dict[str, str]:
    """Return the kind in which each sort of thing may be met by everybody."""
    found: dict[str, str] = {}
    for kind in kinds.names():
        if not kinds.model(kind).confidential:
            for thing in _things(kinds.model(kind)):
                found.setdefault(thing, kind)
    return found


def _things(record: type[Record]) -> Iterator[str]:
    if record.thing:
        yield record.thing
    for field in fields_of(record).values():
        shape: Shape | None = field.shape
        while shape and not shape.record:
            shape = shape.inner
        if shape and shape.record:
            yield from _things(shape.record)


def _id(kind: str, thing: str) -> str:
    return f"{kind or _homes()[thing]}.{thing}"
