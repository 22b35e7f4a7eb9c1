"""How plain values are written down as YAML text that every reader takes for the same."""

import re
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from planwright.document.reading import Value
from planwright.document.scalars import FOLDER_PATH

# Words that YAML 1.1 or 1.2 readers elsewhere take for a truth value or for nothing.
_SPECIAL = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_PLAIN = re.compile(
    r"[A-Za-z][\w .,()/-]*"  # words
    r"|-?(0|[1-9]\d*)(\.\d+)?"  # numbers
    r"|\d{4}-\d\d(-[QH]\d)?"  # months, council years and their parts
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BYTE, _PLANE = 0x100, 0x10000


class Plain(str):
    """A text to be written without quotes by somebody who knows how it will be read, such as a yes or no."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is laid out: columns from key to nested key, from key to dash, and from dash to content; line end.

    `prose` says that several lines of text are written in block style, not as one quoted line; `width` how many columns
    a text may take before it is folded over several lines, 0 where the file folds none.
    """

    step: int
    dash: int
    gap: int
    line_end: str
    prose: bool
    width: int = 0


def scalar_text(value: str, *, style: str = "", flow: bool = False) -> str:
    """Return a text as one line of YAML: plain where nobody could misread it, else in quotes.

    `style` is the quote mark of the text that is being replaced, kept where it can be; `flow` says that the value
    stands inside brackets.
    """
    if isinstance(value, Plain):
        return value
    if (
        style not in ("'", '"')
        and _is_plain(value)
        and value.casefold() not in _SPECIAL
        and not (flow and "," in value)
    ):
        return value
    if value.isprintable() and (style == "'" or "\\" in value):  # a backslash in double quotes puzzles people
        return "'" + value.replace("'", "''") + "'"
    written = "".join(_escaped(character) for character in value)
    if FOLDER_PATH.match(f'"{written}'):  # which in double quotes is taken for a slip
        written = f"\\x{ord(value[0]):02X}{written[len(_escaped(value[0])) :]}"
    return f'"{written}"'


def key_text(value: str, *, style: str = "") -> str:
    """Return a key as YAML, in the quotes of the one it replaces; field names such as `on` stay plain."""
    return value if value.casefold() in _SPECIAL - {"null"} else scalar_text(value, style=style)


def entry_lines(key: str, value: Value, indent: int, manner: Manner) -> list[str]:
    """Return the lines of `key: value` in block style, indented."""
    first, *rest = value_lines(value, indent, manner)
    return [f"{' ' * indent}{key_text(key)}:{first}", *rest]


def item_lines(value: Value, indent: int, manner: Manner) -> list[str]:
    """Return the lines of a list item in block style, its dash indented."""
    if isinstance(value, str):
        first, *rest = value_lines(value, indent, manner)
        return [f"{' ' * indent}-{' ' * (manner.gap - 1)}{first.removeprefix(' ')}", *rest]
    if not value:
        return [f"{' ' * indent}-{' ' * (manner.gap - 1)}{value_lines(value, indent, manner)[0].removeprefix(' ')}"]
    first, *rest = _nested(value, indent + manner.gap, manner)
    return [f"{' ' * indent}-{' ' * (manner.gap - 1)}{first.lstrip(' ')}", *rest]


def value_lines(value: Value, indent: int, manner: Manner, style: str = "") -> list[str]:
    """Return what follows a colon or dash in column `indent`: the rest of that line, and the lines below it."""
    if isinstance(value, str):
        block = _block_lines(value, indent + manner.step, manner.width) if manner.prose else []
        return [f" {block[0]}", *block[1:]] if block else [f" {scalar_text(value, style=style)}"]
    if not value:
        return [" {}" if isinstance(value, dict) else " []"]
    return ["", *_nested(value, indent + (manner.step if isinstance(value, dict) else manner.dash), manner)]


def flow_text(value: Value, style: str = "") -> str:
    """Return a value as one line that may stand inside brackets."""
    if isinstance(value, str):
        return scalar_text(value, style=style, flow=True)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key_text(key)}: {flow_text(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(flow_text(one) for one in value) + "]"


def _block_lines(text: str, indent: int, width: int) -> list[str]:
    """Return the header and the lines of a text in block style, or nothing when that cannot hold it exactly.

    Several lines stand as they are; one line that is longer than `width` is folded.
    """
    if width and "\n" not in text and indent + len(text) > width:
        lines = wrap(text, max(width - indent, 1), break_long_words=False, break_on_hyphens=False)
        return [">-", *(" " * indent + line for line in lines)] if " ".join(lines) == text else []
    body = text.rstrip("\n")
    lines = body.split("\n")
    tidy = all(line.isprintable() and line == line.rstrip() for line in lines)
    if not tidy or not body or "\n" not in text or lines[0][:1] in ("", " ") or text.endswith("\n\n"):
        return []
    return ["|" if text.endswith("\n") else "|-", *(" " * indent + line if line else "" for line in lines)]


def _nested(value: Value, indent: int, manner: Manner) -> list[str]:
    if isinstance(value, dict):
        return [line for key, one in value.items() for line in entry_lines(key, one, indent, manner)]
    return [line for one in value for line in item_lines(one, indent, manner)]


def _is_plain(value: str) -> bool:
    if _DATE.fullmatch(value):
        try:
            date.fromisoformat(value)
        except ValueError:  # other programs fail on a day that no calendar has, unless it is in quotes
            return False
        return True
    return _PLAIN.fullmatch(value) is not None and not value.endswith(" ")


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < _BYTE else f"\\u{code:04x}" if code < _PLANE else f"\\U{code:08x}"
