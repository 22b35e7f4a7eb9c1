"""The descriptor of an extract: what is in each table, so that people and programs can read it without asking."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from planwright import __version__
from planwright.table import Extract, Table

FILE = "datapackage.json"
_ABOUT = (
    "Made by planwright {version} for the {edition} edition, as at {day}. A missing value is empty. Yes and no results "
    "are 1 and 0. In CSV files a text that a spreadsheet would take for a formula begins with an apostrophe, which is "
    "not part of it."
)
_MADE_BY = "planwright"


def descriptor(extract: Extract, resource: Callable[[Table], Mapping[str, Any]]) -> bytes:
    """Return the data package descriptor (Frictionless Data Package, version 1) of the files in one format.

    `resource` says where a table stands and how it is read.
    """
    day = extract.as_at.isoformat()
    resources = [_resource(extract, table, resource(table)) for table in extract.tables]
    tabular = all(resource["profile"] == "tabular-data-resource" for resource in resources)
    whole = {
        "profile": "tabular-data-package" if tabular else "data-package",
        "name": _slug(f"{extract.council} performance"),
        "title": f"{extract.council}: performance data as at {day}",
        "description": _ABOUT.format(version=__version__, edition=extract.edition, day=day),
        "created": f"{day}T00:00:00Z",
        "edition": extract.edition,
        "made_by": _MADE_BY,
        "resources": resources,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def is_own(data: bytes) -> bool:
    """Tell whether a descriptor was made by planwright, whichever version."""
    try:
        found = json.loads(data)
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("made_by") == _MADE_BY


def _resource(extract: Extract, table: Table, place: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        **place,
        "schema": {
            "fields": [_field(table, number) for number in range(len(table.columns))],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": _foreign_keys(extract, table),
        },
    }


def _field(table: Table, number: int) -> dict[str, Any]:
    column = table.columns[number]
    words = {"trueValues": ["yes"], "falseValues": ["no"]} if column.type == "boolean" else {}
    required = {"constraints": {"required": True}} if column.name in table.key else {}
    return {"name": column.name, "type": column.type, "description": column.description, **words, **required}


def _foreign_keys(extract: Extract, table: Table) -> list[dict[str, Any]]:
    keys = {other.name: other.key for other in extract.tables}
    return [
        {"fields": column, "reference": {"resource": other, "fields": keys[other][0]}}
        for column, other in table.links.items()
        if other in keys
    ]


def _slug(text: str) -> str:
    """Return a name of lower-case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
