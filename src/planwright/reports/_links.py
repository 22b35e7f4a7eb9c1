"""How papers say what an objective serves: directly, with others, or by supporting those who do."""

from planwright.reports._edition import View

_HOW = {
    "direct": "serves directly",
    "indirect": "contributes indirectly to",
    "supports": "supports",
    "contributes": "contributes to",
}


def with_links(item: View) -> View:
    """Return an objective's or aim's fields, each of its links with `how` it serves what it names."""
    return item | {"links": [link | {"how": _HOW[link["type"]]} for link in item["links"] if link["to"]]}
