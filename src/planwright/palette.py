"""The colours and symbols of states: always colour, word and shape together, safe for protan and deutan vision."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Symbol = Literal[
    "circle", "triangle", "square", "tick", "ring", "star", "diamond", "cross", "up", "down",
]  # fmt: skip

# All of them stand in the fonts that come with Windows, macOS and Linux, and in the PDF font.
SYMBOLS: Mapping[Symbol, str] = MappingProxyType(
    {
        "circle": "●",
        "triangle": "▲",
        "square": "■",
        "tick": "✓",
        "ring": "○",
        "star": "★",
        "diamond": "◆",
        "cross": "✗",
        "up": "△",
        "down": "▽",
    }
)


@dataclass(frozen=True, slots=True)
class Tone:
    """How one colour of state looks: `fill` behind it, `ink` on it, `edge` around it, and its usual shape."""

    fill: str
    ink: str
    edge: str
    symbol: Symbol


INK = "#1b2b30"
MUTED = "#4c5c62"
PAPER = "#ffffff"
LINE = "#1d4f91"
BAND, BAND_EDGE = "#fff1cf", "#6b4a00"

_GREY = Tone("#eef1f2", INK, "#66757b", "ring")
TONES = {
    "green": Tone("#006d77", PAPER, "#006d77", "circle"),
    "amber": Tone("#ffbf47", "#000000", "#6b4a00", "triangle"),
    "red": Tone("#7a0c18", PAPER, "#7a0c18", "square"),
    "blue": Tone("#1d4f91", PAPER, "#1d4f91", "tick"),
    "grey": _GREY,
}


def tone_name(key: str) -> str:
    """Return the name of the tone that shows the colour `key`: its own, or grey for everything that is not rated."""
    return key if key in TONES else "grey"


def tone(key: str) -> Tone:
    """Return the tone that shows the colour `key`."""
    return TONES[tone_name(key)]
