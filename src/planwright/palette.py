"""The colours and symbols of states: always colour, word and shape together, safe for protan and deutan vision."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tone:
    """How one state looks: `fill` behind it, `ink` on it, `edge` around it, and the shape that needs no colour."""

    fill: str
    ink: str
    edge: str
    symbol: str


INK = "#1b2b30"
MUTED = "#4c5c62"
PAPER = "#ffffff"
LINE = "#1d4f91"

_GREY = Tone("#eef1f2", INK, "#66757b", "○")
TONES = {
    "green": Tone("#006d77", PAPER, "#006d77", "●"),
    "amber": Tone("#ffbf47", "#000000", "#6b4a00", "▲"),
    "red": Tone("#7a0c18", PAPER, "#7a0c18", "■"),
    "blue": Tone("#1d4f91", PAPER, "#1d4f91", "✓"),
    "grey": _GREY,
}


def tone_name(key: str) -> str:
    """Return the name of the tone that shows the state `key`: its own, or grey for everything that is not rated."""
    return key if key in TONES else "grey"


def tone(key: str) -> Tone:
    """Return the tone that shows the state `key`."""
    return TONES[tone_name(key)]
