"""SVG elements as text: Decimal sizes, the same bytes every time, no ids, no styles, nothing from outside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from textwrap import wrap

from planwright.escaping import markup

Spot = tuple[Decimal, Decimal]
Attribute = Decimal | int | str
TENTH = Decimal("0.1")
# No machine's font is known here, so room for words is reckoned by a wide average character.
CHARACTER = Decimal("7.7")
_WIDE = frozenset("%mwMW@")
TEXT_SIZE = 14
FONTS = "'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart: `svg` is one complete element, `alt` says its finding, `header` and `rows` are its data.

    One that is `wide` takes the width of the page; its data is words. `folds` are the heights at which one that is too
    tall for a sheet of paper is cut.
    """

    svg: str
    alt: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: bool = False
    folds: tuple[int, ...] = ()


def element(name: str, content: str = "", /, **attributes: Attribute) -> str:
    """Return one element; `content` is markup already, an underscore in an attribute's name stands for a dash."""
    written = "".join(f' {key.replace("_", "-")}="{_attribute(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _attribute(value: Attribute) -> str:
    if isinstance(value, Decimal):
        rounded = value.quantize(TENTH, rounding=ROUND_HALF_EVEN)
        return f"{rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded:f}"
    return markup(str(value))


def label(text: str, x: Decimal, y: Decimal, **attributes: Attribute) -> str:
    """Return words at a place."""
    return element("text", markup(text), x=x, y=y, **attributes)


def line(spots: Sequence[Spot], **attributes: Attribute) -> str:
    """Return a line from place to place."""
    points = " L".join(f"{x.quantize(TENTH):f},{y.quantize(TENTH):f}" for x, y in spots)
    return element("path", d=f"M{points}", fill="none", **attributes)


def picture(width: Decimal, height: Decimal, alt: str, parts: Iterable[str]) -> str:
    """Return a whole SVG image of that many units, which scales to the room it is given."""
    across, down = _attribute(width), _attribute(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{markup(alt)}" '
        f'viewBox="0 0 {across} {down}" width="{across}" height="{down}" '
        f'font-family="{FONTS}" font-size="{TEXT_SIZE}">{"".join(parts)}</svg>'
    )


def room(words: Iterable[str]) -> Decimal:
    """Return the width that the longest of some words needs; wide characters count as nearly two."""
    lengths = (len(word) + Decimal("0.7") * sum(character in _WIDE for character in word) for word in words)
    return CHARACTER * max(lengths, default=Decimal(0))


def wrapped(words: str, width: Decimal) -> list[str]:
    """Return words in as many lines as that width needs; at least one."""
    return wrap(words, max(1, int(width / CHARACTER))) or [""]
