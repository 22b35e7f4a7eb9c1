"""What an explanation is made of: statements, each with where it was set."""

from dataclasses import dataclass

from planwright.assessment.ruling import Setting
from planwright.document import SETTINGS_FILE
from planwright.kinds import Record
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
    """Why one item is in the state it is in: a headline and the lines that lead to it.

    `state` is the state's key; empty where many things are counted and no rule makes one state of them.
    """

    id: str
    title: str
    state: str
    headline: str
    lines: tuple[Line, ...]


def set_line(label: str, text: str, setting: Setting) -> Line:
    """Return a statement about a part of a rating rule, with who set it."""
    preset = f", preset {setting.preset}" if setting.preset else ""
    return Line(label, f"{text} ({_SET_BY[setting.level]}{preset})", setting.spot)


def council_line(label: str, text: str, settings: Record, section: str, field: str) -> Line:
    """Return a statement about a field of a section of the settings, with whether the council set it, and where."""
    given = field in settings.model_fields_set
    name = type(settings).model_fields[field].alias or field
    spot = Spot(SETTINGS_FILE, (section, name)) if given else None
    return set_line(label, text, Setting(None, "settings" if given else "default", spot))


def sentence(text: str) -> str:
    """Return a reason as a sentence: a capital at its beginning, a full stop at its end."""
    start = capital(text)
    return start if start.endswith((".", "?", "!")) else f"{start}."
