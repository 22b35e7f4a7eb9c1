"""The document kinds: one typed model each, found by walking this folder."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from planwright.records.base import Plan, Record, Visibility

__all__ = ["Plan", "Record", "Visibility", "model", "names"]


@cache
def names() -> tuple[str, ...]:
    """Return the names of all kinds, as the `kind:` line writes them, sorted."""
    modules = (module.name for module in iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in modules))


@cache
def model(kind: str) -> type[Plan]:
    """Return the model of a kind; raises KeyError when there is no such kind."""
    if kind not in names():
        raise KeyError(kind)
    found: type[Plan] = import_module(f".{kind.replace('-', '_')}", __name__).KIND
    return found
