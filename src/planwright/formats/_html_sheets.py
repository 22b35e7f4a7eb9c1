"""A tall drawing as sheets of paper, which print in its place so that its words stay large enough to read."""

import re
from collections.abc import Iterator
from itertools import pairwise

from planwright.page import Figure

_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)" width="\d+" height="\d+"')


def sheets(figure: Figure) -> Iterator[str]:
    """Yield the lines that show a figure from fold to fold, none where it has no folds; a screen shows none of them.

    What the drawing says is read out once, with the first of them.
    """
    size = _SIZE.search(figure.svg) if figure.folds else None
    if size is None:
        return
    width, height = size.groups()
    yield '<div class="sheets">'
    for top, foot in pairwise((0, *figure.folds, int(height))):
        part = f'viewBox="0 {top} {width} {foot - top}"'
        drawn = f"{figure.svg[: size.start()]}{part}{figure.svg[size.end() :]}"
        yield drawn.replace('role="img"', 'aria-hidden="true"', 1) if top else drawn
    yield "</div>"
