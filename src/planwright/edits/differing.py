"""The edits that turn one plain value into another, as small as they can be."""

from collections.abc import Iterator

from planwright.document.editing import AddKey, Append, Edit, Nest, Remove, SetValue
from planwright.document.node import Route
from planwright.document.reading import Value


def edits_between(old: Value, new: Value, route: Route = (), main: str = "value") -> Iterator[Edit]:
    """Yield the edits that make `old`, which stands at a route, into `new`.

    Lists only grow at their end. Where a bare text becomes a mapping, it is what stands there under the key `main`.
    """
    if old == new:
        return
    if isinstance(new, str):
        yield SetValue(route, new)
    elif isinstance(new, list):
        known = len(old) if isinstance(old, list) else 0
        yield from (Append(route, one) for one in new[known:])
    elif isinstance(old, str):
        yield Nest(route, main)
        yield from edits_between({main: old}, new, route, main)
    elif isinstance(old, dict):
        for key, value in new.items():
            if key in old:
                yield from edits_between(old[key], value, (*route, key), main)
            else:
                yield AddKey(route, key, value)
        yield from (Remove((*route, key)) for key in old if key not in new)
