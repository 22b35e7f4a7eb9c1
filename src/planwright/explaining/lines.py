"""What an explanation is made of: statements, each with where it was set."""

from dataclasses import dataclass

from planwright.assessment.ruling import Setting
from planwright.wording import capital
from planwright.workspace import Spot

_SET_BY = {
    "indicator": "set for this indicator",
    "set": "set for its set of indicators",
    "settings": "set for the whole council",
    "default": "planwright's own default, as nothing is set",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: a label, its text, and where it was set (None where nobody wrote it down)."""

    label: str
    text: str
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one item is in the state it is in: a headline and the lines that lead to it."""

    id: str
    title: str
    state: str
    headline: str
    lines: tuple[Line, ...]


def set_line(label: str, text: str, setting: Setting) -> Line:
    """Return a statement about a part of a rating rule, with who set it."""
    preset = f", preset {setting.preset}" if setting.preset else ""
    return Line(label, f"{text} ({_SET_BY[setting.level]}{preset})", setting.spot)


def sentence(text: str) -> str:
    """Return a reason as a sentence: a capital at its beginning, a full stop at its end."""
    start = capital(text)
    return start if start.endswith((".", "?", "!")) else f"{start}."
