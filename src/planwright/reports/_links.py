"""How papers say what an objective serves: directly, with others, or by supporting those who do."""

from planwright.reports._edition import View

_HOW = {
    "direct": "directly serves",
    "indirect": "contributes indirectly to",
    "supports": "supports",
    "contributes": "contributes to",
}


def with_links(item: View) -> View:
    """Return an objective's, aim's or action's fields, each of its links with `how` it serves what it names.

    `reworded` is what that was called when the link was confirmed, empty where it still is.
    """
    return item | {
        "links": [
            link | {"how": _HOW[link["type"]], "reworded": _reworded(link)} for link in item["links"] if link["to"]
        ]
    }


def _reworded(link: View) -> str:
    return link["wording"] if link["wording"] and link["wording"] != link["to"]["title"] else ""
