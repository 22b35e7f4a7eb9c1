"""In what two states of a plan differ, item by item and in meaning."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias
from unicodedata import normalize

from .inventory import Field, Inventory, Item

What: TypeAlias = Literal["added", "removed", "changed"]

_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,17})?")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: an empty field means the whole item; `before` and `after` are empty where there was nothing."""

    id: str
    field: Field
    before: str
    after: str
    what: What


def compare(before: Inventory, after: Inventory) -> tuple[Change, ...]:
    """Return the differences in meaning, sorted by item and field.

    Order of keys, quotes, indentation, line breaks, places and file names are no differences, nor is 95 against 95.0.
    Of a file that cannot be read on one side nothing is said to be added or removed.
    """
    changes: list[Change] = []
    for key in sorted(before.items.keys() | after.items.keys()):
        old, new = before.items.get(key), after.items.get(key)
        if (old or new) and not (_hidden(old, new, after) or _hidden(new, old, before)):
            changes += _differences(key, old, new)
    return tuple(changes)


def _hidden(present: Item | None, missing: Item | None, other: Inventory) -> bool:
    return present is not None and missing is None and present.file in other.unread


def _differences(key: str, old: Item | None, new: Item | None) -> Iterator[Change]:
    before: Mapping[Field, str] = old.fields if old else {}
    after: Mapping[Field, str] = new.fields if new else {}
    if old is None or new is None:
        yield _change(key, (), _named(old), _named(new))
    yield from field_changes(key, before, after)


def field_changes(key: str, before: Mapping[Field, str], after: Mapping[Field, str]) -> Iterator[Change]:
    """Yield the changes of an item from its fields before to those after, by name."""
    for name in sorted(before.keys() | after.keys()):
        one, other = before.get(name), after.get(name)
        if one is None or other is None or _meaning(one) != _meaning(other):
            yield _change(key, name, one, other)


def _named(item: Item | None) -> str | None:
    return (item.title or item.id) if item else None


def _change(key: str, name: Field, before: str | None, after: str | None) -> Change:
    what: What = "added" if before is None else "removed" if after is None else "changed"
    return Change(key, name, before or "", after or "", what)


def _meaning(text: str) -> str | Decimal:
    """Return what two spellings of the same have in common: numbers by value, text without its line breaks."""
    return Decimal(text) if _NUMBER.fullmatch(text) else " ".join(normalize("NFC", text).split())
