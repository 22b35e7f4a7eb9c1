"""Any record as a list of facts: what each field means, in the words editors show, and what is given for it."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from planwright.kinds import Record
from planwright.page import printed_date
from planwright.records.shape import RECORD
from planwright.reports._edition import Edition, View

_BESIDE = "; "


def facts(edition: Edition, record: Record, leave_out: frozenset[str] = frozenset()) -> list[View]:
    """Return a row (`what`, `name`, `said`) for each field that the edition may show and that holds something."""
    plain = edition.data(record)
    return [
        {"what": field.description.rstrip("."), "name": _spaced(name), "said": said(plain[name])}
        for name, field in edition.permitted(type(record)).items()
        if name not in leave_out and said(plain[name])
    ]


def parts(edition: Edition, record: Record) -> Iterator[tuple[str, Record]]:
    """Yield the heading and the record of each field that holds one record."""
    for field in edition.permitted(type(record)).values():
        inner = getattr(record, field.attribute)
        if field.shape.sort == RECORD and inner is not None:
            yield field.description.rstrip("."), inner


def said(value: Any) -> str:
    """Return what a field of an item, as an edition gives it, says in words; empty where nothing is given."""
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return printed_date(value)
        case Decimal():
            return f"{value:,f}"
        case {"id": id_, "title": title}:
            return f"{title} ({id_})"
        case Mapping():
            told = ((name, said(inner)) for name, inner in value.items())
            return _BESIDE.join(f"{_spaced(name)}: {words}" for name, words in told if words)
        case list():
            beside = "\n" if any(isinstance(one, Mapping) for one in value) else _BESIDE
            return beside.join(filter(None, map(said, value)))
    return "" if value is None else str(value)


def _spaced(name: str) -> str:
    return name.replace("_", " ")
