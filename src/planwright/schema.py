"""Kinds to JSON Schema: what an editor completes, explains on hover and underlines in red."""

import json
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from planwright import kinds
from planwright.records.base import Plan, Record, Shorthand
from planwright.records.scalars import EXPECTED, ID
from planwright.records.shape import LIST, MAP, RECORD, REF, FieldShape, Shape, fields_of, is_brief, starting_fields

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
SUFFIX = ".schema.json"
COMBINED = "planwright"
_TEXT = ["string", "number", "boolean"]  # what an editor's YAML reader makes of unquoted text, such as 0042 or true
_OURS = {"title", "default", "visibility", "markdown"}  # what pydantic writes and no editor needs


def names() -> tuple[str, ...]:
    """Return what there are schemas for: `planwright`, which picks a kind's own schema by `kind`, and every kind."""
    return (COMBINED, *kinds.names())


def schema_text(name: str) -> str:
    """Return one of the schemas as the text of its file, `<name>.schema.json`; raises KeyError when there is none."""
    schema = _combined() if name == COMBINED else kind_schema(name)
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def kind_schema(kind: str) -> Schema:
    """Return the draft-07 schema of one kind; raises KeyError when there is no such kind."""
    model = kinds.model(kind)
    raw = model.model_json_schema()
    records = {record.__name__: record for record in records_in(model)}
    root = _record(model, raw)
    root["properties"]["kind"] = {"const": kind, "description": fields_of(model)["kind"].description}
    definitions = {
        name: _nullable(_record(records[name], inner)) | _snippets(records[name])
        for name, inner in raw.get("$defs", {}).items()
    }
    return {
        "$schema": DIALECT,
        "$id": kind + SUFFIX,
        "title": f"planwright: {kind}",
        **root,
        "defaultSnippets": [_snippet(kind, model)],
        "definitions": definitions,
    }


def _combined() -> Schema:
    """Return the schema that looks at `kind` and hands over to that kind's own schema, in the file beside it."""
    known = kinds.names()
    picks = [
        {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": {"$ref": kind + SUFFIX}}
        for kind in known
    ]
    return {
        "$schema": DIALECT,
        "$id": COMBINED + SUFFIX,
        "title": "planwright document",
        "type": "object",
        "required": ["kind"],
        "properties": {
            "kind": {
                "description": "What this file is; always the first line.",
                "enum": list(known),
                "enumDescriptions": [_summary(kinds.model(kind)) for kind in known],
            }
        },
        "allOf": picks,
        "defaultSnippets": [_snippet(kind, kinds.model(kind)) for kind in known],
    }


def _summary(record: type[Record]) -> str:
    return " ".join((record.__doc__ or "").split())


def in_words(name: str) -> str:
    """Return the name of a record type as people say it: `risk action` for RiskAction."""
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", name).lower()


def records_in(record: type[Record]) -> Iterator[type[Record]]:
    """Yield a record type and all those inside it, some of them more than once."""
    yield record
    for field in fields_of(record).values():
        inner = _innermost(field.shape)
        if inner.record:
            yield from records_in(inner.record)


def _innermost(shape: Shape) -> Shape:
    while shape.sort in {LIST, MAP} and shape.inner:
        shape = shape.inner
    return shape


def _record(record: type[Record], raw: Schema) -> Schema:
    """Return the schema of one record type, closed to unknown fields, from what pydantic makes of it."""
    fields = fields_of(record)
    required = [name for name, field in fields.items() if field.required]
    schema: Schema = {"description": _summary(record), "type": ["object"]}
    if issubclass(record, Shorthand):
        main = _plain(raw["properties"][record.main])
        if "enum" in main:  # words of a list would shut out the record itself
            schema |= {"type": ["object", "string"], "anyOf": [{"type": "object"}, main]}
        else:
            schema |= main | {"type": ["object", *main["type"]]}
    return (
        schema
        | ({"required": required} if required else {})
        | {"properties": {name: _field(fields[name], part) for name, part in raw["properties"].items()}}
        | {"additionalProperties": False}
    )


def _field(field: FieldShape, raw: Schema) -> Schema:
    """Return the schema of one field; what may be left out may also have nothing after its colon."""
    plain = _plain(raw)
    description = field.description
    things = _innermost(field.shape).things
    if things:
        description += f" (The id of: {', '.join(sorted(things))}.)"
    meanings = [_meaning(word, description) for word in field.shape.words]
    if any(meanings):
        plain["enumDescriptions"] = meanings
    return {"description": description, **(plain if field.required else _nullable(plain))}


def _meaning(word: str, description: str) -> str:
    """Return what a field's description says of one of its words: `direct: our work moves the result; ...`."""
    found = re.search(rf"\b{re.escape(word)}: ([^;]+?)(?:;|\.?$)", description)
    return found[1] if found else ""


def _plain(raw: Schema) -> Schema:
    """Return a value's schema without what is ours alone, as draft-07 writes it and as editors read unquoted text."""
    if "anyOf" in raw:  # pydantic's way to say that a field may be left out
        return _plain(next(part for part in raw["anyOf"] if part.get("type") != "null"))
    if "$ref" in raw:
        return {"allOf": [{"$ref": raw["$ref"].replace("$defs", "definitions")}]}
    schema = {key: part for key, part in raw.items() if key not in _OURS and key != "description"}
    kind = schema.get("type")
    if "enum" in schema or "const" in schema:
        words = schema.pop("enum", None) or [schema.pop("const")]
        schema.pop("type", None)
        return schema | {"enum": [*words, *(int(word) for word in words if word.isdigit())]}
    if kind == "string" and "errorMessage" not in schema:
        return _text(schema)
    if kind == "array":
        schema["items"] = _nullable(_plain(schema["items"]))
    if kind == "object":
        patterns = schema.get("patternProperties", {})
        schema |= {"patternProperties": {key: _nullable(_plain(part)) for key, part in patterns.items()}}
        more = schema.get("additionalProperties", False)
        schema["additionalProperties"] = more and _nullable(_plain(more))
    return schema | {"type": kind if isinstance(kind, list) else [kind]}


def _text(schema: Schema) -> Schema:
    pattern = schema.get("pattern", "")
    expected = {"errorMessage": f"expected {EXPECTED[pattern]}"} if pattern in EXPECTED else {}
    return schema | {"type": _TEXT} | ({"minimum": 0} if pattern == ID else {}) | expected


def _nullable(schema: Schema) -> Schema:
    """Allow nothing after the colon or dash, which planwright reads as not given."""
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    return schema | {"type": [*schema["type"], "null"]} if "type" in schema else schema


def _snippets(record: type[Record]) -> Schema:
    """Return what to offer for a new record inside a document: nothing where it begins with no field of its own."""
    return {"defaultSnippets": [_snippet(in_words(record.__name__), record)]} if starting_fields(record) else {}


def _snippet(name: str, record: type[Record]) -> Schema:
    """Return what an editor offers to insert for a new record: the fields it starts with, each a place to fill in."""
    kind = {"kind": name} if issubclass(record, Plan) else {}
    return {"label": f"new {name}", "description": _summary(record), "body": kind | _body(record, count(1))}


def _body(record: type[Record], stops: Iterator[int]) -> Schema:
    fields = (field for field in starting_fields(record) if field.name != "kind" or not issubclass(record, Plan))
    return {field.name: _blank(field.name, field.shape, stops) for field in fields}


def _blank(name: str, shape: Shape, stops: Iterator[int]) -> Any:
    if shape.sort == RECORD and shape.record and not is_brief(shape.record):
        return _body(shape.record, stops)
    if shape.sort == LIST and shape.inner:
        return [_blank(name, shape.inner, stops)]
    if shape.sort == MAP and shape.inner and shape.key:
        what = "/".join(sorted(shape.key.things)) if shape.key.sort == REF else "period"
        return {f"${{{next(stops)}:{what}}}": _blank(name, shape.inner, stops)}
    if shape.words:
        return f"${{{next(stops)}|{','.join(shape.words)}|}}"
    return f"${{{next(stops)}:{name}}}"
