"""Make any text stand literally in Markdown and in markup: the one gate text from plans goes through on its way out."""

import html
import re
import string

from planwright.visible import visible

# visible() also shows the joiners, which emoji, Persian and Indic scripts need and a page shows properly.
_JOINERS = re.compile("([\u200c\u200d])")
_PUNCTUATION = re.compile(f"[{re.escape(string.punctuation)}]")
# What Markdown, GitHub's included, reads as a mark: anywhere, between words, at the start of a line, at the end.
_MARKS = re.compile(
    r"""[\\`*<&\[\]|~$\#]
      | (?<![^\W_]) _ | _ (?![^\W_])
      | ^ [-+] (?= [\s-] | $ ) | ^ [=>:] | ! $""",
    re.VERBOSE,
)
_LIST_NUMBER = re.compile(r"^([0-9]{1,9})([.)])(?=\s|$)")
# Markdown readers strip and fold white space, so all but single inner spaces are written as references.
_SPACE = re.compile(r"^ | $|(?<= ) |[^\S ]")
# What a spreadsheet that opens a CSV file takes for a formula, or for the end of the cell before it.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def printable(text: str) -> str:
    """Return text with plain line ends and every control or bidirectional character made visible."""
    lines = text.replace("\r\n", "\n")
    return "".join(part if _JOINERS.fullmatch(part) else visible(part) for part in _JOINERS.split(lines))


def markdown(text: str) -> str:
    """Return text for one line of Markdown, readable as it stands, that any CommonMark reader shows literally."""
    marked = _MARKS.sub(r"\\\g<0>", printable(text))
    return _spaced(_LIST_NUMBER.sub(r"\1\\\2", marked))


def markdown_anywhere(text: str) -> str:
    """Return text for one line of Markdown in which no punctuation at all is left to mean anything."""
    return _spaced(_PUNCTUATION.sub(r"\\\g<0>", printable(text)))


def _spaced(text: str) -> str:
    return _SPACE.sub(lambda match: f"&#{ord(match[0])};", text)


def markup(text: str) -> str:
    """Return text for HTML or SVG, between tags or inside a quoted attribute."""
    return html.escape(printable(text))


def inert(text: str) -> str:
    """Return text for a cell of CSV that stays text: with an apostrophe before what would begin a formula.

    Plain numbers, negative ones too, stay as they are. `revived` gives any text back as it was.
    """
    rest = text.lstrip("'")
    return f"'{text}" if _FORMULA.match(rest) and not _PLAIN_NUMBER.fullmatch(rest) else text


def revived(cell: str) -> str:
    """Return the text of a cell that `inert` made."""
    return cell[1:] if cell.startswith("'") and inert(cell[1:]) == cell else cell
