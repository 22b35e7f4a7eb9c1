"""Characters that nobody sees and everybody trips over: control characters, zero-width and no-break spaces."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from planwright.diagnostic import Diagnostic
from planwright.document.alike import told
from planwright.document.source import Source
from planwright.visible import UNSEEN, one_line

# The noncharacters hold the stand-in below. A carriage return may be a line end, and joiners may be meant.
HIDDEN = re.compile(f"[{UNSEEN}\ufdd0-\ufdef]+")
# Zero-width joiners are part of many emoji and of some scripts, so only those beside plain Latin letters count.
_JOINER = re.compile("(?<![\u0300-\U0010ffff])[\u200c\u200d]+")
_HALF = re.compile("[\ud800-\udfff]")  # of a character: what is left of bytes that are no text
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SPACE_RUN = re.compile(f"[{_SPACES}][ {_SPACES}]*")
_KEY = re.compile(rf"[ {_SPACES}]*(?:- +)*(?:[\w-]{{1,60}}:|-)")
_KEY_REACH = 80
CURLY_MARKS = "“”„‟‘’‚‛"
_LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_STAND_IN = "\ufdd0"  # takes the place of a hidden character, so that no offset moves; never part of a value
_RETURNS = re.compile(r"\r\r+\n?")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)

_NAMES = {
    "\x00": "an empty byte (NUL)",
    "\x08": "a backspace",
    "\x0b": "a Word line break",
    "\x0c": "a page break",
    "\x1a": "an end-of-file mark of old programs",
    "\x1b": "an escape character",
    "\x85": "a foreign line break",
    "\u200b": "a zero-width space",
    "\u200c": "a zero-width non-joiner",
    "\u200d": "a zero-width joiner",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
    "\u2060": "a word joiner",
    "\ufeff": "a byte order mark in the middle of the file",
}
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def name(character: str) -> str:
    """Return what to call a character that cannot be seen, with its number."""
    known = _NAMES.get(character)
    if known is None:
        known = "a text direction mark" if character in _DIRECTIONS else "a control character"
    return f"{known} (U+{ord(character):04X})"


def hidden_in(text: str) -> str:
    """Return what to call the first character of a text that no plan file may hold; empty where there is none."""
    found = HIDDEN.search(text) or _JOINER.search(text) or _HALF.search(text)
    return name(found[0][0]) if found else ""


@dataclass(frozen=True, slots=True)
class Legible:
    """The text to hand to the parser, of the same length as the file's, and what was covered up in it."""

    text: str
    problems: tuple[Diagnostic, ...] = ()
    covered: bool = False

    def uncovered(self, stream: Iterable[Any]) -> Iterator[Any]:
        """Pass events on, with what stood in for hidden characters taken out of their values."""
        for event in stream:
            value = getattr(event, "value", None)
            if value is not None:
                event.value = value.replace(_STAND_IN, "")
                if event.style in ("|", ">"):
                    event.value = _TRAILING.sub("", event.value)
            yield event


def uncover(source: Source) -> Legible:
    """Find hidden characters and doubled line ends, and return a text of equal length without them."""
    text = source.text
    problems: tuple[Diagnostic, ...] = ()
    if HIDDEN.search(text):
        problems += told(source, ((_hidden, (match,)) for match in HIDDEN.finditer(text)))
        text = HIDDEN.sub(_cover, text)
    if "\u200c" in text or "\u200d" in text:
        problems += told(source, ((_hidden, (match,)) for match in _JOINER.finditer(text)))
        text = _JOINER.sub(_cover, text)
    if "\r\r" in text:
        text = _RETURNS.sub(_one_line_end, text)
    return Legible(text, problems, covered=text != source.text)


def _hidden(source: Source, match: re.Match[str]) -> Diagnostic:
    start, end = match.span()
    line = source.excerpt(start)
    return source.finding(
        "PW006",
        (start, end),
        f"{name(match[0][0])} hides in this line: `{one_line(line, 80)}`",
        "delete it: place the cursor just after it and press Backspace, or type the line again",
    )


def _cover(match: re.Match[str]) -> str:
    return "".join(" " if character in _LINE_BREAKS else _STAND_IN for character in match[0])


def _one_line_end(match: re.Match[str]) -> str:
    run = match[0]
    return " " * (len(run) - 2) + "\r\n" if run.endswith("\n") else run


def misplaced_spaces(source: Source, exempt: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the spans of no-break spaces that stand as indentation, after a key's colon or dash, or end a value.

    `exempt` are the spans, in order, of quoted and block text, in which such spaces are part of the prose.
    """
    if not any(space in source.text for space in _SPACES):
        return ()
    size = len(source.text)
    spans = iter(exempt)
    begin, stop = next(spans, (size, size))
    found: list[tuple[int, int]] = []
    for match in _SPACE_RUN.finditer(source.text):
        start, end = match.span()
        while stop <= start and begin < size:
            begin, stop = next(spans, (size, size))
        if start < begin and _steers(source, start, end):
            found.append((start, end))
    return tuple(found)


def _steers(source: Source, start: int, end: int) -> bool:
    if end == source.line_end(start):
        return True
    before = source.text[max(source.line_start(start), start - _KEY_REACH) : start]
    return not before.strip(" ") or _KEY.fullmatch(before) is not None


def without_spaces(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with ordinary spaces in the given spans."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += (text[done:start], " " * (end - start))
        done = end
    return "".join(parts) + text[done:]


def misplaced_space(source: Source, span: tuple[int, int]) -> Diagnostic:
    """Refuse a no-break space where an ordinary one or none was meant."""
    character = next(each for each in source.text[span[0] : span[1]] if each != " ")
    line = source.excerpt(span[0]).replace(character, f"<U+{ord(character):04X}>").strip()
    return source.finding(
        "PW007",
        span,
        f"a no-break space (U+{ord(character):04X}), probably pasted from Word or a web page: `{one_line(line, 80)}`",
        "replace it with an ordinary space, or delete it at the end of a line",
    )
