"""The page model: what a document says, with all its numbers, captions and ids, before any format shows it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Literal

from planwright.palette import SYMBOLS, Symbol, tone

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# How a picture is drawn, which is not what it says.
_DRAWN = frozenset({"svg", "folds"})

Align = Literal["left", "right", "centre"]
NoticeKind = Literal["note", "warning", "exempt", "decision"]


@dataclass(frozen=True, slots=True)
class Text:
    """Words, shown literally."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """An id or a command, in a fixed-width face."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a checked address: http, https, mailto, a fragment, or a document beside this one."""

    href: str
    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Status:
    """A state: `key` is its colour (green, amber, red, blue; all else is grey), `word` is what is read.

    `shape` names its symbol; the colour's usual one where it is not given.
    """

    key: str
    word: str
    shape: Symbol | None = None

    @property
    def symbol(self) -> str:
        """The shape that tells the state apart without colour."""
        return SYMBOLS[self.shape or tone(self.key).symbol]


@dataclass(frozen=True, slots=True)
class Graphic:
    """A small picture inside a line, such as a sparkline; `alt` says what it shows."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """The mark that leads to a footnote; `id` is its own, for the way back (only the first mark has one)."""

    number: int
    note: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph or cell."""


Inline = Text | Strong | Emphasis | CodeSpan | Link | Status | Graphic | FootnoteRef | LineBreak


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6 (1 is the title), with its number such as `4.2`, or none."""

    level: int
    number: str
    inlines: tuple[Inline, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, numbered such as `4.2` where the document numbers its paragraphs."""

    inlines: tuple[Inline, ...]
    number: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `start` is the first number of an ordered one, None where there are no numbers."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; figures stand right."""

    inlines: tuple[Inline, ...]
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """A table without merged cells.

    `header` is empty for key-value tables; `row_headers` makes the first column the headers of their rows. `number`
    is 0 and `caption` empty where it has no caption; `wide` asks for landscape paper and cards on a phone.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_headers: bool = False
    wide: bool = False
    number: int = 0
    caption: tuple[Inline, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, what it shows in words, and the table of its data.

    One that is `wide` takes the width of the page, and stands above its data. `folds` are the heights at which a tall
    one is cut into sheets of paper.
    """

    svg: str
    alt: str
    data: Table
    number: int = 0
    caption: tuple[Inline, ...] = ()
    id: str = ""
    wide: bool = False
    folds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something set apart from the text: a note, a warning, exempt material left out, a decision."""

    kind: NoticeKind
    title: tuple[Inline, ...]
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines kept as they are, in a fixed-width face."""

    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the document's sections."""

    entries: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the end; `back` is the id of its first mark."""

    number: int
    inlines: tuple[Inline, ...]
    id: str
    back: str


@dataclass(frozen=True, slots=True)
class Footnotes:
    """All notes, in the order of their first marks."""

    notes: tuple[Footnote, ...]


Block = Heading | Paragraph | Bullets | Table | Figure | Notice | Quote | CodeBlock | Contents | Footnotes


@dataclass(frozen=True, slots=True)
class Facts:
    """What the footer of every paper says about its making; `revision` is a commit or "working copy"."""

    authority: str
    as_at: date
    revision: str
    edition: str
    version: str


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document; a compact one is set small, so that a page of paper holds much."""

    title: str
    subtitle: str
    facts: Facts
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    compact: bool = False


def plain(inlines: Iterable[Inline]) -> str:
    """Return what inlines say, without any dress; line breaks become spaces, footnote marks nothing."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text) | CodeSpan(text):
            return text
        case Strong(inlines) | Emphasis(inlines) | Link(inlines=inlines):
            return plain(inlines)
        case Status(word=said) | Graphic(alt=said):
            return said
        case LineBreak():
            return " "
        case FootnoteRef():
            return ""


def printed_date(day: date) -> str:
    """Return a date as papers print it, such as `21 November 2026`, whatever the machine's language."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def digest(page: Page) -> str:
    """Return the SHA-256 (64 hex digits) of what a page says.

    How charts are drawn, the revision and planwright's version are left out: they do not change what it says.
    """
    facts = page.facts
    said = [page.title, page.subtitle, page.language, facts.authority, facts.as_at.isoformat(), facts.edition]
    canonical = json.dumps([said, _canonical(page.blocks)], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _canonical(value: object) -> object:
    if isinstance(value, tuple):
        return [_canonical(item) for item in value]
    if is_dataclass(value):
        names = [field.name for field in fields(value) if field.name not in _DRAWN]
        return [type(value).__name__, *(_canonical(getattr(value, name)) for name in names)]
    return value
