"""What the items of a plan say, by id, and in what two such inventories, or many versions in a row, differ."""

from .comparing import Change, What, compare
from .following import Commit, FileVersion, Step, Version, trail
from .inventory import Field, Inventory, Item, inventory

__all__ = [
    "Change",
    "Commit",
    "Field",
    "FileVersion",
    "Inventory",
    "Item",
    "Step",
    "Version",
    "What",
    "compare",
    "inventory",
    "trail",
]
