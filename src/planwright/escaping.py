"""Make any text stand literally in Markdown and in markup: the one gate text from plans goes through on its way out."""

import html
import re
import string

from planwright.visible import visible

# visible() also shows the joiners, which emoji, Persian and Indic scripts need and a page shows properly.
_JOINERS = re.compile("([\u200c\u200d])")
_SPECIAL = re.compile(f"[{re.escape(string.punctuation)}]")
# Markdown readers strip and fold white space, so all but single inner spaces are written as references.
_SPACE = re.compile(r"^ | $|(?<= ) |[^\S ]")


def printable(text: str) -> str:
    """Return text with plain line ends and every control or bidirectional character made visible."""
    lines = text.replace("\r\n", "\n")
    return "".join(part if _JOINERS.fullmatch(part) else visible(part) for part in _JOINERS.split(lines))


def markdown(text: str) -> str:
    """Return one line of Markdown that any CommonMark reader shows as exactly this text."""
    marked = _SPECIAL.sub(r"\\\g<0>", printable(text))
    return _SPACE.sub(lambda match: f"&#{ord(match[0])};", marked)


def markup(text: str) -> str:
    """Return text for HTML or SVG, between tags or inside a quoted attribute."""
    return html.escape(printable(text))
