"""Which stretches of a page print on landscape paper: whole sections, so that no heading is parted from its table."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from planwright.page import Block, Heading, Paragraph, Table

Stretch = tuple[Block, ...]
# The lowest level of heading that begins a stretch of its own.
_LEVEL = 3
# Turning the paper costs a page, so stretches between two landscape ones stay landscape up to this many blocks.
_SHORT = 8


def stretches(blocks: Iterable[Block]) -> tuple[tuple[bool, Stretch], ...]:
    """Return the blocks of a page in order, in stretches that print landscape (True) and upright (False) by turns."""
    joined = _joined([(_is_wide(section), section) for section in _sections(blocks)])
    kept: list[tuple[bool, Stretch]] = []
    for index, (wide, stretch) in enumerate(joined):
        between = 0 < index < len(joined) - 1
        kept.append((wide or (between and len(stretch) <= _SHORT), stretch))
    return tuple(_joined(kept))


def _sections(blocks: Iterable[Block]) -> Iterator[Stretch]:
    """Yield the sections under headings; one that only leads up to the next belongs to it."""
    section: Stretch = ()
    for block in blocks:
        if isinstance(block, Heading) and block.level <= _LEVEL and not _leads_up(section, block):
            yield section
            section = ()
        section = (*section, block)
    if section:
        yield section


def _leads_up(section: Stretch, heading: Heading) -> bool:
    """Whether a section is nothing but headings, or has one paragraph before a heading below its own."""
    rest = section[:-1] if section and isinstance(section[-1], Paragraph) else section
    above = [part.level for part in rest if isinstance(part, Heading)]
    return len(above) == len(rest) and (rest == section or (bool(above) and above[-1] < heading.level))


def _is_wide(section: Stretch) -> bool:
    return any(isinstance(block, Table) and block.wide for block in section)


def _joined(sections: Iterable[tuple[bool, Stretch]]) -> list[tuple[bool, Stretch]]:
    return [
        (wide, tuple(block for _, section in group for block in section))
        for wide, group in groupby(sections, key=lambda section: section[0])
    ]
