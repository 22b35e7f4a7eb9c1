"""How a document is cut for one reader, and how a report may be cut at all."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of a document one reader is given: a part of it, a layout, only what needs attention; empty for all."""

    part: str = ""
    layout: str = ""
    by_exception: bool = False


UNCUT = Cut()


@dataclass(frozen=True, slots=True)
class Cuts:
    """How a report may be cut: the parts and layouts a reader may ask for, and whether it can show exceptions only."""

    parts: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ()
    by_exception: bool = False
