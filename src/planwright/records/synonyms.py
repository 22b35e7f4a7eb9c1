"""The field that was meant by another name: a misspelling, or what people call the same thing elsewhere."""

from collections.abc import Collection

from planwright.nearest import nearest

# What one thing is called; of the fields that a record has, the first is meant.
_SAME = (
    ("lead", "owner", "leader", "head", "author", "post", "manager", "officer", "responsible", "lead_officer"),
    ("due", "by", "deadline", "end", "finish", "end_date", "due_date", "target_date", "complete_by"),
    ("start", "begin", "begins", "start_date"),
    ("title", "name", "need"),
    ("note", "comment", "remark"),
    ("money", "cost", "budget"),
    ("links", "link", "serves", "supports"),
    ("measured_by", "measures", "kpis", "indicator"),
    ("polarity", "direction", "good_is"),
)


def field_meant(name: str, known: Collection[str]) -> str:
    """Return the known field that is meant by a name no field has, or an empty string."""
    plain = "_".join(name.casefold().replace("-", " ").split())
    same = (words for words in _SAME if plain in words)
    called = next((word for words in same for word in words if word in known), "")
    return called or next(iter(nearest(name, known)), "")
