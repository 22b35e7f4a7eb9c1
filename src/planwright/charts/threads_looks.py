"""What a picture of the golden thread is made of: boxes and ties, and how each type of tie is said and drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from planwright.charts.drawing import Attribute, element, label, line
from planwright.charts.legend import Entry
from planwright.palette import BAND, BAND_EDGE, INK, LINE, MUTED

BADGE = 8
NOTED = {"fill": BAND, "stroke": BAND_EDGE}
_SAMPLE = Decimal(36)


@dataclass(frozen=True, slots=True)
class Node:
    """One box: `layer` is the name of its band, `head` stands above the title, `note` says what is amiss with it."""

    id: str
    head: str
    title: str
    layer: str
    note: str = ""

    @property
    def name(self) -> str:
        """What it is called in words."""
        return f"{self.head}: {self.title}" if self.head else self.title


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from an item to one it serves: its type in LOOKS, what is said of it, whether to look at it again."""

    child: str
    parent: str
    type: str
    said: str = ""
    suspect: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How one type of tie is said, the line it is drawn as, and whether it points to what is served."""

    words: str
    line: Mapping[str, Attribute]
    arrow: bool = True


_WITHIN: Mapping[str, Attribute] = {"stroke": MUTED, "stroke_width": Decimal("1.5"), "stroke_dasharray": "10 3 2 3"}
LOOKS = {
    "direct": Look("Direct", {"stroke": LINE, "stroke_width": Decimal("2.5")}),
    "indirect": Look("Indirect", {"stroke": LINE, "stroke_width": 2, "stroke_dasharray": "9 6"}),
    "supports": Look(
        "In support", {"stroke": INK, "stroke_width": 3, "stroke_dasharray": "0.1 6.5", "stroke_linecap": "round"}
    ),
    "contributes": Look("Contributes", {"stroke": INK, "stroke_width": 1}),
    "belongs to": Look("Belongs to it", _WITHIN),
    "carries out": Look("Carries it out", _WITHIN),
    "serves": Look("Serves, by the links of its items", {"stroke": LINE, "stroke_width": Decimal("2.5")}),
    "part of": Look("Part of", _WITHIN),
    "rests on": Look("Rests on", {"stroke": INK, "stroke_width": 1}),
    "feeds": Look("Feeds", {"stroke": LINE, "stroke_width": 2, "stroke_dasharray": "9 6"}),
    "beside": Look(
        "Beside",
        {"stroke": INK, "stroke_width": 3, "stroke_dasharray": "0.1 6.5", "stroke_linecap": "round"},
        arrow=False,
    ),
}
SUSPECT = "To be confirmed again"


def badge(x: Decimal, y: Decimal) -> str:
    """Return the mark of a link to be confirmed again, around a middle."""
    circle = element("circle", cx=x, cy=y, r=BADGE, fill=BAND, stroke=BAND_EDGE, stroke_width=2)
    return circle + label("?", x, y + 5, text_anchor="middle", font_weight="bold", fill=INK)


def entries(nodes: Sequence[Node], ties: Sequence[Tie]) -> Iterator[Entry]:
    """Yield what the picture needs explained: only what is there."""
    types = {tie.type for tie in ties}
    yield from (_entry(look) for type_, look in LOOKS.items() if type_ in types)
    if any(tie.suspect for tie in ties):
        yield Entry(SUSPECT, lambda x, y: badge(x + BADGE + 1, y), Decimal(2 * BADGE + 2))
    if any(node.note for node in nodes):
        yield Entry(
            "▲ Needs attention", lambda x, y: element("rect", x=x, y=y - 8, width=22, height=16, **NOTED), Decimal(22)
        )


def _entry(look: Look) -> Entry:
    return Entry(look.words, lambda x, y: line([(x, y), (x + _SAMPLE, y)], **look.line), _SAMPLE)
